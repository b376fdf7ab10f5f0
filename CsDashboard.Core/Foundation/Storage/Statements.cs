using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// What the one writing connection runs, compiled once and kept: EF makes a new command each time, and SQLite takes longer to
/// compile an insert into a table with many indexes than to run it. For the line of writes alone, where nothing runs at once.
/// </summary>
internal sealed class Statements(SqliteConnection connection) : DbCommandInterceptor
{
    // There are far fewer; texts that are never the same again must not pile up.
    private const int Most = 600;
    private readonly Dictionary<string, SqliteCommand> idle = [];
    private readonly Dictionary<DbDataReader, SqliteCommand> reading = [];

    /// <summary>Runs a statement without values, such as SAVEPOINT.</summary>
    public void Run(string sql, SqliteTransaction? transaction)
    {
        var command = Take(sql, transaction);
        Ran(command, command.ExecuteNonQuery);
        PutBack(command);
    }

    /// <summary>Lets go of all of them; the connection is about to be closed.</summary>
    public void Forget()
    {
        foreach (var command in idle.Values.Concat(reading.Values))
            command.Dispose();
        idle.Clear();
        reading.Clear();
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        var own = Take(command);
        var reader = Ran(own, own.ExecuteReader);
        reading.Add(reader, own);
        return new(InterceptionResult<DbDataReader>.SuppressWithResult(reader));
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        var own = Take(command);
        var changed = Ran(own, own.ExecuteNonQuery);
        PutBack(own);
        return new(InterceptionResult<int>.SuppressWithResult(changed));
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData data, InterceptionResult result)
    {
        if (reading.Remove(data.DataReader, out var own))
        {
            data.DataReader.Dispose();
            PutBack(own);
        }
        return result;
    }

    private SqliteCommand Take(DbCommand asked)
    {
        var own = Take(asked.CommandText, (SqliteTransaction?)asked.Transaction);
        foreach (SqliteParameter value in asked.Parameters)
            own.Parameters.Add(value);
        return own;
    }

    private static T Ran<T>(SqliteCommand command, Func<T> run)
    {
        try
        {
            return run();
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }

    // While it is out nobody else finds it.
    private SqliteCommand Take(string sql, SqliteTransaction? transaction)
    {
        if (!idle.Remove(sql, out var command))
            (command = connection.CreateCommand()).CommandText = sql;
        command.Transaction = transaction;
        return command;
    }

    private void PutBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (idle.Count >= Most || !idle.TryAdd(command.CommandText, command))
            command.Dispose();
    }
}
