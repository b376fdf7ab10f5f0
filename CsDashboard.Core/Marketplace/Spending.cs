using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>What a customer bought altogether. The score is five for each purchase, a hundred at most (rules.md 002).</summary>
public sealed record SpendingTotals(int Purchases, decimal Spent, decimal Mean, DateTimeOffset? Last, int Score, string? Favourite, string Currency);

/// <summary>An order of the history: all of them are listed, with their status; the category is the one of most value.</summary>
public sealed record Purchase(Guid Id, string Number, DateTimeOffset PlacedAt, decimal Amount, string Currency, string? Category, OrderStatus Status, string Word);

/// <summary>A calendar month in the customer's own zone.</summary>
public sealed record SpendingMonth(int Year, int Month, int Purchases, decimal Spent);

/// <summary>Percent are whole and add up to a hundred, the amounts to what was spent. No category stands for what has none: shipping alone, an order without lines.</summary>
public sealed record SpendingShare(string? Category, int Percent, decimal Amount);

public sealed record CustomerEngagement(int PurchasesInYear, long Reviews, long Referrals, long Points, int Score);

/// <summary>
/// What a customer bought, over the ledger of orders (rule C19): the same orders as <see cref="Orders"/>, so equal to them to the last digit.
/// Cancelled and returned orders are in the history and in no figure (rules.md 004). Staff read anybody's, customers their own; NotFound for another's.
/// </summary>
public sealed class Spending(Store store, IEnumerable<ITallyOfCustomer> tallies)
{
    private const int PerPurchase = 5;

    public async Task<SpendingTotals> Totals(Actor actor, Guid customerId)
    {
        await using var db = await Open(actor, customerId);
        var (count, spent, last) = await Sum(db, customerId);
        var currency = await db.Orders.Where(o => o.CustomerId == customerId).OrderByDescending(o => o.PlacedAt).Select(o => o.Currency).FirstOrDefaultAsync() ?? "USD";
        return new(count, spent, count == 0 ? 0 : decimal.Round(spent / count, 2), last, Score(count), (await Shares(db, customerId)).FirstOrDefault(s => s.Category is not null)?.Category, currency);
    }

