using System.Diagnostics;
using System.Globalization;
using CsDashboard.Audit;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.Data.Sqlite;

namespace CsDashboard.Bench;

/// <summary>The history as it grows a hundredfold: its first page, each filter, and the verifying of its chain.</summary>
internal static class Audits
{
    private const int Few = 50_000;
    private const int Links = 1_000_000;
    private static readonly string[] People = [.. Enumerable.Range(0, 40).Select(_ => Guid.NewGuid().ToString().ToUpperInvariant())];
    private static readonly string[] Things = [.. Enumerable.Range(0, 20_000).Select(_ => Guid.NewGuid().ToString().ToUpperInvariant())];
    private static readonly (string Room, string Kind, string Action, string Subject)[] Kinds =
    [
        ("Desk", "MessageAdded", "CREATE", "ticket"),
        ("Desk", "StatusChanged", "UPDATE", "ticket"),
        ("Desk", "TicketAssigned", "UPDATE", "ticket"),
        ("Desk", "TicketOpened", "CREATE", "ticket"),
        ("Accounts", "SignedIn", "LOGIN", "user"),
        ("Accounts", "SignInFailed", "LOGIN_FAILED", "user"),
        ("Accounts", "RoleChanged", "UPDATE", "user"),
        ("Knowledge", "ArticleWritten", "UPDATE", "article"),
    ];

    public static async Task Run(int most, int links = Links)
    {
        await using var house = await House.New();
        var seed = await Seed.In(house);
        var admin = seed.Agent with { Role = Role.Admin };
        var (trail, began) = (house.Get<AuditTrail>(), new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var (person, thing) = (Guid.Parse(People[7]), Guid.Parse(Things[7]));
        AuditFilter In(int rows) => new() { From = began.AddSeconds(rows / 2 * 5L), To = began.AddSeconds(rows / 2 * 5L + 86_400) };
        (string Name, Func<int, AuditFilter> Filter)[] reads =
        [
            ("first page", _ => new()),
            ("one person", _ => new() { Person = person }),
            ("one table", _ => new() { Table = "tickets" }),
            ("a rare table", _ => new() { Table = "articles" }),
            ("one action", _ => new() { Action = "LOGIN_FAILED" }),
            ("a day in the middle", In),
            ("a person in a table on a day", rows => In(rows) with { Person = person, Table = "tickets" }),
            ("one thing's history", _ => new() { Row = thing }),
            ("words, found", _ => new() { Text = "promised" }),
            ("words, found nowhere", _ => new() { Text = "zirconium" }),
        ];
        var measured = new List<(int Size, double[] Medians)>();
        foreach (var size in new[] { Math.Min(Few, most), most }.Distinct())
        {
            await GrowTo(house.Database, admin.TenantId, measured.Count == 0 ? 0 : measured[^1].Size, size, began);
            await house.Get<Store>().Tend();
            var medians = new double[reads.Length];
            for (var i = 0; i < reads.Length; i++)
            {
                var filter = reads[i].Filter(size);
                await Clocked.Times(20, _ => trail.List(admin, filter));
                medians[i] = (await Clocked.Times(60, _ => trail.List(admin, filter))).At(0.5);
            }
            measured.Add((size, medians));
            Console.WriteLine($"{size:N0} entries: {string.Join(", ", reads.Zip(medians, (r, m) => $"{r.Name} {m:0.00} ms"))}");
        }
        Clocked.Head(
            $"The history, 50 entries a page, medians in ms at {string.Join(" / ", measured.Select(m => $"{m.Size:N0}"))} entries (the ceiling is the smaller table)"
        );
        for (var i = 0; i < reads.Length; i++)
            Clocked.Line(
                reads[i].Name,
                string.Join(" / ", measured.Select(m => $"{m.Medians[i]:0.00}")),
                $"{measured[0].Medians[i]:0.00}",
                $"{measured[^1].Medians[i] / measured[0].Medians[i]:0.00} times (aim: at most 1.5)"
            );
        await Verifying(Math.Min(links, most), began);
    }

    // A chain of its own length, sealed by the product's own worker; and how much of the verifying is bare reading and hashing.
    private static async Task Verifying(int links, DateTimeOffset began)
    {
        await using var house = await House.New();
        var admin = (await Seed.In(house)).Agent with { Role = Role.Admin };
        await house.Get<Seal>().SealAll();
        await GrowTo(house.Database, admin.TenantId, 0, links, began);
        var start = Stopwatch.GetTimestamp();
        await house.Get<Seal>().SealAll();
        var sealing = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        var verdict = await house.Get<AuditCheck>().Verify(admin);
        var verifying = Stopwatch.GetElapsedTime(start);
        if (!verdict.IsWhole || verdict.Links < links)
            throw new InvalidOperationException($"The chain is not whole: {string.Join(", ", verdict.Findings)}");
        start = Stopwatch.GetTimestamp();
        var bytes = await Bare(house.Database);
        var bare = Stopwatch.GetElapsedTime(start);
        Clocked.Head($"The chain of {verdict.Links:N0} entries");
        Clocked.Line("sealing, seconds", $"{sealing.TotalSeconds:0.0}", "", $"{links / sealing.TotalSeconds:N0} a second");
        Clocked.Line(
            "verifying, seconds",
            $"{verifying.TotalSeconds:0.0}",
            $"{bare.TotalSeconds:0.0} (reading the rows by ADO.NET and hashing their {bytes / 1_048_576:N0} MB)",
            $"{links / verifying.TotalSeconds:N0} a second"
        );
        Clocked.Line("memory of the process after it, MB", $"{Environment.WorkingSet / 1_048_576}", "", "");
    }

    private static async Task<long> Bare(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT e.ActorName, e.Payload, e.Before, e.After, l.Hash FROM AuditLinks l JOIN Events e ON e.Id = l.EventId ORDER BY l.TenantId, l.Position";
        var bytes = 0L;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var text = System.Text.Encoding.UTF8.GetBytes(
                rows.GetString(0)
                    + rows.GetString(1)
                    + (rows.IsDBNull(2) ? "" : rows.GetString(2))
                    + (rows.IsDBNull(3) ? "" : rows.GetString(3))
            );
            System.Security.Cryptography.SHA256.HashData(text);
            bytes += text.Length;
        }
        return bytes;
    }

