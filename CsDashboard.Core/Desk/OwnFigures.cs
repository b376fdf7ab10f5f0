using CsDashboard.Accounts;
using CsDashboard.Analytics;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

/// <summary>
/// What agents see of their own work, beside the same of the whole company. There is no way to ask for a colleague's.
/// </summary>
public sealed class OwnFigures(Store store, Tenants tenants)
{
    /// <summary>The actor's own, for a person who answers; any period that isn't a choice means the usual one.</summary>
    public async Task<FigureBoard> Mine(Actor actor, int days)
    {
        actor.Demand(DeskRights.Answer);
        var me = actor.DemandUser();
        var period = FigurePeriod.Of(days, actor.Now, Zones.Of((await tenants.Mine(actor)).TimeZone));
        await using var db = store.Open(actor);
        var groups = Figures.Beside(await Read(db, period, me), await Read(db, period.Before(), me));
        return new FigureBoard(actor.Now, period, await Tenants.CurrencyOf(db), groups);
    }

    private static async Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period, Guid me)
    {
        var now = period.To;
        var mine = db.Tickets.Where(t => t.AssigneeId == me && !t.InChat);
        return
        [
            new FigureGroup(
                "mine_now",
                [
                    Figure.Waiting("mine_late", await mine.CountAsync(t => t.IsOpen && t.NextDueAt < now)).Within(0, 2),
                    Figure.Waiting("mine_waiting", await mine.CountAsync(t => t.IsOpen && t.AwaitsStaff)),
                    new Figure("mine_open", FigureUnit.Count, await mine.CountAsync(t => t.IsOpen)),
                ]
            ),
            new FigureGroup("mine", [await Resolved(db, period, me), await FirstReply(db, period, me), await Csat(db, period, me)]),
        ];
    }

    private static async Task<Figure> Resolved(AppDb db, FigurePeriod period, Guid me)
    {
        var resolved = await db
            .Tickets.Where(t => t.ResolvedAt >= period.From && t.ResolvedAt < period.To && !t.InChat)
            .Select(t => new { t.ResolvedAt, t.AssigneeId })
            .ToListAsync();
        var mine = resolved.FindAll(t => t.AssigneeId == me);
        return new("mine_resolved", FigureUnit.Count, mine.Count)
        {
            Place = FigurePlace.Trend,
            Company = resolved.Count,
            Series = period.Series(mine, t => t.ResolvedAt!.Value, some => some.Count),
        };
    }

    private static async Task<Figure> FirstReply(AppDb db, FigurePeriod period, Guid me)
    {
        var mine = await DeskFigures.Answered(db.Tickets.Where(t => t.AssigneeId == me), period);
        var all = DeskFigures.Sorted((await DeskFigures.Answered(db.Tickets, period)).Select(t => t.FirstReply));
        decimal? Median(IEnumerable<TicketTimes> some) => DeskFigures.Part(DeskFigures.Sorted(some.Select(t => t.FirstReply)), 0.5m);
        return DeskFigures.Time("mine_first", DeskFigures.Sorted(mine.Select(t => t.FirstReply)), 0.5m) with
        {
            Place = FigurePlace.Trend,
            Company = DeskFigures.Part(all, 0.5m),
            Series = period.Series(mine, t => t.CreatedAt, Median),
        };
    }

    private static async Task<Figure> Csat(AppDb db, FigurePeriod period, Guid me)
    {
        var all = await DeskFigures.Rated(db, period);
        IReadOnlyList<TicketRating> mine = [.. all.Where(r => r.AgentId == me)];
        return DeskFigures.Csat("mine_csat", mine) with
        {
            Place = FigurePlace.Trend,
            Company = DeskFigures.Csat("", all).Value,
            Series = period.Series(mine, r => r.At, some => DeskFigures.Csat("", some).Value),
        };
    }
}
