using System.Globalization;
using System.Text.Json;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Signals;

/// <summary>The candles a signal was published with; frozen, since their hash is in the chain.</summary>
public sealed class SignalCandles : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid SignalId { get; init; }

    /// <summary>A line each: time,open,high,low,close,volume.</summary>
    public required string Text { get; init; }

    internal static string? TextOf(IReadOnlyList<Candle>? candles)
    {
        if (candles is null || candles.Count == 0)
            return null;
        return string.Join(
            '\n',
            candles
                .TakeLast(NewSignal.MaxCandles)
                .Select(c =>
                    string.Join(
                        ',',
                        c.Time.ToString(CultureInfo.InvariantCulture),
                        HashChain.Text(c.Open),
                        HashChain.Text(c.High),
                        HashChain.Text(c.Low),
                        HashChain.Text(c.Close),
                        HashChain.Text(c.Volume)
                    )
                )
        );
    }

    internal static IReadOnlyList<Candle> Read(string? text) =>
        text is null
            ? []
            :
            [
                .. text.Split('\n')
                    .Select(line => line.Split(','))
                    .Select(p => new Candle(
                        long.Parse(p[0], CultureInfo.InvariantCulture),
                        Numbers.Stored(p[1]),
                        Numbers.Stored(p[2]),
                        Numbers.Stored(p[3]),
                        Numbers.Stored(p[4]),
                        Numbers.Stored(p[5])
                    )),
            ];
}
