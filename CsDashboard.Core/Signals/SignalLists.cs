using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>
/// The reads of signals. Customers get what their tier lets them see, and no hint that there is more. The latest signals, each single one
/// and the figures are read once for the company and serve everybody until something happens.
/// </summary>
public sealed partial class SignalLists(Store store, SignalAccess access, LiveFeed feed)
{
    private const int Window = 200;

    private readonly SharedReads kept = new(feed, tenant => Topic.Group(tenant, SignalGroups.All));

    /// <summary>How often the database was asked; for figures and tests.</summary>
    public long Reads => kept.Reads;

    /// <summary>What the actor sees of signals.</summary>
    public Task<SignalSight> SightOf(Actor actor) => access.SightOf(actor);

    /// <summary>A page of signals, newest first. Invalid for an unknown type, direction, state or cursor.</summary>
    public async Task<Page<SignalRow>> List(Actor actor, SignalFilter filter)
    {
        actor.Demand(SignalRights.See);
        var (wanted, size, from) = (Wanted.Of(filter), Math.Clamp(filter.Size, 1, 100), Cursor.Read(filter.After));
        var sight = await access.SightOf(actor);
        if (sight.Delay is not { } delay)
            return new Page<SignalRow>([], null);
        var until = actor.Now - delay;
        if (from is null)
        {
            var recent = (await Recent(actor)).Rows;
            var found = recent.Where(s => s.PublishedAt <= until && wanted.Takes(s)).Take(size + 1).ToList();
            // Enough was found, or nothing older exists or is wanted.
            if (found.Count > size || recent.Count < Window || filter.Since > recent[^1].PublishedAt)
                return PageOf(found, size);
        }
        await using var db = store.Open(actor);
        var signals = wanted.In(db.Signals).Where(s => s.PublishedAt <= until);
        if (from is { At: var at, Id: var id })
            signals = signals.Where(s => s.PublishedAt <= at && (s.PublishedAt < at || s.Id < id));
        var older = await signals.OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id).Take(size + 1).ToListAsync();
        return PageOf(older.ConvertAll(SignalRow.Of), size);
    }

    /// <summary>One signal with its life. NotFound for one that the actor's tier does not see, or not yet.</summary>
    public async Task<SignalDetail> Get(Actor actor, Guid signalId)
    {
        actor.Demand(SignalRights.See);
        var sight = await access.SightOf(actor);
        var detail = await kept.Get(
            actor.TenantId,
            signalId,
            async () =>
            {
                await using var db = store.Open(Reader(actor));
                if (await db.Signals.SingleOrDefaultAsync(s => s.Id == signalId) is not { } signal)
                    return null;
                var candles = signal.CandleHash is null
                    ? null
                    : await db.SignalCandles.Where(c => c.SignalId == signalId).Select(c => c.Text).SingleOrDefaultAsync();
                var life = await db.SignalLinks.Where(l => l.SignalId == signalId).OrderBy(l => l.Position).ToListAsync();
                return new SignalDetail(SignalRow.Of(signal), SignalCandles.Read(candles), [.. life.Select(LifeRow.Of)]);
            }
        );
        return detail is not null && sight.Sees(detail.Signal.PublishedAt, actor.Now) ? detail : throw Refusal.NotFound();
    }

    /// <summary>The figures over every signal ever published; the same for everybody.</summary>
    public async Task<TrackRecord> Figures(Actor actor)
    {
        actor.Demand(SignalRights.See);
        return await kept.Get(
            actor.TenantId,
            "figures",
            async () =>
            {
                await using var db = store.Open(Reader(actor));
                return TrackRecord.Of(
                    await db
                        .Signals.Select(s => new TrackRecord.Outcome(s.Number, s.State, s.Result, s.Corrections, s.PublishedAt, s.OverAt))
                        .ToListAsync()
                );
            }
        );
    }

    /// <summary>The pairs of the latest signals, for choosing from.</summary>
    public async Task<IReadOnlyList<string>> Pairs(Actor actor)
    {
        actor.Demand(SignalRights.See);
        return (await access.SightOf(actor)).Delay is { } delay
            ?
            [
                .. (await Recent(actor))
                    .Rows.Where(s => s.PublishedAt <= actor.Now - delay)
                    .Select(s => s.Pair)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    private Task<RecentSignals> Recent(Actor actor) =>
        kept.Get<RecentSignals>(
            actor.TenantId,
            "recent",
            async before =>
            {
                await using var db = store.Open(Reader(actor));
                return new RecentSignals(
                    await db.Signals.OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id).Take(Window).ToListAsync(),
                    before
                );
            }
        );

    // A read for everybody must not fail because the first caller's session has ended.
    private static Actor Reader(Actor actor) => Actor.System(actor.TenantId, actor.Clock);

    private static Page<SignalRow> PageOf(List<SignalRow> rows, int size) => Page.Of(rows, size, row => new(row.PublishedAt, row.Id));

    /// <summary>A parsed filter, applied to rows in memory and in the database alike.</summary>
    private sealed record Wanted(
        SignalType? Type,
        string? Pair,
        Direction? Direction,
        bool Recommended,
        SignalState[]? States,
        DraftSource? Source,
        string? Bot,
        DateTimeOffset? Since
    )
    {
        public static Wanted Of(SignalFilter filter) =>
            new(
                Word<SignalType>("type", filter.Type),
                string.IsNullOrWhiteSpace(filter.Pair)
                    ? null
                    : filter.Pair.Trim().ToUpperInvariant().Replace("\0", "", StringComparison.Ordinal),
                Word<Direction>("direction", filter.Direction),
                filter.Recommended,
                string.Equals(filter.State, "active", StringComparison.OrdinalIgnoreCase) ? [SignalState.Waiting, SignalState.Running]
                    : string.Equals(filter.State, "ended", StringComparison.OrdinalIgnoreCase) ? [SignalState.Closed, SignalState.Cancelled]
                    : Word<SignalState>("state", filter.State) is { } state ? [state]
                    : null,
                Word<DraftSource>("source", filter.Source),
                BotOf(filter.Bot),
                filter.Since
            );

        public bool Takes(SignalRow s) =>
            (Type is null || s.Type == Type)
            && (Pair is null || s.Pair.StartsWith(Pair, StringComparison.Ordinal))
            && (Direction is null || s.Direction == Direction)
            && (!Recommended || s.Recommended)
            && (States is null || States.Contains(s.State))
            && (Source is null || s.Source == Source)
            && (Bot is null || (s.Source == DraftSource.Bot && s.BotId == Extra))
            && (Since is null || s.PublishedAt > Since);

        public IQueryable<Signal> In(IQueryable<Signal> signals)
        {
            if (Type is { } type)
                signals = signals.Where(s => s.Type == type);
            if (Pair is { } pair)
                signals = signals.Where(s => s.Pair.StartsWith(pair));
            if (Direction is { } direction)
                signals = signals.Where(s => s.Direction == direction);
            if (Recommended)
                signals = signals.Where(s => s.Recommended);
            if (States is { } states)
                signals = signals.Where(s => states.Contains(s.State));
            if (Source is { } source)
                signals = signals.Where(s => s.Source == source);
            if (Bot is not null)
                signals = signals.Where(s => s.Source == DraftSource.Bot && s.BotId == Extra);
            if (Since is { } since)
                signals = signals.Where(s => s.PublishedAt > since);
            return signals;
        }

        private Guid? Extra => Guid.TryParse(Bot, out var id) ? id : null;

        private static string? BotOf(string? bot) =>
            string.IsNullOrWhiteSpace(bot) ? null
            : bot == "main" || Guid.TryParse(bot, out _) ? bot
            : throw Refusal.Invalid("bot", Words.Of("Signal_Bot"));

        private static T? Word<T>(string field, string? word)
            where T : struct, Enum
        {
            if (string.IsNullOrWhiteSpace(word))
                return null;
            foreach (var value in Enum.GetValues<T>())
                if (string.Equals(value.ToString(), word, StringComparison.OrdinalIgnoreCase))
                    return value;
            throw Refusal.Invalid(field, Words.Of("Word_Unknown", string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))));
        }
    }
}
