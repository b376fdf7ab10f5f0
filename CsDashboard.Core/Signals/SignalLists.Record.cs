using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>The reads of what is over.</summary>
public sealed partial class SignalLists
{
    /// <summary>What the published drafts of each bot brought; one without any is left out.</summary>
    public async Task<IReadOnlyList<BotResult>> OfBots(Actor actor)
    {
        actor.Demand(SignalRights.Publish);
        return await kept.Get(
            actor.TenantId,
            "bots",
            async () =>
            {
                await using var db = store.Open(Reader(actor));
                var all = await db
                    .Signals.Where(s => s.Source == DraftSource.Bot)
                    .Select(s => new
                    {
                        s.Type,
                        s.BotId,
                        s.State,
                        s.Result,
                    })
                    .ToListAsync();
                return (IReadOnlyList<BotResult>)
                    [
                        .. all.GroupBy(s => (s.Type, s.BotId))
                            .Select(g => new BotResult(
                                g.Key.Type,
                                g.Key.BotId,
                                g.Count(),
                                g.Count(s => s.State is SignalState.Waiting or SignalState.Running),
                                g.Count(s => s.State == SignalState.Closed),
                                g.Count(s => s.Result > 0),
                                g.Sum(s => s.Result ?? 0)
                            )),
                    ];
            }
        );
    }

    /// <summary>
    /// Signals that are over, the last one first. Invalid for an unknown outcome, a month that is none, or a cursor of another list.
    /// </summary>
    public async Task<Page<SignalRow>> Over(Actor actor, RecordFilter filter)
    {
        actor.Demand(SignalRights.See);
        var sight = await access.SightOf(actor);
        return sight.Delay is { } delay ? await Over(Reader(actor), filter, actor.Now - delay) : new Page<SignalRow>([], null);
    }

    internal async Task<Page<SignalRow>> Over(Actor reader, RecordFilter filter, DateTimeOffset until)
    {
        var (size, from, month) = (Math.Clamp(filter.Size, 1, 100), Cursor.Read(filter.After), MonthOf(filter.Month));
        await using var db = store.Open(reader);
        var over = db.Signals.Where(s => s.OverAt != null && s.PublishedAt <= until);
        over = filter.Outcome switch
        {
            null or "" => over,
            "closed" => over.Where(s => s.State == SignalState.Closed),
            "won" => over.Where(s => s.Result > 0),
            "lost" => over.Where(s => s.Result < 0),
            "cancelled" => over.Where(s => s.State == SignalState.Cancelled),
            "corrected" => over.Where(s => s.Corrections > 0),
            _ => throw Refusal.Invalid("outcome", Words.Of("Word_Unknown", "closed, won, lost, cancelled, corrected")),
        };
        if (month is { } begin)
            over = over.Where(s => s.OverAt >= begin && s.OverAt < begin.AddMonths(1));
        if (from is { At: var at, Id: var id })
            over = over.Where(s => s.OverAt <= at && (s.OverAt < at || s.Id < id));
        var rows = await over.OrderByDescending(s => s.OverAt).ThenByDescending(s => s.Id).Take(size + 1).ToListAsync();
        return Page.Of(rows.ConvertAll(SignalRow.Of), size, row => new(row.OverAt!.Value, row.Id));
    }

    private static DateTimeOffset? MonthOf(string? word) =>
        string.IsNullOrEmpty(word) ? null
        : DateOnly.TryParseExact(word, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && first.Year is >= 2000 and < 2200
            ? new DateTimeOffset(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : throw Refusal.Invalid("month", Words.Of("Signal_Month"));
}
