using Microsoft.Data.Sqlite;

namespace CsDashboard.Bench;

/// <summary>Rows written straight into SQLite.</summary>
internal static class Rows
{
    /// <summary>A statement for a table and its columns, parted by spaces; give it values with <see cref="Fill"/>.</summary>
    public static SqliteCommand Insert(SqliteConnection connection, string table, string columns)
    {
        var names = columns.Split(' ');
        var command = connection.CreateCommand();
        command.CommandText =
            $"INSERT INTO \"{table}\" ({string.Join(',', names.Select(n => $"\"{n}\""))}) VALUES ({string.Join(',', names.Select((_, i) => "$" + i))})";
        for (var i = 0; i < names.Length; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        return command;
    }

    public static void Fill(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    public static async Task Run(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
