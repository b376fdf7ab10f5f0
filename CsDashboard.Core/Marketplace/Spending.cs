using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>
/// What a customer bought, over the ledger of orders (contract C19): the same orders as <see cref="Orders"/>, so they agree to the last
/// digit. Cancelled and returned orders are in the history and in no figure (contract: crm, Statistics). Amounts are in the company's
/// currency; amounts that can't be converted yet are listed apart. Staff read anybody's, customers their own; NotFound for another's.
/// </summary>
public sealed class Spending(Store store, IEnumerable<ITallyOfCustomer> tallies)
{
    private const int PerPurchase = 5;

    public async Task<SpendingTotals> Totals(Actor actor, Guid customerId)
    {
        await using var db = await Open(actor, customerId);
        var own = await Tenants.CurrencyOf(db);
        var (count, valued, sum, last) = await Sum(db, customerId);
        var spent = new Money(sum, own);
        return new(
            count,
            spent,
            Mean(spent, valued),
            last,
            Score(count),
            (await Shares(db, customerId)).FirstOrDefault(s => s.Category is not null)?.Category
        )
        {
            Apart =
                valued == count
                    ? []
                    : Apart(
                        (
                            await Counted(db, customerId).Where(o => o.Value == null).Select(o => new { o.Currency, o.Total }).ToListAsync()
                        ).Select(o => (o.Currency, o.Total))
                    ),
        };
    }

    /// <summary>Newest first. Invalid for a limit outside 1 to 100.</summary>
    public async Task<IReadOnlyList<Purchase>> History(Actor actor, Guid customerId, int limit = 10)
    {
        ListPart.DemandLimit(limit);
        await using var db = await Open(actor, customerId);
        var own = await Tenants.CurrencyOf(db);
        var orders = await db
            .Orders.Where(o => o.CustomerId == customerId)
            .OrderByDescending(o => o.PlacedAt)
            .ThenByDescending(o => o.Id)
            .Take(limit)
            .Include(o => o.Lines)
            .ToListAsync();
        return
        [
            .. orders.Select(o => new Purchase(
                o.Id,
                o.Number,
                o.PlacedAt,
                new(o.Total, Currency.Of(o.Currency)),
                o.Value is { } value ? new Money(value, own) : null,
                Spread([Priced.Of(o)]).FirstOrDefault(s => s.Category is not null)?.Category,
                o.Status,
                OrderView.WordOf(o.Status, o.IsReturnOpen)
            )),
        ];
    }

    /// <summary>One entry a month, oldest first, the present month last; 1 to 60, else Invalid.</summary>
    public async Task<IReadOnlyList<SpendingMonth>> Trends(Actor actor, Guid customerId, int months = 6)
    {
        if (months is < 1 or > 60)
            throw Refusal.Invalid("months", Words.Of("Range_Beyond", 1, 60));
        await using var db = await Open(actor, customerId);
        var name = await db.Customers.Where(c => c.Id == customerId).Select(c => c.TimeZone).SingleAsync();
        var zone = Zones.Of(name);
        var today = TimeZoneInfo.ConvertTime(actor.Now, zone);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - months);
        // A day earlier, since no zone is further from UTC; orders outside the months are dropped below.
        var from = new DateTimeOffset(first.AddDays(-1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var orders = await Counted(db, customerId).Where(o => o.PlacedAt >= from).Select(o => new { o.PlacedAt, o.Value }).ToListAsync();
        var by = orders.ToLookup(
            o => TimeZoneInfo.ConvertTime(o.PlacedAt, zone) is var at ? (at.Year, at.Month) : default,
            o => o.Value ?? 0
        );
        return
        [
            .. Enumerable
                .Range(0, months)
                .Select(i => first.AddMonths(i))
                .Select(m => new SpendingMonth(m.Year, m.Month, by[(m.Year, m.Month)].Count(), by[(m.Year, m.Month)].Sum())),
        ];
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
        var (count, _, _, _) = await Sum(db, customerId);
        var year = await Counted(db, customerId).CountAsync(o => o.PlacedAt > since);
        async Task<long> Of(Tally what)
        {
            var sum = 0L;
            foreach (var tally in tallies.Where(t => t.Of == what))
                sum += await tally.Count(db, customerId);
            return sum;
        }
        return new(year, await Of(Tally.Reviews), await Of(Tally.Referrals), await Of(Tally.Points), Score(count));
    }

    /// <summary>
    /// Each category's share of the orders. An order's total is spread over its lines by value, so that shipping, tax and discounts are
    /// included and nothing is lost.
    /// </summary>
    internal static IReadOnlyList<SpendingShare> Spread(IEnumerable<Priced> orders)
    {
        var sums = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        foreach (var order in orders)
        {
            var lines = order
                .Lines.GroupBy(l => l.Category?.Trim() ?? "", StringComparer.OrdinalIgnoreCase)
                .Select(g => (Category: g.Key, Value: g.Sum(l => l.Value)))
                .Where(l => l.Value > 0)
                .ToList();
            if (lines.Count == 0)
                lines = [("", 1m)];
            foreach (var (line, part) in lines.Zip(Parts(order.Total, [.. lines.Select(l => l.Value)], 0.0001m)))
                sums[line.Category] = sums.GetValueOrDefault(line.Category) + part;
        }
        var shares = sums.Where(s => s.Value > 0).OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).ToList();
        return
        [
            .. shares.Zip(
                Parts(100, [.. shares.Select(s => s.Value)], 1),
                (s, percent) => new SpendingShare(s.Key.Length == 0 ? null : s.Key, (int)percent, s.Value)
            ),
        ];
    }

