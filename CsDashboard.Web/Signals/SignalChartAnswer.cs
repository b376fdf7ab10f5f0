using CsDashboard.Bots;
using CsDashboard.Signals;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Signals;

/// <summary>
/// What the moving chart draws (js/market.js): candles as time (seconds on the reader's clock, since the
/// library knows no zones), open, high, low, close; the prices across it; what happened
/// to the signal and when.
/// </summary>
internal sealed record SignalChartAnswer(
    IReadOnlyList<decimal[]> Candles,
    IReadOnlyList<SignalChartAnswer.PriceLine> Lines,
    IReadOnlyList<SignalChartAnswer.Mark> Marks,
    int Decimals
)
{
    internal sealed record PriceLine(decimal Price, string Tone, string Title);

    internal sealed record Mark(long Time, string Tone, string Text);

    /// <summary>The candles it was published with, and those that a bot has taken of its pair since.</summary>
    public static SignalChartAnswer Of(SignalDetail detail, Quote? quote, TimeZoneInfo zone)
    {
        var signal = detail.Signal;
        var candles = detail.Candles.ToList();
        var frozen = candles.Count == 0 ? 0 : candles[^1].Time;
        if (quote is not null)
            candles.AddRange(
                quote
                    .Candles.Select(c => new CsDashboard.Signals.Candle(
                        c.Time.ToUnixTimeSeconds(),
                        c.Open,
                        c.High,
                        c.Low,
                        c.Close,
                        c.Volume
                    ))
                    .Where(c => c.Time > frozen)
            );
        return new SignalChartAnswer(
            [
                .. candles
                    .DistinctBy(c => c.Time)
                    .OrderBy(c => c.Time)
                    .Select(c => new[] { OnClock(c.Time, zone), c.Open, c.High, c.Low, c.Close }),
            ],
            [.. Levels(signal)],
            [.. detail.Life.Select(l => new Mark(OnClock(l.At.ToUnixTimeSeconds(), zone), ToneOf(l.Kind), SignalWords.Of(l.Kind)))],
            signal.Targets.Append(signal.Entry).Append(signal.Stop).Max(p => p.Scale)
        );
    }

    /// <summary>Entry, stop and targets, as every chart of the signal shows them.</summary>
    public static IEnumerable<PriceLine> Levels(SignalRow signal)
    {
        yield return new PriceLine(signal.Entry, "accent", SignalTexts.Get("Card.Entry"));
        yield return new PriceLine(signal.Stop, "danger", SignalTexts.Get("Card.Stop"));
        for (var i = 0; i < signal.Targets.Count; i++)
            yield return new PriceLine(
                signal.Targets[i],
                "success",
                signal.Targets.Count == 1 ? SignalTexts.Get("Card.Target") : SignalTexts.Get("Card.TargetN", Show.Number(i + 1))
            );
    }

    private static long OnClock(long time, TimeZoneInfo zone) =>
        time + (long)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(time)).TotalSeconds;

    private static string ToneOf(LifeKind kind) =>
        kind switch
        {
            LifeKind.TargetReached => "success",
            LifeKind.StopReached => "danger",
            LifeKind.Published or LifeKind.EntryReached or LifeKind.Moved or LifeKind.Closed or LifeKind.Cancelled or LifeKind.Corrected =>
                "accent",
        };
}
