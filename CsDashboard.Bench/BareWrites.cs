using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace CsDashboard.Bench;

/// <summary>
/// The ceiling of writing: the bare rows, prepared, in a transaction of their own that is on the disk before the answer leaves. SQLite has
/// one writer, so they stand in line here and not at its lock, which serves nobody in turn.
/// </summary>
internal sealed class BareWrites : IAsyncDisposable
{
    private readonly SemaphoreSlim line = new(1);
    private readonly SqliteConnection connection;
    private readonly SqliteCommand[] opening,
        answering;
    private readonly string tenant = Guid.NewGuid().ToString();
    private int given;

    public BareWrites(string database)
    {
        connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        opening = [Made(PlainSql.Ticket), Made(PlainSql.Message), Made(PlainSql.Event)];
        answering = [Made(PlainSql.Answer), Made(PlainSql.Answered), Made(PlainSql.Event)];
    }

    public Task Open(HttpContext http) => Write(http, opening);

    public Task Answer(HttpContext http) => Write(http, answering);

    private SqliteCommand Made(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in new[] { "$a", "$b", "$c", "$t", "$s", "$n" })
            if (sql.Contains(name, StringComparison.Ordinal))
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private async Task Write(HttpContext http, SqliteCommand[] commands)
    {
        var asked = http.Request.Query;
        await line.WaitAsync();
        try
        {
            var (id, now) = (Ids.New().ToString().ToUpperInvariant(), TimeProvider.System.GetUtcNow().UtcTicks);
            given++;
            await using var transaction = connection.BeginTransaction();
            foreach (var command in commands)
            {
                command.Transaction = transaction;
                foreach (SqliteParameter parameter in command.Parameters)
                    parameter.Value = parameter.ParameterName switch
                    {
                        "$a" => id,
                        "$b" => tenant,
                        "$c" => asked["customer"].ToString(),
                        "$t" => asked["ticket"].ToString(),
                        "$s" => given,
                        _ => now,
                    };
                await command.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }
        finally
        {
            line.Release();
        }
        await BareRows.Send(http);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in opening.Concat(answering))
            await command.DisposeAsync();
        await connection.DisposeAsync();
        line.Dispose();
    }
}
