using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Bots;

/// <summary>
/// The work of one bot: takes each candle that closes, reckons the indicators, stores both in the vault and proposes a draft
/// when the rule says so, all in one transaction. Stopping ends it between two candles; giving it up forbids it to write.
/// </summary>
internal sealed class BotWorker(
    Store store,
    ICandleStore candles,
    ICandleFeed feed,
    Guid tenantId,
    Bot bot,
    BotHealth health,
    Quotes quotes,
    TimeProvider clock
)
{
    internal const int Window = 200;

    private readonly Actor actor = Actor.System(tenantId, clock) with { Name = BotWords.Said(bot) + " bot" };
    private readonly BotSettings settings = bot.Settings;
    private readonly Dictionary<string, Line> lines = [];

    /// <summary>What is known of a pair: the last candles, the figures of the last one, and where to go on.</summary>
    private sealed class Line
    {
        public List<Candle> Candles { get; } = [];
        public Dictionary<string, decimal> Figures { get; set; } = [];
        public DateTimeOffset Next { get; set; }
        public int SinceDraft { get; set; } = int.MaxValue;
    }

    public async Task Run(CancellationToken stopping, CancellationToken givenUp)
    {
        foreach (var pair in settings.PairList())
            await WarmUp(pair, stopping);
        health.State = BotState.Running;
        while (!stopping.IsCancellationRequested)
        {
            foreach (var (pair, line) in lines)
            {
                var closed = await feed.Closed(settings, pair, line.Next, feed.AtOnce, stopping);
                health.Beat(clock.GetUtcNow());
                foreach (var candle in closed)
                {
                    if (stopping.IsCancellationRequested)
                        return;
                    await Take(pair, line, candle, givenUp);
                    health.Beat(clock.GetUtcNow());
                }
            }
            await Task.Delay(feed.Pause(settings), clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The indicators need earlier candles, and the vault can't be read without a PIN, so the feed is asked again.
    private async Task WarmUp(string pair, CancellationToken stopping)
    {
        var next = bot.PlaceOf(pair) is { } last ? last + settings.Length : feed.First(settings, clock.GetUtcNow());
        var line = lines[pair] = new Line { Next = next };
        line.Candles.AddRange(
            (await feed.Closed(settings, pair, next - settings.Length * Window, Window, stopping)).Where(c => c.Time < next)
        );
        line.Figures = Indicators.Of(line.Candles);
        Say(pair, line);
        health.Beat(clock.GetUtcNow());
    }

    private void Say(string pair, Line line)
    {
        if (line.Candles.Count > 0)
            quotes.Say(tenantId, pair, new Quote(settings.Length, settings.IsReplay, [.. line.Candles]), clock.GetUtcNow());
    }

    // A candle that is in the vault already was taken before, unless another bot of the market took it just now.
    private static Task<bool> HasCompany(AppDb db, Bot bot) => db.Bots.AnyAsync(b => b.Type == bot.Type && b.Id != bot.Id && b.IsActive);

    private async Task Take(string pair, Line line, Candle candle, CancellationToken givenUp)
    {
        line.Candles.Add(candle);
        if (line.Candles.Count > Window)
            line.Candles.RemoveAt(0);
        Say(pair, line);
        var figures = Indicators.Of(line.Candles);
        if (line.SinceDraft < int.MaxValue)
            line.SinceDraft++;
        var proposal = line.SinceDraft > settings.Rest ? Rule.Judge(settings, candle, figures, line.Figures) : null;
        await store.Write(
            actor,
            async db =>
            {
                // A worker that was given up and wakes up again must not write beside its successor.
                givenUp.ThrowIfCancellationRequested();
                var row = await TradingBots.RowOf(db, bot.Key);
                var isNew = await candles.Add(db, bot.Type, pair, settings.Interval!, candle, figures);
                var proposed = proposal is not null && (isNew || (row.IsAhead(pair, candle) && await HasCompany(db, row)));
                row.Took(pair, candle, proposed, clock.Now());
                if (proposed)
                    db.Record(
                        new SignalProposed
                        {
                            BotId = row.Id,
                            Type = bot.Type,
                            Name = BotWords.Kept(row),
                            Pair = pair,
                            Interval = settings.Interval!,
                            IsReplay = settings.IsReplay,
                            Direction = proposal!.Direction,
                            Entry = proposal.Entry,
                            Stop = proposal.Stop,
                            Target = proposal.Target,
                            Indicators = figures,
                            Candles = [.. line.Candles],
                        }
                    );
                db.AnnounceAfterCommit(Topic.Room(tenantId, "Bots"));
            },
            givenUp
        );
        if (proposal is not null)
            line.SinceDraft = 0;
        (line.Figures, line.Next) = (figures, candle.Time + settings.Length);
    }
}
