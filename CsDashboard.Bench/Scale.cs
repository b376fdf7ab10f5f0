using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;

namespace CsDashboard.Bench;

/// <summary>The list, one ticket, and search in messages as the tables grow a hundredfold.</summary>
internal static class Scale
{
    public static async Task Run(int most)
    {
        await using var house = await House.New();
        var seed = await Seed.In(house);
        var (lists, index, store) = (house.Get<TicketLists>(), house.Get<ISearchIndex>(), house.Get<Store>());
        var measured = new List<(int Size, double[] Medians)>();
        string[] names =
        [
            "ticket list, 50 rows",
            "list of one status",
            "one ticket",
            "search, common word",
            "search, rare word",
            "search, two words",
            "search while typing (pay…)",
        ];
        for (var size = 10_000; size <= most; size *= 10)
        {
            await seed.GrowTo(size, search: true);
            await store.Tend();
            Task Find(string text) => Search(store, index, seed, text);
            Func<Task>[] reads =
            [
                () => lists.List(seed.Agent, new TicketFilter()),
                () => lists.List(seed.Agent, new TicketFilter { Status = "pending" }),
                () => lists.Get(seed.Agent, seed.AnyTicket),
                () => Find("please "),
                () => Find("zirconium "),
                () => Find("payout delay "),
                () => Find("pay"),
            ];
            var medians = new double[reads.Length];
            for (var i = 0; i < reads.Length; i++)
            {
                await Clocked.Times(60, _ => reads[i]());
                medians[i] = (await Clocked.Times(300, _ => reads[i]())).At(0.5);
            }
            measured.Add((size, medians));
            Console.WriteLine(
                $"{size:N0} tickets, {size * 4:N0} messages: {string.Join(", ", names.Zip(medians, (n, m) => $"{n} {m:0.00} ms"))}"
            );
        }
        Clocked.Head(
            $"Medians in ms at {string.Join(", ", measured.Select(m => $"{m.Size:N0}"))} tickets (the ceiling is the smallest table)"
        );
        for (var i = 0; i < names.Length; i++)
        {
            var aim = i < 3 ? "1.3" : "3";
            Clocked.Line(
                names[i],
                string.Join(" / ", measured.Select(m => $"{m.Medians[i]:0.00}")),
                $"{measured[0].Medians[i]:0.00}",
                $"{measured[^1].Medians[i] / measured[0].Medians[i]:0.00} times (aim: at most {aim})"
            );
        }
    }

    private static async Task Search(Store store, ISearchIndex index, Seed seed, string text)
    {
        await using var db = store.Open(seed.Agent);
        await index.Find(db, new SearchQuery(text, Audience.Staff) { Kinds = ["message"], Limit = 50 });
    }
}