    /// <summary>Newest first. Invalid for a limit outside 1 to 100.</summary>
    public async Task<IReadOnlyList<Purchase>> History(Actor actor, Guid customerId, int limit = 10)
    {
        Orders.DemandPaging(limit, 1);
        await using var db = await Open(actor, customerId);
        var orders = await db.Orders.Where(o => o.CustomerId == customerId).OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id).Take(limit).Include(o => o.Lines).ToListAsync();
        return [.. orders.Select(o => new Purchase(o.Id, o.Number, o.PlacedAt, o.Total, o.Currency, Spread([Priced.Of(o)]).FirstOrDefault(s => s.Category is not null)?.Category, o.Status, OrderView.WordOf(o.Status, o.IsReturnOpen)))];
    }

    /// <summary>One entry a month, oldest first, the present month last; 1 to 60, else Invalid.</summary>
    public async Task<IReadOnlyList<SpendingMonth>> Trends(Actor actor, Guid customerId, int months = 6)
    {
        if (months is < 1 or > 60) throw Refusal.Invalid("months", Words.Of("Range_Beyond", 1, 60));
        await using var db = await Open(actor, customerId);
        var name = await db.Customers.Where(c => c.Id == customerId).Select(c => c.TimeZone).SingleAsync();
        var zone = Zones.Of(name);
        var today = TimeZoneInfo.ConvertTime(actor.Now, zone);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - months);
        // A day before, since no zone is further from UTC; what falls into no month is left out below.
        var from = new DateTimeOffset(first.AddDays(-1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var orders = await Counted(db, customerId).Where(o => o.PlacedAt >= from).Select(o => new { o.PlacedAt, o.Total }).ToListAsync();
        var by = orders.ToLookup(o => TimeZoneInfo.ConvertTime(o.PlacedAt, zone) is var at ? (at.Year, at.Month) : default, o => o.Total);
        return [.. Enumerable.Range(0, months).Select(i => first.AddMonths(i)).Select(m => new SpendingMonth(m.Year, m.Month, by[(m.Year, m.Month)].Count(), by[(m.Year, m.Month)].Sum()))];
    }

    /// <summary>Most first.</summary>
    public async Task<IReadOnlyList<SpendingShare>> Categories(Actor actor, Guid customerId)
    {
        await using var db = await Open(actor, customerId);
        return await Shares(db, customerId);
    }

    /// <summary>Reviews are 0 as long as no room counts them.</summary>
    public async Task<CustomerEngagement> Engagement(Actor actor, Guid customerId)
    {
        await using var db = await Open(actor, customerId);
        var since = actor.Now.AddYears(-1);
        var (count, _, _) = await Sum(db, customerId);
        var year = await Counted(db, customerId).CountAsync(o => o.PlacedAt > since);
        async Task<long> Of(Tally what)
        {
            var sum = 0L;
            foreach (var tally in tallies.Where(t => t.Of == what)) sum += await tally.Count(db, customerId);
            return sum;
        }
        return new(year, await Of(Tally.Reviews), await Of(Tally.Referrals), await Of(Tally.Points), Score(count));
    }

    /// <summary>What each category has of the orders. The total of an order is spread over its lines by their value, so that shipping, tax and discounts are in it and nothing is lost.</summary>
    internal static IReadOnlyList<SpendingShare> Spread(IEnumerable<Priced> orders)
    {
        var sums = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        foreach (var order in orders)
        {
            var lines = order.Lines.GroupBy(l => l.Category?.Trim() ?? "", StringComparer.OrdinalIgnoreCase).Select(g => (Category: g.Key, Value: g.Sum(l => l.Value))).Where(l => l.Value > 0).ToList();
            if (lines.Count == 0) lines = [("", 1m)];
            foreach (var (line, part) in lines.Zip(Parts(order.Total, [.. lines.Select(l => l.Value)], 0.0001m))) sums[line.Category] = sums.GetValueOrDefault(line.Category) + part;
        }
        var shares = sums.Where(s => s.Value > 0).OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).ToList();
        return [.. shares.Zip(Parts(100, [.. shares.Select(s => s.Value)], 1), (s, percent) => new SpendingShare(s.Key.Length == 0 ? null : s.Key, (int)percent, s.Value))];
    }

    /// <summary>Cuts a whole into parts by weight, in steps; what rounding leaves over goes to those who lost most by it. The parts add up to the whole.</summary>
    private static decimal[] Parts(decimal whole, IReadOnlyList<decimal> weights, decimal step)
    {
        var all = weights.Sum();
        if (all == 0) return [];
        var exact = weights.Select(w => whole / all * w).ToArray();
        var parts = exact.Select(e => decimal.Floor(e / step) * step).ToArray();
        var left = (int)decimal.Round((whole - parts.Sum()) / step);
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i).Take(left)) parts[i] += step;
        // Amounts finer than a step there are none; divisions that do not come out may still leave a crumb.
        parts[0] += whole - parts.Sum();
        return parts;
    }

    internal sealed record Priced(decimal Total, IReadOnlyList<(string? Category, decimal Value)> Lines)
    {
        public static Priced Of(Order order) => new(order.Total, [.. order.Lines.OrderBy(l => l.Place).Select(l => (l.Category, l.Quantity * l.UnitPrice))]);
    }

    private static int Score(int purchases) => Math.Min(100, PerPurchase * purchases);

    private static async Task<(int Count, decimal Spent, DateTimeOffset? Last)> Sum(AppDb db, Guid customerId)
    {
        var sums = await Counted(db, customerId).GroupBy(o => o.CustomerId).Select(g => new { Count = g.Count(), Spent = g.Sum(o => o.Total), Last = g.Max(o => o.PlacedAt) }).SingleOrDefaultAsync();
        return sums is null ? (0, 0, null) : (sums.Count, sums.Spent, sums.Last);
    }

    private static async Task<IReadOnlyList<SpendingShare>> Shares(AppDb db, Guid customerId)
    {
        var orders = await Counted(db, customerId).Select(o => new { o.Total, Lines = o.Lines.Select(l => new { l.Category, l.Quantity, l.UnitPrice }).ToList() }).ToListAsync();
        return Spread(orders.Select(o => new Priced(o.Total, [.. o.Lines.Select(l => (l.Category, l.Quantity * l.UnitPrice))])));
    }

    private static IQueryable<Order> Counted(AppDb db, Guid customerId) => db.Orders.Where(o => o.CustomerId == customerId).Counted();

    private async Task<AppDb> Open(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, MarketRights.See);
        var db = store.Open(actor);
        try
        {
            await Customers.Customers.Demand(db, customerId);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }
}
