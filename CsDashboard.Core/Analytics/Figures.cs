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

    /// <summary>The room of figures that say whether the system is well: they have a page of their own.</summary>
    public const string SystemRoom = "health";
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly RefreshedCache<(Guid Company, int Days), FigureBoard> known = new(Fresh, Rest);

    /// <summary>
    /// The board of the actor's company; any period that isn't a choice means the usual one. Two calls may get the very same board.
    /// </summary>
    public Task<FigureBoard> Read(Actor actor, int days)
    {
        actor.Demand(AnalyticsRights.See);
        var chosen = FigurePeriod.Chosen(days);
        return known.Get((actor.TenantId, chosen), actor.Clock, () => Count(actor, chosen));
    }

    private async Task<FigureBoard> Count(Actor actor, int days)
    {
        var zone = Zones.Of((await tenants.Mine(actor)).TimeZone);
        var period = FigurePeriod.Of(days, actor.Now, zone);
        var groups = new List<FigureGroup>();
        await using var db = store.Open(actor);
        foreach (var room in rooms)
        {
            var read = await room.Read(db, period);
            if (read.Any(group => group.Figures.Any(figure => figure.Series.Count > 0)))
                read = Beside(read, await room.Read(db, period.Before()));
            groups.AddRange(read.Select(group => group with { Room = room.Room }));
        }
        return new FigureBoard(actor.Now, period, await Tenants.CurrencyOf(db), groups);
    }

    /// <summary>Those that are told over the period, with what they were before.</summary>
    public static IReadOnlyList<FigureGroup> Beside(IEnumerable<FigureGroup> groups, IEnumerable<FigureGroup> before)
    {
        var earlier = before.SelectMany(group => group.Figures).ToLookup(figure => (figure.Name, figure.Label));
        return
        [
            .. groups.Select(group =>
                group with
                {
                    Figures =
                    [
                        .. group.Figures.Select(figure =>
                            figure.Series.Count > 0
                                ? figure with
                                {
                                    Before = earlier[(figure.Name, figure.Label)].FirstOrDefault(),
                                }
                                : figure
                        ),
                    ],
                }
            ),
        ];
    }
}
