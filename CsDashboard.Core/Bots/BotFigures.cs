using CsDashboard.Analytics;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Bots;

/// <summary>What an admin wants to know of the bots.</summary>
internal sealed class BotFigures : IFigures
{
    public string Room => "bots";

    public async Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period)
    {
        var (from, to) = (period.From, period.To);
        var bots = await db.Bots.Select(b => new { b.IsActive, b.Name }).ToListAsync();
        // A bot's events are found by their subject and time; only its own are looked through.
        var failed = await db.Events.CountAsync(e =>
            e.SubjectKind == "bot" && e.At >= from && e.At < to && (e.Kind == nameof(BotFailed) || e.Kind == nameof(BotBeatMissed))
        );
        var proposed = await db.Events.CountAsync(e =>
            e.SubjectKind == "bot" && e.At >= from && e.At < to && e.Kind == nameof(SignalProposed)
        );
        // The main bots are there before they have a row.
        var all = Enum.GetValues<BotType>().Length + bots.Count(b => b.Name.Length > 0);
        return
        [
            new FigureGroup(
                "bots",
                [
                    new Figure("bots_on", FigureUnit.Count, bots.Count(b => b.IsActive)) { Of = all },
                    new Figure("bots_proposed", FigureUnit.Count, proposed),
                    new Figure("bots_failed", FigureUnit.Count, failed).Within(0, 3),
                ]
            ),
        ];
    }
}
