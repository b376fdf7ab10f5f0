using System.Globalization;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Checkout;
using Microsoft.Data.Sqlite;

namespace CsDashboard.Bench;

/// <summary>
/// The rows of an order that was placed, written again and again by plain ADO.NET into a copy of its database: prepared statements, and a
/// transaction to an order that is on the disk when it returns. SQLite has one writer, so they stand in line here and not at its lock,
/// which serves nobody in turn.
/// </summary>
internal sealed class PlainOrders(SqliteConnection connection) : IAsyncDisposable
{
    // What an order leaves behind, and by which of its columns the rows are found.
    private static readonly (string Table, string Of)[] Tables =
    [
        ("Orders", "Id"),
        ("OrderLines", "OrderId"),
        ("StockMoves", "OrderId"),
        ("Events", "SubjectId"),
    ];
    private readonly List<(SqliteCommand Insert, string[] Columns, object[] Values)> rows = [];
    private readonly List<SqliteCommand> changes = [];
    private readonly SemaphoreSlim line = new(1);
    private int given = 1_000_000;

    public static async Task<PlainOrders> Of(House house, PlacedOrder order)
    {
        var file = Path.Combine(house.Folder, "plain.db");
        await using (var copy = new SqliteConnection($"Data Source={house.Database}"))
        {
            await copy.OpenAsync();
            await Rows.Run(copy, $"VACUUM INTO '{file}'");
        }
        var plain = new PlainOrders(new SqliteConnection($"Data Source={file}"));
        await plain.Open(order.Id.ToString().ToUpperInvariant());
        return plain;
    }

    private async Task Open(string order)
    {
        await connection.OpenAsync();
        await Rows.Run(
            connection,
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=536870912"
        );
        foreach (var (table, of) in Tables)
            await Read($"SELECT * FROM {table} WHERE {of} = '{order}'", table);
        await Read("SELECT * FROM KeyedCalls LIMIT 1", "KeyedCalls");
        foreach (var variant in Column("StockMoves", "VariantId").ToList())
            Change(
                $"UPDATE StockItems SET Reserved = Reserved + 1, UpdatedAt = UpdatedAt + 1 WHERE VariantId = '{variant}' AND OnHand - Reserved >= 1"
            );
        Change("UPDATE Sequences SET Last = Last + 1 WHERE Kind = 'order'");
        Change("UPDATE Sequences SET Last = Last + 3 WHERE Kind = 'stock_move'");
        Change(
            $"UPDATE Customers SET TotalOrders = TotalOrders + 1, TotalOrderValue = TotalOrderValue + 1 WHERE Id = '{Column("Orders", "CustomerId").Single()}'"
        );
    }

    private IEnumerable<object> Column(string table, string column) =>
        rows.Where(r => Of(r.Insert, table)).Select(r => r.Values[Array.IndexOf(r.Columns, column)]);

    private static bool Of(SqliteCommand insert, string table) => insert.CommandText.Contains($"\"{table}\"", StringComparison.Ordinal);

    private void Change(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        changes.Add(command);
    }

    private async Task Read(string sql, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            // The database counts its events itself.
            var taken = Enumerable.Range(0, reader.FieldCount).Where(i => table != "Events" || reader.GetName(i) != "Id").ToList();
            string[] columns = [.. taken.Select(reader.GetName)];
            rows.Add((Rows.Insert(connection, table, string.Join(' ', columns)), columns, [.. taken.Select(reader.GetValue)]));
        }
    }

    public async Task Write()
    {
        await line.WaitAsync();
        try
        {
            var (order, number) = (NewId(), ++given);
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            foreach (var (insert, columns, values) in rows)
            {
                insert.Transaction = transaction;
                for (var i = 0; i < columns.Length; i++)
                    insert.Parameters[i].Value = columns[i] switch
                    {
                        "Id" => Of(insert, "Orders") ? order : NewId(),
                        "OrderId" or "SubjectId" => order,
                        "LineId" or "Key" => NewId(),
                        "SequenceNumber" => number,
                        "Number" when values[i] is long => ++given,
                        "Number" => string.Create(CultureInfo.InvariantCulture, $"ORD-20260101-{number:X8}"),
                        _ => values[i],
                    };
                await insert.ExecuteNonQueryAsync();
            }
            foreach (var change in changes)
            {
                change.Transaction = transaction;
                await change.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }
        finally
        {
            line.Release();
        }
    }

    private static string NewId() => Ids.New().ToString().ToUpperInvariant();

    public async ValueTask DisposeAsync()
    {
        foreach (var (insert, _, _) in rows)
            await insert.DisposeAsync();
        foreach (var change in changes)
            await change.DisposeAsync();
        await connection.DisposeAsync();
        line.Dispose();
    }
}