    /// <summary>
    /// Splits a whole by weight, in steps; what rounding leaves over goes to the parts that lost most by it. The parts add up to the whole.
    /// </summary>
    internal static decimal[] Parts(decimal whole, IReadOnlyList<decimal> weights, decimal step)
    {
        var all = weights.Sum();
        if (all == 0)
            return [];
        var exact = weights.Select(w => whole / all * w).ToArray();
        var parts = exact.Select(e => decimal.Floor(e / step) * step).ToArray();
        var left = (int)decimal.Round((whole - parts.Sum()) / step);
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i).Take(left))
            parts[i] += step;
        // No amount is finer than a step, but divisions with a remainder may still leave a crumb.
        parts[0] += whole - parts.Sum();
        return parts;
    }

    internal sealed record Priced(decimal Total, IReadOnlyList<(string? Category, decimal Value)> Lines)
    {
        public static Priced Of(Order order) =>
            new(order.Total, [.. order.Lines.OrderBy(l => l.Place).Select(l => (l.Category, l.Quantity * l.UnitPrice))]);
    }

    /// <summary>The mean, in whole coins.</summary>
    internal static Money Mean(Money sum, int count) => count == 0 ? sum : new Money(sum.Amount / count, sum.Currency).Rounded();

    /// <summary>A sum for each currency, by its letters.</summary>
    internal static IReadOnlyList<Money> Apart(IEnumerable<(string Currency, decimal Total)> orders) =>
        [
            .. orders
                .GroupBy(o => o.Currency, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Select(o => new Money(o.Total, Currency.Of(g.Key))).Sum(Currency.Of(g.Key))),
        ];

    private static int Score(int purchases) => Math.Min(100, PerPurchase * purchases);

    private static async Task<(int Count, int Valued, decimal Spent, DateTimeOffset? Last)> Sum(AppDb db, Guid customerId)
    {
        var sums = await Counted(db, customerId)
            .GroupBy(o => o.CustomerId)
            .Select(g => new
            {
                Count = g.Count(),
                Valued = g.Count(o => o.Value != null),
                Spent = g.Sum(o => o.Value),
                Last = g.Max(o => o.PlacedAt),
            })
            .SingleOrDefaultAsync();
        return sums is null ? (0, 0, 0, null) : (sums.Count, sums.Valued, sums.Spent ?? 0, sums.Last);
    }

    private static async Task<IReadOnlyList<SpendingShare>> Shares(AppDb db, Guid customerId)
    {
        var orders = await Counted(db, customerId)
            .Where(o => o.Value != null)
            .Select(o => new
            {
                Total = o.Value!.Value,
                Lines = o
                    .Lines.Select(l => new
                    {
                        l.Category,
                        l.Quantity,
                        l.UnitPrice,
                    })
                    .ToList(),
            })
            .ToListAsync();
        return Spread(orders.Select(o => new Priced(o.Total, [.. o.Lines.Select(l => (l.Category, l.Quantity * l.UnitPrice))])));
    }

    private static IQueryable<Order> Counted(AppDb db, Guid customerId) => db.Orders.Where(o => o.CustomerId == customerId).Counted();

    private async Task<AppDb> Open(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, MarketRights.See);
        var db = store.Open(actor);
        try
        {
            await Customers.CustomerRecords.Demand(db, customerId);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }
}
