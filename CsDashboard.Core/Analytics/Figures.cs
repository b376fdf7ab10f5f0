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
    private readonly RefreshedCache<(Guid Company, int Days), FigureBoard> known = new(Fresh, Rest);

    /// <summary>
    /// The board of the actor's company; any period that isn't a choice means today. Two calls may get the very same board.
    /// </summary>
    public Task<FigureBoard> Read(Actor actor, int days)
    {
        actor.Demand(AnalyticsRights.See);
        return known.Get(
            (actor.TenantId, FigurePeriod.Choices.Contains(days) ? days : FigurePeriod.Choices[0]),
            actor.Clock,
            () => Count(actor, days)
        );
    }

    private async Task<FigureBoard> Count(Actor actor, int days)
    {
        var zone = Zones.Of((await tenants.Mine(actor)).TimeZone);
        var period = FigurePeriod.Of(days, actor.Now, zone);
        var groups = new List<FigureGroup>();
        await using var db = store.Open(actor);
        foreach (var room in rooms)
            groups.AddRange(await room.Read(db, period));
        return new FigureBoard(actor.Now, period, groups);
    }
}