    private static async Task GrowTo(string database, Guid tenant, int from, int to, DateTimeOffset began)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await Rows.Run(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-200000");
        await using var insert = connection.CreateCommand();
        string[] columns =
        [
            "TenantId",
            "At",
            "UserId",
            "ActorName",
            "ActorRole",
            "Address",
            "Room",
            "Kind",
            "Action",
            "SubjectKind",
            "SubjectId",
            "Before",
            "After",
            "Payload",
            "Silent",
            "DeliveredAt",
        ];
        insert.CommandText =
            $"INSERT INTO Events ({string.Join(',', columns)}) VALUES ({string.Join(',', columns.Select((_, i) => "$" + i))})";
        foreach (var i in Enumerable.Range(0, columns.Length))
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        var random = new Random(42 + from);
        for (var row = from; row < to; )
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            insert.Transaction = transaction;
            for (var until = Math.Min(to, row + 50_000); row < until; row++)
            {
                var (at, number) = (began.AddSeconds(row * 5L).UtcTicks, random.Next(1000));
                // One in fifty is about articles, one in forty a sign-in that failed.
                var (room, kind, action, subject) = Kinds[
                    number < 20 ? 7
                    : number < 45 ? 5
                    : number < 60 ? 6
                    : number < 200 ? 4
                    : number % 4
                ];
                var change = action == "UPDATE";
                object[] values =
                [
                    tenant.ToString().ToUpperInvariant(),
                    at,
                    People[random.Next(People.Length)],
                    $"Person {number % 40}",
                    "Agent",
                    "203.0.113.7",
                    room,
                    kind,
                    action,
                    subject,
                    Things[random.Next(Things.Length)],
                    change ? "{\"status\":\"open\"}" : DBNull.Value,
                    change ? "{\"status\":\"pending\"}" : DBNull.Value,
                    $$"""{"ticketId":"{{Things[number]}}","number":"TKT-2026-{{row:X8}}","title":"The payout of last week","excerpt":"It was {{(row % 7 == 0 ? "promised" : "meant")}} for Monday and has not arrived."}""",
                    false,
                    at,
                ];
                for (var i = 0; i < values.Length; i++)
                    insert.Parameters[i].Value = values[i];
                insert.ExecuteNonQuery();
            }
            await transaction.CommitAsync();
        }
        await Rows.Run(connection, "PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
