using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Accounts;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CsDashboard.Bench;

/// <summary>
/// A data folder with a desk as people meet it: besides what <see cref="Seed"/> makes, an agent with tickets of their own, a customer with
/// theirs, a rare tag, promises that fall due within two weeks, a conversation of a hundred messages.
/// </summary>
internal static class DeskSeed
{
    public const string AgentEmail = "colleague@bench.example";
    public const string RareTag = "vip";
    public const int LongConversation = 100;
    private const int OfAgent = 300,
        OfCustomer = 40;

    /// <summary>Made anew, unless one of that size was kept for the same tables. One to be kept is put among the artifacts.</summary>
    public static async Task<string> Folder(int tickets, bool keep)
    {
        var kept = Path.Combine(Published.Artifacts, $"desk-{tickets}-{Tables}");
        if (keep && Directory.Exists(kept))
            return kept;
        var folder = Directory.CreateTempSubdirectory("csdashboard-doors-").FullName;
        await Fill(folder, tickets);
        if (!keep)
            return folder;
        Directory.CreateDirectory(Published.Artifacts);
        // Under its name only when it is complete.
        var part = Copy(folder, kept + ".part");
        Directory.Move(part, kept);
        Directory.Delete(folder, recursive: true);
        return kept;
    }

    public static string Copy(string folder, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(folder))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        return to;
    }

    private static async Task Fill(string folder, int tickets)
    {
        await using var house = House.In(folder);
        var store = house.Get<Store>();
        await store.Prepare();
        // As at the product's first start, while there is nothing yet: otherwise it folds all texts anew when it is measured.
        await house.Get<Refolding>().Do();
        var seed = await Seed.In(house);
        await seed.GrowTo(tickets, search: true);
        var agent = await store.Write(
            seed.Agent,
            async db =>
                await Users.Add(
                    db,
                    new NewAccount
                    {
                        Name = "Colleague",
                        Email = AgentEmail,
                        Role = Role.Agent,
                        PasswordHash = await db
                            .UsersEverywhere.Where(u => u.Id == seed.Agent.UserId)
                            .Select(u => u.PasswordHash)
                            .SingleAsync(),
                    }
                )
        );
        await using (var connection = new SqliteConnection($"Data Source={house.Database};Pooling=False"))
        {
            await connection.OpenAsync();
            var now = TimeProvider.System.GetUtcNow().UtcTicks;
            await Rows.Run(
                connection,
                $"""
                PRAGMA synchronous=OFF;
                UPDATE Tickets SET AssigneeId = '{Text(agent.Id)}' WHERE Short % {Math.Max(tickets / OfAgent, 1)} = 0;
                UPDATE Tickets SET CustomerId = '{Text(seed.Customer.CustomerId!.Value)}' WHERE Short % {Math.Max(
                    tickets / OfCustomer,
                    1
                )} = 1;
                UPDATE Tickets SET TagText = CASE TagText WHEN '' THEN ',' ELSE TagText END || '{RareTag},' WHERE Short % 500 = 7;
                UPDATE Tickets SET NextDueAt = CASE Status WHEN 'Pending' THEN {Ticket.Never.UtcTicks}
                    ELSE {now} + (Short * 7919 % 20160 - 288) * {TimeSpan.TicksPerMinute} END WHERE IsOpen;
                """
            );
        }
        await seed.Talk(LongConversation);
        await store.Tend();
        await using var whole = new SqliteConnection($"Data Source={house.Database};Pooling=False");
        await whole.OpenAsync();
        await Rows.Run(whole, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    // Another for every other set of migrations.
    private static string Tables
    {
        get
        {
            var ids = typeof(Store)
                .Assembly.GetTypes()
                .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id)
                .Order(StringComparer.Ordinal);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', ids))))[..8];
        }
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();
}
