using System.Globalization;
using CsDashboard.Audit;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using Microsoft.Data.Sqlite;

namespace CsDashboard.Bench;

/// <summary>
/// Tickets opened durably, against plain SQLite transactions of the same rows with the same sync, by one writer and by sixteen.
/// </summary>
internal static class Creating
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    public static async Task Run()
    {
        await using var house = await House.New();
        var seed = await Seed.In(house);
        await seed.GrowTo(10_000, search: false);
        var tickets = house.Get<Tickets>();
        // The history is sealed meanwhile, as it is in life.
        await house.Get<Seal>().StartAsync(default);
        // By staff: a customer may open twenty within an hour.
        Task Own(int _) =>
            tickets.OpenFor(
                seed.Agent,
                seed.Customer.CustomerId!.Value,
                new NewTicket
                {
                    Title = "The payout of last week",
                    Description = "It was promised for Monday and has not arrived. Could you look where it is?",
                }
            );

        Clocked.Head("Opening a ticket, durable (WAL, synchronous=FULL)");
        foreach (var writers in new[] { 1, 16 })
        {
            // New code is compiled twice before it runs as fast as it will for days.
            await Clocked.Load(writers, TimeSpan.FromSeconds(12), Own);
            var raw = await Plain(house.Database, writers);
            var own = await Clocked.Load(writers, Length, Own);
            Clocked.Line(
                $"{writers} writer{(writers > 1 ? "s" : "")}, tickets a second",
                $"{own.PerSecond:0}",
                $"{raw.PerSecond:0} (plain transactions)",
                $"{own.PerSecond / raw.PerSecond:0.00} of the ceiling (aim: at least 0.50)"
            );
            Clocked.Line(
                $"{writers} writer{(writers > 1 ? "s" : "")}, p99 in ms",
                $"{own.Times.At(0.99):0.0}",
                $"{raw.Times.At(0.99):0.0}",
                writers == 16 ? "aim: below 100 ms" : ""
            );
        }
    }

    private static async Task<(double PerSecond, double[] Times)> Plain(string database, int writers)
    {
        var connections = new SqliteConnection[writers];
        for (var i = 0; i < writers; i++)
        {
            connections[i] = new SqliteConnection($"Data Source={database};Default Timeout=30");
            await connections[i].OpenAsync();
        }
        var (tenant, customer) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        try
        {
            return await Clocked.Load(
                writers,
                Length,
                async caller =>
                {
                    var (id, now) = (Ids.New().ToString().ToUpperInvariant(), DateTimeOffset.UnixEpoch.UtcTicks);
                    await using var transaction = (SqliteTransaction)await connections[caller].BeginTransactionAsync();
                    await Insert(transaction, PlainSql.Ticket, id, tenant, customer, now);
                    await Insert(transaction, PlainSql.Message, id, tenant, customer, now);
                    await Insert(transaction, PlainSql.Event, id, tenant, customer, now);
                    await transaction.CommitAsync();
                }
            );
        }
        finally
        {
            foreach (var connection in connections)
                await connection.DisposeAsync();
            await using var clean = new SqliteConnection($"Data Source={database}");
            await clean.OpenAsync();
            await using var command = clean.CreateCommand();
            command.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"DROP TRIGGER IF EXISTS Events_no_DELETE; DELETE FROM Events WHERE TenantId = '{tenant}'; DELETE FROM Tickets WHERE TenantId = '{tenant}'; DELETE FROM Messages WHERE TenantId = '{tenant}'"
            );
            await command.ExecuteNonQueryAsync();
        }
    }

    private static int given;

    private static async Task Insert(SqliteTransaction transaction, string sql, string id, string tenant, string customer, long now)
    {
        await using var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        command.Parameters.AddWithValue("$a", id);
        command.Parameters.AddWithValue("$b", tenant);
        if (sql.Contains("$s", StringComparison.Ordinal))
            command.Parameters.AddWithValue("$s", Interlocked.Increment(ref given));
        if (sql.Contains("$r", StringComparison.Ordinal))
            command.Parameters.AddWithValue("$r", id);
        if (sql.Contains("$c", StringComparison.Ordinal))
            command.Parameters.AddWithValue("$c", customer);
        command.Parameters.AddWithValue("$n", now);
        await command.ExecuteNonQueryAsync();
    }
}
