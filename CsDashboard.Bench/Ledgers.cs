using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CsDashboard.Audit;
using CsDashboard.Customers;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Bench;

/// <summary>
/// The ledger of points as it grows a thousandfold: what a member reads and redeems, the figures of a company, and how fast the orders'
/// events are worked off into it, at once and while more arrive.
/// </summary>
internal static class Ledgers
{
    private static readonly RateBook Rates = new(Currency.Usual, []);
    private const int Few = 10_000,
        InARecording = 50,
        Arriving = 1_000,
        Seconds = 30,
        InATransaction = 64;

    public static async Task Run(int entries, int members, int orders)
    {
        var handlers = new Handlers();
        await using var small = await Filled.New(
            Math.Min(Few, entries),
            Math.Max(10, (int)(members * (long)Math.Min(Few, entries) / entries)),
            null
        );
        await using var full = await Filled.New(entries, members, handlers.Clock);
        await Reading(small, full);
        await Counting(full);
        await Earning(full, orders, handlers);
        await full.ShouldAddUp();
    }

    private static async Task Reading(Filled small, Filled full)
    {
        string[] names = ["balance and tier", "the ledger, first page", "one redeem, durable"];
        var times = new Dictionary<(Filled, int), double[]>();
        using var plans = new Plans();
        foreach (var filled in new[] { small, full, small, full })
        {
            var points = filled.House.Get<Points>();
            Func<int, Task>[] calls =
            [
                i => points.Of(filled.Agent, filled.Members[i * 7919 % filled.Members.Length]),
                i => points.Entries(filled.Agent, filled.Members[i * 7919 % filled.Members.Length]),
                i => points.Redeem(filled.Agent, filled.Spenders[i % filled.Spenders.Length], 1, "bench"),
            ];
            for (var i = 0; i < calls.Length; i++)
            {
                await Clocked.Times(100, calls[i]);
                times[(filled, i)] = await Clocked.Times(500, calls[i]);
            }
        }
        Clocked.Head(
            $"Points of one member, ms at {small.Entries:N0} / {full.Entries:N0} entries of {small.Members.Length:N0} / {full.Members.Length:N0} members (the ceiling is the smaller ledger)"
        );
        for (var i = 0; i < names.Length; i++)
            foreach (var (part, word) in new[] { (0.5, "median"), (0.99, "p99") })
                Clocked.Line(
                    $"{names[i]}, {word}",
                    $"{times[(small, i)].At(part):0.00} / {times[(full, i)].At(part):0.00}",
                    $"{times[(small, i)].At(part):0.00}",
                    $"{times[(full, i)].At(part) / times[(small, i)].At(part):0.00} times{(part < 0.9 ? " (aim: at most 1.5)" : "")}"
                );
        var walks = await plans.Walks(full.House.Database);
        Clocked.Line(
            "tables that one of their queries walks",
            walks.Count == 0 ? "none" : string.Join("; ", walks),
            "none",
            "by EXPLAIN QUERY PLAN"
        );
    }

    private static async Task Counting(Filled full)
    {
        var points = full.House.Get<Points>();
        Clocked.Head($"Figures of all points at {full.Entries:N0} entries, ms");
        foreach (var days in new[] { 30, 365 })
        {
            var counting = (await Clocked.Times(1, _ => points.Figures(full.Admin, days)))[0];
            var asked = await Clocked.Times(50, _ => points.Figures(full.Admin, days));
            Clocked.Line(
                $"{days} days, as asked (they are kept), p99",
                $"{asked.At(0.99):0.00}",
                "",
                $"counted anew in {counting:0}, behind; aim: below 200 ms"
            );
        }
    }

