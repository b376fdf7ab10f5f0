using CsDashboard.Analytics;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>What was bought, in the company's currency; orders that wait for a rate are counted and have no value yet.</summary>
internal sealed class SalesFigures : IFigures
{
    public string Room => "sales";

    public async Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period)
    {
        var days = await db
            .Orders.Where(o => o.PlacedAt >= period.From && o.PlacedAt < period.To)
            .Counted()
            .Select(o => new { o.PlacedAt, o.Value })
            .ToListAsync();
        return
        [
            new FigureGroup(
                "orders",
                [
                    new Figure("revenue", FigureUnit.Money, days.Sum(o => o.Value ?? 0))
                    {
                        Place = FigurePlace.Trend,
                        Series = period.Series(days, o => o.PlacedAt, some => some.Sum(o => o.Value ?? 0)),
                    },
                    new Figure("orders", FigureUnit.Count, days.Count)
                    {
                        Series = period.Series(days, o => o.PlacedAt, some => some.Count),
                    },
                ]
            ),
        ];
    }
}
