using CsDashboard.Analytics;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>
/// What an admin wants to know of the signals. Results are those of signals published in the period, the latest 5,000 of them.
/// </summary>
internal sealed class SignalFigures : IFigures
{
    public string Room => "signals";

    private const int Sample = 5_000;

    public async Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period)
    {
        var (from, to) = (period.From, period.To);
        Task<int> Published(DateTimeOffset begin, DateTimeOffset end) =>
            db.Signals.CountAsync(s => s.PublishedAt >= begin && s.PublishedAt < end);
        var results = await db
            .Signals.Where(s => s.PublishedAt >= from && s.PublishedAt < to && s.State == SignalState.Closed)
            .OrderByDescending(s => s.PublishedAt)
            .Take(Sample)
            .Select(s => s.Result ?? 0)
            .ToListAsync();
        return
        [
            new FigureGroup(
                "signals",
                [
                    new Figure("signals_published", FigureUnit.Count, await Published(from, to))
                    {
                        Series = await period.Series(Published),
                    },
                    Figure.Waiting("signals_drafts", await db.SignalDrafts.CountAsync(d => d.SignalId == null)),
                    new Figure("signals_result", FigureUnit.Risk, results.Count == 0 ? null : results.Sum()) { Of = results.Count },
                    new Figure(
                        "signals_won",
                        FigureUnit.Share,
                        results.Count == 0 ? null : (decimal)results.Count(r => r > 0) / results.Count
                    )
                    {
                        Of = results.Count,
                    },
                ]
            ),
        ];
    }
}
