using System.Globalization;
using System.Text;
using CsDashboard.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CsDashboard.Bench;

/// <summary>The rows of a SQLite file in PostgreSQL: its own tables, made by its own migrations, filled by COPY.</summary>
internal static class MovedDesk
{
    /// <summary>Into a database made for it; its connection string.</summary>
    public static async Task<string> To(string server, string folder, string file)
    {
        var name = "csdashboard_doors_" + Guid.NewGuid().ToString("N")[..8];
        await Run(server, $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
        var database = new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
        await using (var house = House.In(folder, database))
            await house.Get<Store>().Prepare();
        await using var to = new NpgsqlConnection(database);
        await to.OpenAsync();
        await using var from = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await from.OpenAsync();
        // Neither foreign keys nor what the database does by itself when a row comes.
        await Run(to, "SET session_replication_role = replica");
        var tables = await All(
            to,
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_\\_EF%'"
        );
        foreach (var table in tables)
            await Copy(from, to, table);
        await Words(from, to);
        await Run(to, "SET session_replication_role = DEFAULT");
        foreach (var statement in await All(to, NumbersGoOn))
            await Run(to, statement);
        await Run(to, "VACUUM ANALYZE");
        await Run(to, "CHECKPOINT");
        return database;
    }

    public static async Task Drop(string server, string database)
    {
        NpgsqlConnection.ClearAllPools();
        await Run(server, $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");
    }

    private const string NumbersGoOn = """
        SELECT format('SELECT setval(%L, (SELECT coalesce(max(%I), 0) + 1 FROM %I), false)',
                      pg_get_serial_sequence(quote_ident(table_name), column_name), column_name, table_name)
        FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES'
        """;

    private static async Task Copy(SqliteConnection from, NpgsqlConnection to, string table)
    {
        await using var have = from.CreateCommand();
        have.CommandText = "SELECT name FROM pragma_table_info($table)";
        have.Parameters.AddWithValue("$table", table);
        var known = new HashSet<string>(StringComparer.Ordinal);
        await using (var names = await have.ExecuteReaderAsync())
            while (await names.ReadAsync())
                known.Add(names.GetString(0));
        var columns = (
            await All(
                to,
                $"SELECT column_name || ' ' || data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'"
            )
        )
            .Select(c => c.Split(' ', 2))
            .Where(c => known.Contains(c[0]))
            .Select(c => (Name: $"\"{c[0]}\"", IsMoment: c[1].StartsWith("timestamp", StringComparison.Ordinal)))
            .ToList();
        if (columns.Count == 0)
            return;
        var list = string.Join(", ", columns.Select(c => c.Name));
        await Run(to, $"TRUNCATE \"{table}\" CASCADE");
        await using var rows = from.CreateCommand();
        rows.CommandText = $"SELECT {list} FROM \"{table}\"";
        await using var reader = await rows.ExecuteReaderAsync();
        await using var copy = await to.BeginTextImportAsync($"COPY \"{table}\" ({list}) FROM STDIN");
        var line = new StringBuilder();
        while (await reader.ReadAsync())
        {
            line.Clear();
            for (var i = 0; i < columns.Count; i++)
                line.Append(i == 0 ? "" : "\t").Append(Written(reader.GetValue(i), columns[i].IsMoment));
            await copy.WriteAsync(line.Append('\n'));
        }
    }

    // SQLite keeps the words of a text, marks included, in a table of its own, PostgreSQL in a column.
    private static async Task Words(SqliteConnection from, NpgsqlConnection to)
    {
        await Run(to, "CREATE TEMP TABLE moved (id bigint, words tsvector)");
        await using (var rows = from.CreateCommand())
        {
            rows.CommandText = "SELECT rowid, Title || ' ' || Text FROM SearchText";
            await using var reader = await rows.ExecuteReaderAsync();
            await using var copy = await to.BeginTextImportAsync("COPY moved FROM STDIN");
            while (await reader.ReadAsync())
            {
                var places = reader
                    .GetString(1)
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Index()
                    .ToLookup(w => w.Item, w => w.Index + 1);
                var vector = places.Select(word => $"'{word.Key}':{string.Join(',', word)}");
                await copy.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{reader.GetInt64(0)}\t{string.Join(' ', vector)}\n"));
            }
        }
        await Run(to, """UPDATE "SearchDocs" SET "Words" = moved.words FROM moved WHERE "Id" = moved.id""");
    }

    private static string Written(object value, bool isMoment) =>
        value switch
        {
            DBNull => "\\N",
            long ticks when isMoment => new DateTimeOffset(ticks, TimeSpan.Zero).ToString("O", CultureInfo.InvariantCulture),
            byte[] bytes => "\\\\x" + Convert.ToHexStringLower(bytes),
            string text => text.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\t", "\\t", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal)
                .Replace("\r", "\\r", StringComparison.Ordinal),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static async Task<List<string>> All(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync();
        var all = new List<string>();
        while (await reader.ReadAsync())
            all.Add(reader.GetString(0));
        return all;
    }

    private static async Task Run(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await Run(connection, sql);
    }

    public static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
