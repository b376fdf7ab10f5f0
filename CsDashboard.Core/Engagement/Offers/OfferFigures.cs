using CsDashboard.Analytics;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Offers;

/// <summary>How offers do: taken, used on an order, and what that saved.</summary>
internal sealed class OfferFigures : IFigures
{
    public string Room => "engagement";

    public async Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period)
    {
        var (from, to) = (period.From, period.To);
        var taken = await db.OfferUses.Where(u => u.AppliedAt >= from && u.AppliedAt < to).Select(u => new { u.AppliedAt }).ToListAsync();
        var used = await db.OfferUses.Where(u => u.UsedAt >= from && u.UsedAt < to).Select(u => new { u.UsedAt, u.Savings }).ToListAsync();
        return
        [
            new FigureGroup(
                "offers",
                [
                    new Figure("offers_taken", FigureUnit.Count, taken.Count)
                    {
                        Series = period.Series(taken, u => u.AppliedAt, some => some.Count),
                    },
                    new Figure("offers_used", FigureUnit.Count, used.Count)
                    {
                        Series = period.Series(used, u => u.UsedAt!.Value, some => some.Count),
                    },
                    new Figure("offers_saved", FigureUnit.Money, used.Sum(u => u.Savings))
                    {
                        Series = period.Series(used, u => u.UsedAt!.Value, some => some.Sum(u => u.Savings)),
                    },
                ]
            ),
        ];
    }
}
