using System.Collections.Concurrent;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics;

/// <summary>
/// The figures that an admin watches. They are counted once for all pages of a company: an answer is at most five seconds
/// old, or twenty times as old as it took to make, so that no more than a twentieth of one core goes into counting.
/// </summary>
public sealed class Figures(Store store, Tenants tenants, IEnumerable<IFigures> rooms)
{
    private const int Rest = 20;
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<(Guid Company, int Days), Kept> known = new();

    /// <summary>The board of the actor's company; a period that is none of the choices is today. Two calls may be given the very same board.</summary>
    public async Task<FigureBoard> Read(Actor actor, int days)
    {
        actor.Demand(AnalyticsRights.See);
        var kept = known.GetOrAdd((actor.TenantId, FigurePeriod.Choices.Contains(days) ? days : FigurePeriod.Choices[0]), _ => new Kept());
        if (kept.Board is { } board && actor.Now < kept.Until) return board;
        await kept.One.WaitAsync();
        try
        {
            if (kept.Board is { } other && actor.Now < kept.Until) return other;
            var begun = actor.Clock.GetTimestamp();
            var counted = await Count(actor, days);
            var took = actor.Clock.GetElapsedTime(begun);
            (kept.Board, kept.Until) = (counted, actor.Now + (took * Rest > Fresh ? took * Rest : Fresh));
            return counted;
        }
        finally { kept.One.Release(); }
    }

    private async Task<FigureBoard> Count(Actor actor, int days)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById((await tenants.Mine(actor)).TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var period = FigurePeriod.Of(days, actor.Now, zone);
        var groups = new List<FigureGroup>();
        await using var db = store.Open(actor);
        foreach (var room in rooms) groups.AddRange(await room.Read(db, period));
        return new FigureBoard(actor.Now, period, groups);
    }

    private sealed class Kept
    {
        public readonly SemaphoreSlim One = new(1, 1);
        public volatile FigureBoard? Board;
        public DateTimeOffset Until;
    }
}
