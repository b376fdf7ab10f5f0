using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace CsDashboard.Bench;

/// <summary>
/// The database of a ceiling: a file of SQLite, or one of PostgreSQL by its connection string. Statements are written for SQLite, with
/// $name for a value; PostgreSQL gets them with its names quoted.
/// </summary>
internal sealed partial class BareDatabase(string named)
{
    private static readonly string[] Ids = ["tenant", "me", "id", "customer", "category", "ticket", "a", "b", "c", "t"];

    // Statements stay prepared in the connections, as those of the writing ceiling on SQLite do.
    private readonly NpgsqlDataSource? postgres = IsOfPostgres(named)
        ? NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(named) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 })
        : null;

    public bool IsPostgres => postgres is not null;

    /// <summary>True for a connection string; a file's name says no host.</summary>
    public static bool IsOfPostgres(string named) => named.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public async Task<DbConnection> Open(bool toWrite)
    {
        if (postgres is not null)
            return await postgres.OpenConnectionAsync();
        var connection = new SqliteConnection($"Data Source={named}{(toWrite ? "" : ";Mode=ReadOnly")}");
        await connection.OpenAsync();
        return connection;
    }

    public string Sql(string sql) =>
        IsPostgres ? Name().Replace(sql, m => m.Value[0] == '\'' ? m.Value : $"\"{m.Value}\"").Replace('$', '@') : sql;

    public DbParameter Value(string name, object value) =>
        postgres is null ? new SqliteParameter("$" + name, value)
        : Ids.Contains(name, StringComparer.Ordinal)
            ? new NpgsqlParameter(name, NpgsqlDbType.Uuid) { Value = Guid.TryParse(value.ToString(), out var id) ? id : DBNull.Value }
        : new NpgsqlParameter(name, value is DateTimeOffset at ? at.UtcDateTime : value);

    /// <summary>A moment as the database keeps it.</summary>
    public object Moment(DateTimeOffset at) => IsPostgres ? at : at.UtcTicks;

    // A name begins with a capital and goes on small; words of the language are all capitals.
    [GeneratedRegex("'[^']*'|\\b[A-Z][a-z]\\w*", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