    private static async Task Earning(Filled full, int orders, Handlers handlers)
    {
        var (pump, next) = (full.House.Get<EventPump>(), 0);
        using var plans = new Plans();
        // New code is compiled twice before it runs as fast as it will for days.
        for (var i = 0; i < 60; i++)
            await Record(InARecording);
        await pump.Drain();
        // As every hour: there were no orders when the engine looked last.
        await full.House.Get<Store>().Tend();
        handlers.Clear();
        var before = await full.Ask("SELECT max(Id) FROM Events");
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < orders; i += InARecording)
            await Record(InARecording);
        var recording = clock.Elapsed.TotalMicroseconds / orders;
        clock.Restart();
        await pump.Drain();
        var (seconds, events) = (clock.Elapsed.TotalSeconds, await full.Ask("SELECT max(Id) FROM Events") - before);
        var plain = await full.Plain(orders);
        Clocked.Head($"Orders that earn points, worked off into {full.Entries:N0} entries (WAL, synchronous=FULL)");
        Clocked.Line(
            "orders a second",
            $"{orders / seconds:0}",
            $"{orders / plain:0} (plain transactions of {InATransaction} orders with the rows that are written)",
            $"{plain / seconds:0.00} of the ceiling (aim: 1,000 a second)"
        );
        Clocked.Line(
            "events a second, what follows from them included",
            $"{events / seconds:0}",
            "",
            $"{(double)events / orders:0.0} for each order"
        );
        foreach (var (name, spent) in handlers.Spent)
            Clocked.Line($"of it in {name}, µs an order", $"{spent.TotalMicroseconds / orders:0}", "", "");
        Clocked.Line(
            "of it around them, µs an order",
            $"{(seconds * 1e6 - handlers.Spent.Sum(h => h.Spent.TotalMicroseconds)) / orders:0}",
            "",
            "reading, marking, savepoints, commit"
        );
        var walks = await plans.Walks(full.House.Database);
        Clocked.Line(
            "tables that one of their queries walks",
            walks.Count == 0 ? "none" : string.Join("; ", walks),
            "none",
            "by EXPLAIN QUERY PLAN"
        );

