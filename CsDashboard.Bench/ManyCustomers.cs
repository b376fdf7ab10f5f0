using System.Globalization;
using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Search;
using Microsoft.Data.Sqlite;
using static CsDashboard.Bench.Rows;

namespace CsDashboard.Bench;

/// <summary>
/// The customers' list, one record, search while typing and the figures of all, as customers grow a hundredfold, with five orders each.
/// </summary>
internal static class ManyCustomers
{
    private const int OrdersOfEach = 5;
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] First =
    [
        "Mohamed",
        "Ahmed",
        "Fatima",
        "Sara",
        "Omar",
        "Layla",
        "Yusuf",
        "Nadia",
        "Karim",
        "Huda",
        "محمد",
        "أحمد",
        "فاطمة",
        "سارة",
        "عمر",
        "ليلى",
        "يوسف",
        "نادية",
        "John",
        "Maria",
    ];
    private static readonly string[] Onset = ["Al-", "", "", "Ben ", "Abu "],
        Middle = ["ha", "ba", "ka", "sa", "ma", "na", "ra", "ta", "da", "fa", "gha", "ja"],
        End = ["shimi", "wadi", "rami", "dani", "foud", "lawi", "rani", "massri", "berg", "son"];

    public static async Task Run(int most)
    {
        await using var house = await House.New();
        var seed = await Seed.In(house);
        var (lists, orders, boards, admin) = (
            house.Get<CustomerLists>(),
            house.Get<ICustomerOrders>(),
            house.Get<CustomerBoards>(),
            seed.Agent with
            {
                Role = Role.Admin,
            }
        );
        string[] names =
        [
            "list, 50 rows",
            "list of one status",
            "list of one type and tier",
            "list by last order",
            "one record",
            "a record's orders",
            "search while typing, median",
            "search while typing, p99",
            "figures of all, as asked",
        ];
        double[] aims = [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 3, 3, 0];
        var measured = new List<(int Size, double[] Times)>();
        var have = 0;
        foreach (var size in new[] { Math.Min(10_000, most), most }.Distinct())
        {
            var some = await GrowTo(house.Database, seed.Agent.TenantId, have, size);
            have = size;
            await house.Get<Foundation.Storage.Store>().Tend();
            Func<int, Task>[] reads =
            [
                _ => lists.List(seed.Agent, new CustomerFilter { Size = 50 }),
                _ => lists.List(seed.Agent, new CustomerFilter { Status = "Suspended", Size = 50 }),
                _ =>
                    lists.List(
                        seed.Agent,
                        new CustomerFilter
                        {
                            Type = "Premium",
                            Tier = "pro",
                            Size = 50,
                        }
                    ),
                _ => lists.List(seed.Agent, new CustomerFilter { Sort = "order", Size = 50 }),
                i => lists.Get(seed.Agent, some[i % some.Length]),
                i => orders.Of(seed.Agent, some[i % some.Length]),
            ];
            var times = new double[names.Length];
            for (var i = 0; i < reads.Length; i++)
            {
                await Clocked.Times(60, reads[i]);
                times[i] = (await Clocked.Times(300, reads[i])).At(0.5);
            }
            var typed = Typed(new Random(7)).Take(600).ToArray();
            await Clocked.Times(100, i => lists.List(seed.Agent, new CustomerFilter { Search = typed[i], Size = 50 }));
            var typing = await Clocked.Times(
                typed.Length,
                i => lists.List(seed.Agent, new CustomerFilter { Search = typed[i], Size = 50 })
            );
            (times[6], times[7]) = (typing.At(0.5), typing.At(0.99));
            // The first count is made before anybody asks, by the schedule.
            var counting = (await Clocked.Times(1, _ => boards.Of(admin)))[0];
            times[8] = (await Clocked.Times(50, _ => boards.Of(admin))).At(0.99);
            measured.Add((size, times));
            Console.WriteLine(
                $"{size:N0} customers, {size * OrdersOfEach:N0} orders: {string.Join(", ", names.Zip(times, (n, t) => $"{n} {t:0.00} ms"))}; counting all anew {counting:0} ms"
            );
        }
        Clocked.Head(
            $"Customers, ms at {string.Join(" / ", measured.Select(m => $"{m.Size:N0}"))}, five orders each (the ceiling is the smaller table)"
        );
        for (var i = 0; i < names.Length; i++)
            Clocked.Line(
                names[i],
                string.Join(" / ", measured.Select(m => $"{m.Times[i]:0.00}")),
                $"{measured[0].Times[i]:0.00}",
                i == 8
                    ? "aim: below 200 ms"
                    : $"{measured[^1].Times[i] / measured[0].Times[i]:0.00} times (aim: at most {aims[i]}{(i == 7 ? ", and below 100 ms" : "")})"
            );
    }

    // What people type: the beginnings of names from two letters on, e-mail addresses, phones, and what nobody is called.
    private static IEnumerable<string> Typed(Random random)
    {
        while (true)
        {
            var name = $"{First[random.Next(First.Length)]} {Family(random)}";
            for (var letters = 2; letters <= name.Length; letters += 1 + random.Next(3))
                yield return name[..letters];
            yield return $"c{random.Next(10_000)}@shop";
            yield return $"+96650{random.Next(1_000_000):0000000}"[..(6 + random.Next(7))];
            yield return "zirconium" + random.Next(100).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string Family(Random random) =>
        Onset[random.Next(Onset.Length)]
        + string.Concat(Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Middle[random.Next(Middle.Length)]))
        + End[random.Next(End.Length)];

    internal static async Task<Guid[]> GrowTo(string database, Guid tenantId, int from, int to)
    {
        var (random, some, tenant, words) = (
            new Random(42 + from),
            new List<Guid>(),
            tenantId.ToString().ToUpperInvariant(),
            new HashSet<string>()
        );
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await Rows.Run(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-400000");
        await using var customer = Insert(
            connection,
            "Customers",
            "Id TenantId Number UniqueId PublicId Name Email NormalizedEmail Phone Status Type MembershipTier Language TimeZone TagText Newsletter Notifications AccountSize CreatedAt CreatedBy Version TotalOrders TotalOrderValue LastOrderAt TotalComplaints OpenComplaints OrdersReported ComplaintsReported TotalTickets OpenTickets Ratings RatingSum MailKey PhoneKey NameKey"
        );
        await using var order = Insert(
            connection,
            "Orders",
            "Id TenantId CustomerId Number Status IsReturnOpen Currency Shipping Tax Total Rate Value CountsIn PlacedAt UpdatedAt"
        );
        await using var line = Insert(connection, "OrderLines", "Id OrderId Place Name Quantity UnitPrice");
        await using var doc = Insert(connection, "SearchDocs", "Id TenantId Kind SubjectId CustomerId Audience At Title Text");
        await using var text = Insert(connection, "SearchText", "rowid Title Text");
        for (var number = from; number < to; )
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            foreach (var command in new[] { customer, order, line, doc, text })
                command.Transaction = transaction;
            for (var until = Math.Min(to, number + 20_000); number < until; number++)
            {
                var at = Start.AddSeconds(number * 30L);
                var (id, name, mail, phone) = (
                    Guid.CreateVersion7(at),
                    $"{First[random.Next(First.Length)]} {Family(random)}",
                    $"c{number}@shop.example",
                    $"+96650{number:0000000}"
                );
                if (random.Next(100) == 0 && some.Count < 1_000)
                    some.Add(id);
                var (key, total, last) = (id.ToString().ToUpperInvariant(), 0L, at);
                for (var o = 0; o < OrdersOfEach; o++)
                {
                    var (orderId, price) = (Guid.CreateVersion7(at).ToString().ToUpperInvariant(), random.Next(5, 500) * 10_000L);
                    (total, last) = (total + price, at.AddDays(o * 20));
                    Fill(
                        order,
                        orderId,
                        tenant,
                        key,
                        $"O-{number}-{o}",
                        o == 4 ? "Shipped" : "Delivered",
                        false,
                        "USD",
                        0,
                        0,
                        price,
                        10_000_000_000L,
                        price,
                        "USD",
                        last.UtcTicks,
                        last.UtcTicks
                    );
                    Fill(line, Guid.CreateVersion7(at).ToString().ToUpperInvariant(), orderId, 0, "Challenge 10K", 1, price);
                }
                var known = new Customer
                {
                    Id = id,
                    CreatedAt = at,
                    Name = name,
                    Email = mail,
                    NormalizedEmail = mail,
                    Phone = phone,
                    Number = 10_000_000 + number,
                    UniqueId = $"{number:X8}",
                    PublicId = $"{number:x24}",
                };
                Fill(
                    customer,
                    key,
                    tenant,
                    10_000_000 + number,
                    $"{number:X8}",
                    $"{number:x24}",
                    name,
                    mail,
                    mail,
                    phone,
                    random.Next(40) switch
                    {
                        0 => "Suspended",
                        1 => "Inactive",
                        _ => "Active",
                    },
                    random.Next(20) switch
                    {
                        0 => "VIP",
                        1 or 2 => "Premium",
                        _ => "Regular",
                    },
                    Tiers.All[random.Next(Tiers.All.Length)],
                    "en",
                    "UTC",
                    random.Next(5) == 0 ? ",trader," : "",
                    false,
                    true,
                    0,
                    at.UtcTicks,
                    "",
                    0,
                    OrdersOfEach,
                    total,
                    last.UtcTicks,
                    0,
                    0,
                    false,
                    false,
                    0,
                    0,
                    0,
                    0,
                    known.MailKey,
                    known.PhoneKey!,
                    known.NameKey!
                );
                var found = CustomerIndex.DocOf(known);
                var row = number + 1_000_000L;
                Fill(doc, row, tenant, found.Kind, key, key, (int)found.Audience, at.UtcTicks, found.Title, found.Text);
                var (title, body) = (Folding.Fold(found.Title), Folding.Fold(found.Text));
                Fill(text, row, title, $"{body} {string.Join(' ', SearchIndex.Marks(tenantId, found))}");
                foreach (var word in $"{title} {body}".Split(' '))
                    if (word.Length > 3)
                        words.Add(word);
            }
            await transaction.CommitAsync();
        }
        await using (var transaction = (SqliteTransaction)await connection.BeginTransactionAsync())
        {
            await using var known = connection.CreateCommand();
            (known.Transaction, known.CommandText) = (transaction, "INSERT OR IGNORE INTO SearchWords VALUES ($0)");
            known.Parameters.Add(new SqliteParameter { ParameterName = "$0" });
            foreach (var word in words.Order(StringComparer.Ordinal))
                Fill(known, word);
            await transaction.CommitAsync();
        }
        await Rows.Run(connection, "PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
        return [.. some];
    }
}
