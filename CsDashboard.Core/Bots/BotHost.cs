using CsDashboard.Accounts;
using CsDashboard.Foundation.Jobs;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Outgoing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Bots;

/// <summary>
/// The watchdog outside the workers: every two seconds, and at once when somebody switches, it makes sure that exactly the wanted workers
/// run. A worker that died is restarted after a pause that doubles; one that gives no sign of life is given up, reported and restarted.
/// </summary>
internal sealed class BotHost(
    Store store,
    Tenants tenants,
    ICandleStore candles,
    BotFiles files,
    BotHealths healths,
    BotSignal signal,
    Quotes quotes,
    OutgoingCalls outgoing,
    FeedPatience patience,
    LiveFeed live,
    TimeProvider clock,
    ILogger<BotHost> log
) : BackgroundService
{
    internal static readonly TimeSpan Silence = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2),
        FirstPause = TimeSpan.FromSeconds(1),
        LongestPause = TimeSpan.FromMinutes(5),
        Patience = TimeSpan.FromSeconds(10);

    private readonly Dictionary<(Guid Tenant, BotKey Bot), Run> runs = [];

    /// <summary>What is known of a bot's worker from outside.</summary>
    private sealed class Run
    {
        public Task? Work { get; set; }
        public CancellationTokenSource Stop { get; set; } = new();
        public CancellationTokenSource GiveUp { get; set; } = new();
        public string? Settings { get; set; }
        public int Failures { get; set; }
        public DateTimeOffset? StartedAt { get; set; }
        public DateTimeOffset NextStart { get; set; }
        public DateTimeOffset? FlapTold { get; set; }
    }

    /// <summary>Where candles come from; tests may replace it.</summary>
    internal Func<Guid, Bot, CancellationToken, Task<ICandleFeed>>? Feeds { get; set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Loop.Run(
            "The watchdog of the bots",
            Look,
            log,
            stoppingToken,
            async () =>
            {
                await Check(stoppingToken);
                await signal.Wait(Look, stoppingToken);
            }
        );
        await StopAll();
    }

    /// <summary>One look at all bots of all companies.</summary>
    internal async Task Check(CancellationToken cancellation = default)
    {
        foreach (var tenant in await tenants.All())
        {
            await using var db = store.Open(Actor.System(tenant.Id, clock));
            var bots = await db.Bots.ToListAsync(cancellation);
            foreach (var bot in bots)
                await Check(tenant.Id, bot);
            foreach (var gone in runs.Keys.Where(run => run.Tenant == tenant.Id && bots.All(bot => bot.Key != run.Bot)).ToList())
                await Leave(gone);
        }
    }

    // Whoever removed it has switched it off before; what its worker still does is cut short.
    private async Task Leave((Guid Tenant, BotKey Bot) gone)
    {
        runs.Remove(gone, out var run);
        healths.Forget(gone.Tenant, gone.Bot);
        await run!.GiveUp.CancelAsync();
        await run.Stop.CancelAsync();
    }

    /// <summary>Waits until a worker that was told to stop has done so; for tests.</summary>
    internal Task Ended(Guid tenant, BotKey bot) =>
        runs.TryGetValue((tenant, bot), out var run) && run.Work is { } work
            ? work.ContinueWith(_ => { }, TaskScheduler.Default)
            : Task.CompletedTask;

    private async Task Check(Guid tenant, Bot bot)
    {
        if (!runs.TryGetValue((tenant, bot.Key), out var run))
            runs[(tenant, bot.Key)] = run = new Run();
        var (health, now) = (healths.Of(tenant, bot.Key), clock.Now());
        var wanted = bot.IsActive && !bot.IsPaused(now);
        if (run.Work is { IsCompleted: true })
            await Ended(tenant, bot, run, health, now);

        if (run.Work is not null)
        {
            // Switched off or configured differently: it is stopped, and started again on a later look if it is still wanted.
            if (!wanted || run.Settings != bot.SettingsText)
            {
                if (!run.Stop.IsCancellationRequested)
                    Show(tenant, health, BotState.Stopping);
                await run.Stop.CancelAsync();
            }
            else if (now - (health.LastBeatAt > run.StartedAt ? health.LastBeatAt.Value : run.StartedAt!.Value) > Silence)
                await GiveUp(tenant, bot, run, health, now);
            else if (run.Failures > 0 && now - run.StartedAt > LongestPause)
                run.Failures = 0;
        }
        else if (!wanted)
        {
            (run.Failures, run.NextStart, health.NextStartAt) = (0, default, null);
            var rest = bot.IsActive ? BotState.Paused : BotState.Off;
            if (health.State != rest)
                Show(tenant, health, rest);
        }
        else if (now >= run.NextStart)
            Start(tenant, bot, run, health, now);
    }

    private void Start(Guid tenant, Bot bot, Run run, BotHealth health, DateTimeOffset now)
    {
        (run.Stop, run.GiveUp, run.Settings, run.StartedAt, health.NextStartAt) = (new(), new(), bot.SettingsText, now, null);
        Show(tenant, health, BotState.Starting);
        var (stop, giveUp) = (run.Stop.Token, run.GiveUp.Token);
        // Apart from this loop, whatever the feed does: the watchdog must never wait for a worker.
        run.Work = Task.Run(
            async () =>
            {
                var feed = Feeds is null ? await FeedOf(tenant, bot, stop) : await Feeds(tenant, bot, stop);
                try
                {
                    await new BotWorker(store, candles, feed, tenant, bot, health, quotes, clock).Run(stop, giveUp);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
                signal.Raise();
            },
            CancellationToken.None
        );
    }

    private async Task<ICandleFeed> FeedOf(Guid tenant, Bot bot, CancellationToken cancellation) =>
        bot.Settings.IsReplay
            ? new ReplayFeed(bot.Type, bot.HasOwnFile ? await files.Read(tenant, bot.Key, clock.GetUtcNow(), cancellation) : null, clock)
            : new ExchangeFeed(outgoing, clock, patience);

    private async Task Ended(Guid tenant, Bot bot, Run run, BotHealth health, DateTimeOffset now)
    {
        var (work, stopped) = (run.Work!, run.Stop.IsCancellationRequested);
        run.Work = null;
        if (!work.IsFaulted || stopped)
            return;
        var fault = work.Exception!.InnerException ?? work.Exception;
        // Refusals and faults of the feed are shown to the admin as they are; anything else is a bug of ours.
        var told = fault is Refusal or FeedFault ? fault.Message : Words.Of("Bot_Bug");
        if (fault is Refusal or FeedFault)
            log.LogWarning("The {Bot} bot failed: {Fault}", BotWords.Said(bot), told);
        else
            log.LogError(fault, "The {Bot} bot failed", BotWords.Said(bot));
        var pause = PauseAfter(++run.Failures);
        (run.NextStart, health.NextStartAt) = (now + pause, now + pause);
        health.Error(now, told);
        var flaps = health.Errors(now, BotHealth.FlappingWindow);
        var tell = flaps >= BotHealth.Flapping && !(run.FlapTold > now - BotHealth.FlappingWindow);
        if (tell)
            run.FlapTold = now;
        Show(tenant, health, BotState.Failed);
        await store.Write(
            Actor.System(tenant, clock),
            db =>
            {
                db.Record(new BotFailed(bot.Id, bot.Type, told, pause.TotalSeconds, BotWords.Kept(bot)));
                if (tell)
                    db.Record(new BotFlaps(bot.Id, bot.Type, flaps, told, BotWords.Kept(bot)));
                return Task.CompletedTask;
            }
        );
    }

    private async Task GiveUp(Guid tenant, Bot bot, Run run, BotHealth health, DateTimeOffset now)
    {
        var last = health.LastBeatAt ?? run.StartedAt!.Value;
        await run.GiveUp.CancelAsync();
        await run.Stop.CancelAsync();
        run.Work = null;
        var pause = PauseAfter(++run.Failures);
        (run.NextStart, health.NextStartAt) = (now + pause, now + pause);
        health.Error(now, Words.Of("Bot_Silent"));
        Show(tenant, health, BotState.Failed);
        log.LogError("The {Bot} bot has given no sign of life since {Last} and is started anew", BotWords.Said(bot), last);
        await store.Write(
            Actor.System(tenant, clock),
            db =>
            {
                db.Record(new BotBeatMissed(bot.Id, bot.Type, last, BotWords.Kept(bot)));
                return Task.CompletedTask;
            }
        );
    }

    private static TimeSpan PauseAfter(int failures) =>
        TimeSpan.FromSeconds(Math.Min(FirstPause.TotalSeconds * Math.Pow(2, Math.Min(failures, 20) - 1), LongestPause.TotalSeconds));

    private void Show(Guid tenant, BotHealth health, BotState state)
    {
        health.State = state;
        live.Announce(Topic.Room(tenant, "Bots"));
    }

    // The candle in hand is finished; a worker that can't be stopped doesn't keep the product from ending.
    private async Task StopAll()
    {
        foreach (var run in runs.Values)
            await run.Stop.CancelAsync();
        await Task.WhenAny(
            Task.WhenAll(runs.Values.Select(r => r.Work ?? Task.CompletedTask)),
            Task.Delay(Patience, CancellationToken.None)
        );
    }
}