        // The history is sealed meanwhile, as it is in life.
        await full.House.Get<Seal>().SealAll();
        await full.House.Get<Seal>().StartAsync(default);
        await pump.StartAsync(default);
        var (lags, sent, longest) = (new List<(double At, double Lag)>(), 0, 0d);
        clock.Restart();
        using var over = new CancellationTokenSource();
        var looking = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                var oldest = await full.Ask("SELECT coalesce((SELECT At FROM Events WHERE DeliveredAt IS NULL ORDER BY Id LIMIT 1), 0)");
                lags.Add(
                    (
                        clock.Elapsed.TotalSeconds,
                        oldest == 0 ? 0 : (TimeProvider.System.GetUtcNow().UtcTicks - oldest) / (double)TimeSpan.TicksPerMillisecond
                    )
                );
                await Task.Delay(100);
            }
        });
        while (clock.Elapsed.TotalSeconds < Seconds)
        {
            var due = Math.Min((int)(clock.Elapsed.TotalSeconds * Arriving) - sent, 4 * InARecording);
            if (due >= InARecording)
            {
                longest = Math.Max(longest, (await Clocked.Times(1, _ => Record(due)))[0]);
                sent += due;
            }
            else
                await Task.Delay(5);
        }
        var rate = sent / clock.Elapsed.TotalSeconds;
        while (await full.Ask("SELECT count(*) FROM Events WHERE DeliveredAt IS NULL") > 0)
            await Task.Delay(20);
        var rest = clock.Elapsed.TotalSeconds - Seconds;
        await over.CancelAsync();
        await looking;
        await pump.StopAsync(default);
        await full.House.Get<Seal>().StopAsync(default);
        Clocked.Line(
            $"orders that arrived a second, for {Seconds} seconds",
            $"{rate:0}",
            $"{Arriving}",
            $"recording one takes {recording:0} µs of the same line; the longest waited {longest:0} ms"
        );
        Clocked.Line(
            "age of the oldest event that waits, ms, at most in each six seconds",
            string.Join(" / ", lags.Where(l => l.At < Seconds).GroupBy(l => (int)(l.At / 6)).Select(g => $"{g.Max(l => l.Lag):0}")),
            "",
            $"all worked off {rest:0.0} s after the last (aim: it does not grow)"
        );

        // As the verb records them, many in one write.
        Task Record(int count) =>
            full
                .House.Get<Store>()
                .Write(
                    full.Shop,
                    db =>
                    {
                        for (var i = 0; i < count; i++, next++)
                        {
                            var order = new Order
                            {
                                CustomerId = full.Members[next * 7919L % full.Members.Length],
                                Number = string.Create(CultureInfo.InvariantCulture, $"B-{next}"),
                            };
                            order.Take(
                                new OrderInput
                                {
                                    Number = order.Number,
                                    Lines = [new() { Name = "Challenge 10K", UnitPrice = 40 + next % 200 }],
                                },
                                OrderStatus.Confirmed,
                                false,
                                full.Shop.Now,
                                Rates
                            );
                            db.Set<Order>().Add(order);
                            db.Record(new OrderRecorded(order.Id, order.CustomerId, order.Number, null, order.Facts));
                        }
                        return Task.CompletedTask;
                    }
                );
    }

    /// <summary>How long each handler takes, its saving included.</summary>
    private sealed class Handlers
    {
        private readonly ConcurrentDictionary<string, TimeSpan> spent = new();

        public IEnumerable<(string Name, TimeSpan Spent)> Spent => spent.OrderByDescending(h => h.Value).Select(h => (h.Key, h.Value));

        public void Clear() => spent.Clear();

        public void Clock(IServiceCollection services)
        {
            foreach (var binding in services.Where(s => s.ServiceType == typeof(EventHandlerBinding)).ToList())
            {
                var own = (EventHandlerBinding)binding.ImplementationInstance!;
                services[services.IndexOf(binding)] = ServiceDescriptor.Singleton(
                    own with
                    {
                        Invoke = async (rooms, happenings, db) =>
                        {
                            var began = Stopwatch.GetTimestamp();
                            await own.Invoke(rooms, happenings, db);
                            await db.SaveChangesAsync();
                            var took = Stopwatch.GetElapsedTime(began);
                            spent.AddOrUpdate($"{own.HandlerType.Name} of {own.EventType.Name}", took, (_, before) => before + took);
                        },
                    }
                );
            }
        }
    }

    /// <summary>A company whose members have a ledger that adds up, written straight into the tables in the order of time.</summary>
    private sealed class Filled : IAsyncDisposable
    {
        private const long Day = TimeSpan.TicksPerDay;

        private Filled(House house, Actor agent, int entries, Guid[] members) =>
            (House, Agent, Entries, Members) = (house, agent, entries, members);

        public House House { get; }
        public int Entries { get; }
        public Guid[] Members { get; }

        /// <summary>Some who have points to redeem.</summary>
        public Guid[] Spenders { get; private set; } = [];
        public Actor Agent { get; }
        public Actor Admin => Agent with { Role = Role.Admin };
        public Actor Shop => Agent with { Role = Role.Service, UserId = null, Name = "Shop" };

        public static async Task<Filled> New(int entries, int members, Action<IServiceCollection>? with)
        {
            var house = await House.New(with);
            var agent = (await Seed.In(house)).Agent;
            // They came before their first points.
            var began = agent.Now.AddDays(-301);
            var people = Enumerable.Range(0, members).Select(_ => Guid.CreateVersion7(began)).ToArray();
            for (var from = 0; from < members; from += 20_000)
            {
                var some = people
                    .Skip(from)
                    .Take(20_000)
                    .Select((id, i) => string.Create(CultureInfo.InvariantCulture, $"m{from + i}@bench.example"))
                    .Select(
                        (mail, i) =>
                            new Customer
                            {
                                Id = people[from + i],
                                Number = 1_000_000 + from + i,
                                UniqueId = $"{from + i:X8}",
                                PublicId = $"{from + i:x24}",
                                Name = $"Member {from + i}",
                                Email = mail,
                                NormalizedEmail = mail,
                                CreatedAt = began,
                            }
                    )
                    .ToList();
                await house.Get<Store>().Write(agent, db => db.InsertAll(some));
            }
            var filled = new Filled(house, agent, entries, people);
            var clock = Stopwatch.StartNew();
            await filled.Write(began.AddDays(1).UtcTicks, agent.Now.UtcTicks);
            await house.Get<Store>().Tend();
            Console.WriteLine(
                $"{entries:N0} entries of {members:N0} members written in {clock.Elapsed.TotalSeconds:0} s, {new FileInfo(house.Database).Length / 1_048_576:N0} MB"
            );
            return filled;
        }

        private async Task Write(long begin, long end)
        {
            var (random, tenant, rule) = (
                new Random(42),
                Text(Agent.TenantId),
                Text(EarningRule.Defaults(Agent.TenantId).Single(r => r.On == EarnOn.Order).Id)
            );
            var (balance, lifetime, redeemed, lastAt, keys) = (
                new long[Members.Length],
                new long[Members.Length],
                new long[Members.Length],
                new long[Members.Length],
                Members.Select(Text).ToArray()
            );
            // What each entry has left, and the member's next entry that has some: the oldest is spent first.
            var (ids, of, left, next, first, last) = (
                new Guid[Entries],
                new int[Entries],
                new int[Entries],
                new int[Entries],
                new int[Members.Length],
                new int[Members.Length]
            );
            Array.Fill(first, -1);
            long At(int i) => begin + (end - begin) / (Entries + 1) * (i + 1);
            await using var connection = new SqliteConnection($"Data Source={House.Database};Pooling=False");
            await connection.OpenAsync();
            await Rows.Run(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-400000");
            var indexes = await Texts(
                connection,
                "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('LoyaltyEntries', 'PointLots')"
            );
            foreach (
                var name in await Texts(
                    connection,
                    "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('LoyaltyEntries', 'PointLots')"
                )
            )
                await Rows.Run(connection, $"DROP INDEX \"{name}\"");

            await using var entry = Rows.Insert(
                connection,
                "LoyaltyEntries",
                "Id TenantId CustomerId At Kind Points Lifetime BalanceAfter RuleId EventId Source Reason Basis Rate AvailableFrom ExpiresAt"
            );
            await Many(
                connection,
                entry,
                Entries,
                i =>
                {
                    var (member, at, roll) = (random.Next(Members.Length), At(i), random.Next(100));
                    (ids[i], of[i], lastAt[member]) = (Guid.CreateVersion7(new DateTimeOffset(at, TimeSpan.Zero)), member, at);
                    var (wanted, taken) = (roll < 15 ? random.Next(20, 200) : 0, 0);
                    while (taken < wanted && first[member] is >= 0 and var lot && At(lot) + 14 * Day <= at)
                    {
                        var some = Math.Min(wanted - taken, left[lot]);
                        (left[lot], taken) = (left[lot] - some, taken + some);
                        if (left[lot] == 0)
                            first[member] = next[lot] is var follower && follower > 0 ? follower : -1;
                    }
                    if (taken > 0)
                    {
                        (balance[member], redeemed[member]) = (balance[member] - taken, redeemed[member] + taken);
                        Rows.Fill(
                            entry,
                            Text(ids[i]),
                            tenant,
                            keys[member],
                            at,
                            "Redeemed",
                            -taken,
                            0,
                            balance[member],
                            DBNull.Value,
                            DBNull.Value,
                            DBNull.Value,
                            "voucher",
                            DBNull.Value,
                            DBNull.Value,
                            DBNull.Value,
                            DBNull.Value
                        );
                        return;
                    }
                    var (points, earned) = (random.Next(5, 250), roll < 95);
                    (balance[member], lifetime[member], left[i]) = (balance[member] + points, lifetime[member] + points, points);
                    if (first[member] < 0)
                        first[member] = i;
                    else
                        next[last[member]] = i;
                    last[member] = i;
                    if (earned)
                        Rows.Fill(
                            entry,
                            Text(ids[i]),
                            tenant,
                            keys[member],
                            at,
                            "Earned",
                            points,
                            points,
                            balance[member],
                            rule,
                            1_000_000_000L + i,
                            $"order/{Ids.New():N}",
                            $"O-{i}",
                            points * 10_000L,
                            10_000,
                            at + 14 * Day,
                            at + 379 * Day
                        );
                    else
                        Rows.Fill(
                            entry,
                            Text(ids[i]),
                            tenant,
                            keys[member],
                            at,
                            "Bonus",
                            points,
                            points,
                            balance[member],
                            DBNull.Value,
                            DBNull.Value,
                            DBNull.Value,
                            "For your patience",
                            DBNull.Value,
                            DBNull.Value,
                            at,
                            at + 365 * Day
                        );
                }
            );
            await using var rest = Rows.Insert(connection, "PointLots", "Id TenantId CustomerId Remaining AvailableFrom ExpiresAt");
            await Many(
                connection,
                rest,
                Entries,
                i =>
                {
                    if (left[i] > 0)
                        Rows.Fill(rest, Text(ids[i]), tenant, keys[of[i]], left[i], At(i) + 14 * Day, At(i) + 379 * Day);
                }
            );
            await using var account = Rows.Insert(
                connection,
                "LoyaltyAccounts",
                "CustomerId TenantId Balance Lifetime Redeemed Tier TierSince JoinedAt LastAt"
            );
            await Many(
                connection,
                account,
                Members.Length,
                m =>
                {
                    if (lastAt[m] > 0)
                        Rows.Fill(
                            account,
                            keys[m],
                            tenant,
                            balance[m],
                            lifetime[m],
                            redeemed[m],
                            TierTerms.At(lifetime[m]).ToString(),
                            lastAt[m],
                            begin,
                            lastAt[m]
                        );
                }
            );
            foreach (var index in indexes)
                await Rows.Run(connection, index);
            await Rows.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            Spenders =
            [
                .. Enumerable
                    .Range(0, Members.Length)
                    .Where(m => first[m] >= 0 && At(first[m]) + 14 * Day <= end && left[first[m]] >= 20)
                    .Take(5_000)
                    .Select(m => Members[m]),
            ];
        }

        /// <summary>Seconds that plain transactions take to write the rows that a number of orders leave behind.</summary>
        public async Task<double> Plain(int orders)
        {
            await using var connection = new SqliteConnection($"Data Source={House.Database};Default Timeout=30");
            await connection.OpenAsync();
            var (company, now) = (Text(Agent.TenantId), Agent.Now.UtcTicks);
            await using var entry = Rows.Insert(
                connection,
                "LoyaltyEntries",
                "Id TenantId CustomerId At Kind Points Lifetime BalanceAfter RuleId EventId Source Reason Basis Rate AvailableFrom ExpiresAt"
            );
            await using var lot = Rows.Insert(connection, "PointLots", "Id TenantId CustomerId Remaining AvailableFrom ExpiresAt");
            await using var told = Rows.Insert(
                connection,
                "Events",
                "TenantId At ActorName ActorRole Room Kind Action SubjectKind SubjectId ForCustomer After Payload Silent WhoSalt ContentSalt"
            );
            await using var counted = Statement(
                "INSERT INTO RewardMembers (CustomerId, TenantId, Orders) VALUES ($0, $1, 1) ON CONFLICT DO UPDATE SET Orders = Orders + 1",
                2
            );
            await using var summed = Statement(
                "UPDATE LoyaltyAccounts SET Balance = Balance + $1, Lifetime = Lifetime + $1, LastAt = $2 WHERE CustomerId = $0",
                3
            );
            await using var marked = Statement(
                "UPDATE Events SET DeliveredAt = $0 WHERE Id IN (last_insert_rowid(), last_insert_rowid() - 1)",
                1
            );
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < orders; i += InATransaction)
            {
                await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
                foreach (var command in new[] { entry, lot, told, counted, summed, marked })
                    command.Transaction = transaction;
                for (var o = i; o < Math.Min(orders, i + InATransaction); o++)
                {
                    var (id, member) = (Text(Ids.New()), Text(Members[o * 104729L % Members.Length]));
                    Rows.Fill(
                        entry,
                        id,
                        company,
                        member,
                        now,
                        "Earned",
                        0,
                        0,
                        100,
                        id,
                        2_000_000_000L + o,
                        $"order/{Ids.New():N}",
                        $"P-{o}",
                        1_000_000L,
                        10_000,
                        now + 14 * Day,
                        now + 379 * Day
                    );
                    Rows.Fill(lot, id, company, member, 0, now + 14 * Day, now + 379 * Day);
                    Rows.Fill(
                        told,
                        company,
                        now,
                        "System",
                        "System",
                        "Engagement",
                        nameof(PointsBooked),
                        "POINTS_EARNED",
                        "points",
                        member,
                        member,
                        """{"points":100,"balance":1000,"reason":"P-1"}""",
                        """{"entryId":"0193","customerId":"0193","kind":"earned","points":100,"balance":1000,"reason":"P-1"}""",
                        false,
                        new byte[16],
                        new byte[16]
                    );
                    Rows.Fill(marked, now);
                    Rows.Fill(counted, member, company);
                    Rows.Fill(summed, member, 0, now);
                }
                await transaction.CommitAsync();
            }
            return clock.Elapsed.TotalSeconds;

            SqliteCommand Statement(string sql, int values)
            {
                var command = connection.CreateCommand();
                command.CommandText = sql;
                for (var i = 0; i < values; i++)
                    command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
                return command;
            }
        }

        public async Task<long> Ask(string sql)
        {
            await using var connection = new SqliteConnection($"Data Source={House.Database}");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }

        public async Task ShouldAddUp()
        {
            var (balances, entries, lots) = (
                await Ask("SELECT sum(Balance) FROM LoyaltyAccounts"),
                await Ask("SELECT sum(Points) FROM LoyaltyEntries"),
                await Ask("SELECT sum(Remaining) FROM PointLots")
            );
            Console.WriteLine($"Balances {balances:N0}, entries {entries:N0}, what is left of them {lots:N0}.");
            if (balances != entries || balances != lots)
                throw new InvalidOperationException("The ledger does not add up.");
        }

        public ValueTask DisposeAsync() => House.DisposeAsync();

        private static string Text(Guid id) => id.ToString().ToUpperInvariant();

        private static async Task<List<string>> Texts(SqliteConnection connection, string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            var texts = new List<string>();
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                texts.Add(rows.GetString(0));
            return texts;
        }

        private static async Task Many(SqliteConnection connection, SqliteCommand command, int count, Action<int> add)
        {
            for (var row = 0; row < count; )
            {
                await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
                command.Transaction = transaction;
                for (var until = Math.Min(count, row + 100_000); row < until; row++)
                    add(row);
                await transaction.CommitAsync();
            }
        }
    }
}
