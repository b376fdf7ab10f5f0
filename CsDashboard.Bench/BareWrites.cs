using System.Data.Common;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http;

namespace CsDashboard.Bench;

/// <summary>
/// The ceiling of writing: the bare rows, prepared, in a transaction of their own that is on the disk before the answer leaves. SQLite has
/// one writer, so they stand in line here and not at its lock, which serves nobody in turn; to PostgreSQL each goes by itself.
/// </summary>
internal sealed class BareWrites(BareDatabase database) : IAsyncDisposable
{
    private static readonly string[] Opening = [PlainSql.Ticket, PlainSql.Message, PlainSql.Event];
    private static readonly string[] Answering = [PlainSql.Answer, PlainSql.Answered, PlainSql.Event];
    private static readonly string[] Names = ["a", "b", "c", "r", "s", "t", "n"];
    private readonly SemaphoreSlim line = new(1);
    private readonly string tenant = Guid.NewGuid().ToString();
    private (DbConnection Connection, DbCommand[] Opening, DbCommand[] Answering)? only;
    private int given;

    public Task Open(HttpContext http) => Write(http, opens: true);

    public Task Answer(HttpContext http) => Write(http, opens: false);

    private async Task Write(HttpContext http, bool opens)
    {
        if (database.IsPostgres)
        {
            await using var connection = await database.Open(toWrite: true);
            await Write(http, connection, Made(connection, opens ? Opening : Answering));
        }
        else
        {
            await line.WaitAsync();
            try
            {
                only ??= await Prepared();
                await Write(http, only.Value.Connection, opens ? only.Value.Opening : only.Value.Answering);
            }
            finally
            {
                line.Release();
            }
        }
        await BareRows.Send(http);
    }

    private async Task<(DbConnection, DbCommand[], DbCommand[])> Prepared()
    {
        var connection = await database.Open(toWrite: true);
        return (connection, Made(connection, Opening), Made(connection, Answering));
    }

    private DbCommand[] Made(DbConnection connection, string[] statements) =>
        [
            .. statements.Select(sql =>
            {
                var command = connection.CreateCommand();
                command.CommandText = database.Sql(sql);
                foreach (var name in Names)
                    if (sql.Contains("$" + name, StringComparison.Ordinal))
                        command.Parameters.Add(database.Value(name, DBNull.Value));
                return command;
            }),
        ];

    private async Task Write(HttpContext http, DbConnection connection, DbCommand[] commands)
    {
        var (asked, number) = (http.Request.Query, Interlocked.Increment(ref given));
        var values = new Dictionary<string, object>
        {
            ["a"] = Ids.New().ToString().ToUpperInvariant(),
            ["b"] = tenant,
            ["c"] = asked["customer"].ToString(),
            ["r"] = $"TKT-2026-{number:X8}",
            ["s"] = number,
            ["t"] = asked["ticket"].ToString(),
            ["n"] = database.Moment(TimeProvider.System.GetUtcNow()),
        };
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var command in commands)
        {
            command.Transaction = transaction;
            foreach (DbParameter parameter in command.Parameters)
                parameter.Value = database
                    .Value(parameter.ParameterName.TrimStart('$'), values[parameter.ParameterName.TrimStart('$')])
                    .Value;
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (only is { } own)
            await own.Connection.DisposeAsync();
        line.Dispose();
    }
}
