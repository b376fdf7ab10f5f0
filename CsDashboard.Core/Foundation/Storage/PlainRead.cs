using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// Reads one column by a statement in the database's own words, within the transaction of a write. For tables that EF does not know: it
/// would look at the statement anew for every call. Filters by company are the statement's own business.
/// </summary>
internal static class PlainRead
{
    public static async Task<List<T>> List<T>(AppDb db, string statement, params (string Name, object Value)[] values)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = statement;
            foreach (var (name, value) in values)
                Give(command, name, value);
            await using var rows = await command.ExecuteReaderAsync();
            var all = new List<T>();
            while (await rows.ReadAsync())
                all.Add(rows.GetFieldValue<T>(0));
            return all;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A value of the statement, which may be given anew before the command runs again.</summary>
    public static DbParameter Give(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, Stored(command, value));
        command.Parameters.Add(parameter);
        return parameter;
    }

    // As the columns hold it: SQLite has no times of its own.
    private static object Stored(DbCommand command, object value) =>
        value is DateTimeOffset at && command is SqliteCommand ? at.UtcTicks : value;
}
