using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// Lets each connection read the database file where the system keeps it in memory: the connection's own cache is small, and without this
/// every page that is not in it is copied by a call of its own, which was a fifth of an inbox's time. Done once for a connection, which a
/// pool hands out many times.
/// </summary>
internal sealed class MappedReads : DbConnectionInterceptor
{
    // Of a larger file the rest is read as usual.
    private const long Bytes = 512L * 1024 * 1024;
    private static readonly object Done = new();
    private readonly ConditionalWeakTable<object, object> mapped = [];

    public static readonly string Pragma = $"PRAGMA mmap_size={Bytes}";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Map(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Map(connection);
        return Task.CompletedTask;
    }

    private void Map(DbConnection connection)
    {
        if (((SqliteConnection)connection).Handle is not { } handle || !mapped.TryAdd(handle, Done))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        command.ExecuteNonQuery();
    }
}
