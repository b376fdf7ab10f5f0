using CsDashboard.Signals;

namespace CsDashboard.Demo;

/// <summary>Forty signals of the last ninety days with their lives, some drafts, all by the rooms' own verbs at their own times.</summary>
internal sealed class DemoSignals(Signals.TradingSignals signals, Drafts drafts, PublicRecords records)
{
    public const int Count = 40;
    private const int Days = 90;

    private static readonly (string Pair, string Type, decimal Price, int Decimals)[] Markets =
    [
        ("BTC/USDT", "crypto", 64000, 0),
        ("ETH/USDT", "crypto", 3150, 1),
        ("SOL/USDT", "crypto", 148, 2),
        ("XRP/USDT", "crypto", 0.62m, 4),
        ("EUR/USD", "forex", 1.085m, 4),
        ("GBP/USD", "forex", 1.272m, 4),
        ("USD/JPY", "forex", 151.2m, 2),
        ("XAU/USD", "forex", 2345, 1),
    ];

    private static readonly string?[] Notes =
    [
        "Break of the range on rising volume.",
        null,
        "Pull-back to the daily support; half size before the figures at 14:30.",
        null,
        "اختراق واضح لمستوى المقاومة مع حجم متزايد.",
        null,
    ];

    private sealed record Act(
        DateTimeOffset At,
        int Signal,
        string Event,
        decimal? Price = null,
        decimal? Stop = null,
        string? Note = null
    );

    public async Task Fill(Actor admin, Actor product, DateTimeOffset now, int count, Func<Actor, DateTimeOffset, Actor> at, Random random)
    {
        var (acts, inputs) = (new List<Act>(), new List<NewSignal>());
        for (var i = 0; i < count; i++)
        {
            var published = now.AddDays(-Days + Days * (i + 0.6 * random.NextDouble()) / count).AddMinutes(-40);
            inputs.Add(Signal(i, published, random));
            acts.Add(new Act(published, i, "published"));
            Live(acts, i, inputs[i], published, i < count - 3, random);
        }
        var ids = new Guid[count];
        foreach (var act in acts.Where(a => a.At < now).OrderBy(a => a.At))
        {
            if (act.Event == "published")
                ids[act.Signal] = (await signals.Publish(at(admin, act.At), inputs[act.Signal])).Id;
            else
                await signals.Step(
                    at(admin, act.At),
                    ids[act.Signal],
                    new SignalStep
                    {
                        Event = act.Event,
                        Price = act.Price,
                        StopLoss = act.Stop,
                        Note = act.Note,
                    }
                );
        }
        await records.Set(at(admin, now.AddDays(-Days)), isPublic: true);
        var proposed = Signal(count + 1, now.AddMinutes(-12), random);
        (proposed.Key, proposed.Note) = ("demo/bot", null);
        await drafts.Propose(at(product, now.AddMinutes(-12)), new NewDraft { Signal = proposed, Source = DraftSource.Bot });
        const string words = "short EURUSD\nentry 1.0862\nstop 1.0898\ntarget 1.0795";
        await drafts.Propose(
            at(product, now.AddMinutes(-5)),
            new NewDraft
            {
                Signal = AlertReader.Read(words),
                Source = DraftSource.Alert,
                Original = words,
            }
        );
    }

