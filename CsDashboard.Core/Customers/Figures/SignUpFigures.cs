using CsDashboard.Analytics;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Figures;

/// <summary>New customers; a record that was merged into another is not a customer of its own.</summary>
internal sealed class SignUpFigures : IFigures
{
    public string Room => "sales";

    public async Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period)
    {
        Task<int> New(DateTimeOffset from, DateTimeOffset to) =>
            db.Customers.CountAsync(c => c.MergedInto == null && c.CreatedAt >= from && c.CreatedAt < to);
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
                    new Figure("customers_all", FigureUnit.Count, await db.Customers.CountAsync(c => c.MergedInto == null)),
                ]
            ),
        ];
    }
}
