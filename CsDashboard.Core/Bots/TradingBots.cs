using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Bots;

/// <summary>
/// The bots of a company, a main one for each market and others beside it: switching, setting and watching them. Customers never see them.
/// </summary>
public sealed partial class TradingBots
{
    /// <summary>Lines of <see cref="Log"/>.</summary>
    public const int LogLines = 100;

    /// <summary>Minutes: a quarter of an hour, and a week.</summary>
    public const int ShortestPause = 15,
        LongestPause = 7 * 24 * 60;

    private readonly Store store;
    private readonly BotHealths healths;
    private readonly BotFiles files;
    private readonly BotSignal signal;

    internal TradingBots(Store store, BotHealths healths, BotFiles files, BotSignal signal) =>
        (this.store, this.healths, this.files, this.signal) = (store, healths, files, signal);

    /// <summary>The main bot of each market, of which one that was never touched is off; then the others by their names.</summary>
    public async Task<IReadOnlyList<BotView>> List(Actor actor)
    {
        actor.Demand(BotRights.See);
        await using var db = store.Open(actor);
        var known = await db.Bots.ToListAsync();
        var main = Enum.GetValues<BotType>().Select(type => known.SingleOrDefault(b => b.Key == type) ?? New(actor, type));
        var others = known.Where(b => b.Key.Extra is not null).OrderBy(b => b.Type).ThenBy(b => b.Name, StringComparer.CurrentCulture);
        return [.. main.Concat(others).Select(bot => ViewOf(actor, bot))];
    }

    /// <summary>One of them; NotFound for one that isn't there.</summary>
    public async Task<BotView> Get(Actor actor, BotKey key) =>
        (await List(actor)).SingleOrDefault(b => b.Key == key) ?? throw Refusal.NotFound();

    /// <summary>
    /// Switches a bot on or off; safe to repeat. It is wanted as soon as this returns, and its worker follows: one that is
    /// switched off finishes the candle in hand. The reason is what the page asks for.
    /// </summary>
    public async Task<BotView> Toggle(Actor actor, BotKey key, bool on, string? reason = null)
    {
        actor.Demand(BotRights.Switch);
        CheckReason(reason);
        var bot = await store.Write(
            actor,
            async db =>
            {
                var row = await RowOf(db, key);
                if (row.Switch(on, actor.Name, Trimmed(reason), actor.Now))
                    db.Record(new BotSwitched(row.Id, row.Type, on, row.Reason, BotWords.Kept(row)));
                return row;
            }
        );
        signal.Raise();
        return ViewOf(actor, bot);
    }

    /// <summary>
    /// Lets a bot that is on rest for so many minutes, from a quarter of an hour to a week; null lets it go on at once, with the candles
    /// that it missed. Conflict while it is off.
    /// </summary>
    public async Task<BotView> Pause(Actor actor, BotKey key, int? minutes, string? reason = null)
    {
        actor.Demand(BotRights.Switch);
        if (minutes is < ShortestPause or > LongestPause)
            throw Refusal.Invalid("minutes", Words.Of("Bot_Pause", ShortestPause, LongestPause / 60 / 24));
        CheckReason(reason);
        var bot = await store.Write(
            actor,
            async db =>
            {
                var row = await RowOf(db, key);
                if (!row.IsActive)
                    throw Refusal.Conflict(Words.Of("Bot_Off"));
                if (minutes is null && !row.IsPaused(actor.Now))
                    return row;
                row.Pause(minutes is { } rest ? actor.Now.AddMinutes(rest) : null, actor.Name, Trimmed(reason));
                db.Record(new BotPaused(row.Id, row.Type, row.PausedUntil, row.Reason, BotWords.Kept(row)));
                return row;
            }
        );
        signal.Raise();
        return ViewOf(actor, bot);
    }