    private static NewSignal Signal(int i, DateTimeOffset at, Random random)
    {
        var (pair, type, price, decimals) = Markets[i % Markets.Length];
        decimal Round(decimal value) => decimal.Round(value, decimals);
        var buy = random.Next(5) < 3;
        var entry = Round(price * (1 + (decimal)(random.NextDouble() - 0.5) * 0.08m));
        var risk = Math.Max(Round(entry * (type == "crypto" ? 0.02m : 0.004m)), Round((decimal)Math.Pow(10, -decimals) * 5));
        var reward = new[] { 1.4m, 1.8m, 2m, 2.4m, 3m }[random.Next(5)];
        var side = buy ? 1 : -1;
        var agrees = random.Next(3) > 0;
        return new NewSignal
        {
            Type = type,
            Pair = pair,
            Direction = buy ? "BUY" : "SELL",
            EntryPrice = entry,
            StopLoss = entry - side * risk,
            TakeProfit = entry + side * Round(risk * reward),
            Note = Notes[i % Notes.Length],
            MoreTargets = i % 4 == 0 ? [entry + side * Round(risk * (reward + 1.5m))] : null,
            Indicators =
                i % 5 == 4
                    ? null
                    : new Dictionary<string, decimal?>
                    {
                        ["rsi"] = buy == agrees ? random.Next(28, 40) : random.Next(61, 74),
                        ["macd"] = decimal.Round(entry * 0.0004m, decimals + 2) * (buy == agrees ? 1 : -1),
                        ["volume"] = random.Next(900, 9_000) * 100,
                    },
            Candles = i % 3 == 2 ? null : Candles(entry, risk, decimals, at, random),
        };
    }

    // Entry after some hours, then a target, the stop or a price in between; one in nine is cancelled, some are corrected.
    private static void Live(List<Act> acts, int i, NewSignal signal, DateTimeOffset at, bool ends, Random random)
    {
        if (i % 13 == 5)
            acts.Add(
                new Act(at = at.AddMinutes(7), i, "corrected", Note: "The chart belongs to the four-hour view; the figures are right.")
            );
        if (i % 9 == 4 && ends)
        {
            acts.Add(new Act(at.AddHours(20), i, "cancelled", Note: "The price left without reaching the entry."));
            return;
        }
        acts.Add(new Act(at = at.AddHours(1 + random.NextDouble() * 8), i, "entry_reached"));
        if (!ends)
            return;
        var (entry, stop, target) = (signal.EntryPrice!.Value, signal.StopLoss!.Value, signal.TakeProfit!.Value);
        switch (random.Next(10))
        {
            case < 5:
                acts.Add(new Act(at = at.AddHours(3 + random.NextDouble() * 20), i, "target_reached"));
                if (signal.MoreTargets is not null)
                {
                    acts.Add(new Act(at = at.AddMinutes(2), i, "moved", Stop: entry, Note: "Stop to the entry after the first target."));
                    acts.Add(new Act(at.AddHours(6), i, random.Next(2) == 0 ? "target_reached" : "stop_reached"));
                }
                break;
            case < 8:
                acts.Add(new Act(at.AddHours(2 + random.NextDouble() * 16), i, "stop_reached"));
                break;
            default:
                acts.Add(
                    new Act(
                        at.AddHours(24),
                        i,
                        "closed",
                        Price: decimal.Round(entry + (target - entry) * 0.4m, 4),
                        Note: "Closed before the weekend."
                    )
                );
                break;
        }
    }

    private static List<Candle> Candles(decimal entry, decimal risk, int decimals, DateTimeOffset at, Random random)
    {
        const int count = 90;
        var (candles, close) = (new List<Candle>(), entry + risk * (decimal)(random.NextDouble() - 0.5) * 3);
        var first = at.AddMinutes(-15 * count).ToUnixTimeSeconds() / 900 * 900;
        for (var i = 0; i < count; i++)
        {
            // A random walk that is drawn to the entry towards the end.
            var open = close;
            close = decimal.Round(
                open + (entry - open) * (i / (decimal)count) * 0.12m + risk * 0.28m * (decimal)(random.NextDouble() - 0.5) * 2,
                decimals + 1
            );
            var wick = risk * 0.16m * (decimal)random.NextDouble();
            candles.Add(
                new Candle(
                    first + i * 900,
                    open,
                    decimal.Round(Math.Max(open, close) + wick, decimals + 1),
                    decimal.Round(Math.Min(open, close) - wick, decimals + 1),
                    close,
                    random.Next(100, 2_000)
                )
            );
        }
        return candles;
    }
}
