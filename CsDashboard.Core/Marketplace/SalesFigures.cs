using CsDashboard.Analytics;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>
/// Customers and what they bought, in the company's currency; orders that wait for a rate are counted and have no value yet. A record that
/// was merged into another is not a customer of its own.
/// </summary>
internal sealed class SalesFigures : IFigures
{
    public string Room => "sales";

    public async Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period)
    {
        var customers = db.Customers.Where(c => c.MergedInto == null);
        Task<int> New(DateTimeOffset from, DateTimeOffset to) => customers.CountAsync(c => c.CreatedAt >= from && c.CreatedAt < to);
        var placed = await db
            .Orders.Where(o => o.PlacedAt >= period.From && o.PlacedAt < period.To)
            .Counted()
            .Select(o => new { o.PlacedAt, o.Value })
            .ToListAsync();
        return
        [
            new FigureGroup(
                "customers",
                [
                    new Figure("sign_ups", FigureUnit.Count, await New(period.From, period.To))
                    {
                        Place = FigurePlace.Trend,
                        Series = await period.Series(New),
                    },
                    new Figure("customers_all", FigureUnit.Count, await customers.CountAsync()),
                ]
            ),
            new FigureGroup(
                "orders",
                [
                    new Figure("revenue", FigureUnit.Money, placed.Sum(o => o.Value ?? 0))
                    {
                        Place = FigurePlace.Trend,
                        Series = period.Series(placed, o => o.PlacedAt, some => some.Sum(o => o.Value ?? 0)),
                    },
                    new Figure("orders", FigureUnit.Count, placed.Count)
                    {
                        Series = period.Series(placed, o => o.PlacedAt, some => some.Count),
                    },
                ]
            ),
        ];
    }
}