    /// <summary>What happened to a bot and what it proposed, the last first, at most <see cref="LogLines"/>.</summary>
    public async Task<IReadOnlyList<BotLogLine>> Log(Actor actor, BotKey key)
    {
        actor.Demand(BotRights.See);
        await using var db = store.Open(actor);
        var id = key.Extra ?? await db.Bots.Where(b => b.Type == key.Type && b.Name == "").Select(b => b.Id).SingleOrDefaultAsync();
        var rows = await db
            .Events.AsNoTracking()
            .Where(e => e.SubjectKind == "bot" && e.SubjectId == id)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(LogLines)
            .ToListAsync();
        return
        [
            .. rows.Select(e => new BotLogLine(
                e.At,
                e.ActorName,
                EventSentence.Of(e, Words.Language),
                e.Kind is nameof(BotFailed) or nameof(BotBeatMissed) or nameof(BotFlaps)
            )),
        ];
    }

    private static void CheckReason(string? reason)
    {
        if (reason is not null && (reason.Trim().Length > Bot.MaxReason || !TextAttribute.CanBeStored(reason)))
            throw Refusal.Invalid("reason", Words.Of("Text_TooLong", Bot.MaxReason));
    }

    private static string? Trimmed(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

    /// <summary>
    /// Sets how a bot works; a running worker is restarted with it. Refuses with Invalid, every field named, what no bot
    /// could work with.
    /// </summary>
    public async Task<BotView> Configure(Actor actor, BotKey key, BotSettings settings)
    {
        actor.Demand(BotRights.Switch);
        var bot = await store.Write(
            actor,
            async db =>
            {
                var row = await RowOf(db, key);
                settings.Fit(row.Type, row.HasOwnFile);
                var before = row.Settings;
                row.Settings = settings;
                // Another feed or interval has other times; the same one continues.
                if (before.Feed != settings.Feed || before.Interval != settings.Interval)
                    row.ForgetPlaces();
                db.Record(new BotConfigured(row.Id, row.Type, before, settings, BotWords.Kept(row)));
                return row;
            }
        );
        signal.Raise();
        return ViewOf(actor, bot);
    }

    /// <summary>
    /// Gives a bot candles of one's own to replay instead of the sample: an OHLCV file of one series. Null takes it away again. Invalid
    /// (file) as <see cref="CandleFile"/> says.
    /// </summary>
    public async Task<BotFileView?> GiveFile(Actor actor, BotKey key, Stream? file, CancellationToken cancellation = default)
    {
        actor.Demand(BotRights.Switch);
        BotFileView? given = null;
        if (file is null)
            await files.Remove(actor.TenantId, key, cancellation);
        else
            given = await files.Put(actor.TenantId, key, file, actor.Now, cancellation);
        await store.Write(
            actor,
            async db =>
            {
                var row = await RowOf(db, key);
                row.HasOwnFile = file is not null;
                row.ForgetPlaces();
                db.Record(new BotFileGiven(row.Id, row.Type, file is not null, BotWords.Kept(row)));
            },
            cancellation
        );
        signal.Raise();
        return given;
    }

    /// <summary>Inside a write. The main bot is made when it is first touched; NotFound for another that isn't there.</summary>
    internal static async Task<Bot> RowOf(AppDb db, BotKey key)
    {
        if (key.Extra is { } id)
            return await db.Bots.SingleOrDefaultAsync(b => b.Id == id && b.Type == key.Type && b.Name != "") ?? throw Refusal.NotFound();
        var row = await db.Bots.SingleOrDefaultAsync(b => b.Type == key.Type && b.Name == "");
        if (row is null)
            db.Bots.Add(row = New(db.Actor, key.Type));
        return row;
    }

    private static Bot New(Actor actor, BotType type) => new() { TenantId = actor.TenantId, Type = type };

    private BotView ViewOf(Actor actor, Bot bot) => BotView.Of(bot, healths.Of(actor.TenantId, bot.Key), actor.Now);
}
