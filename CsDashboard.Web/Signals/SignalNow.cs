using CsDashboard.Bots;
using CsDashboard.Signals;

namespace CsDashboard.Web.Signals;

/// <summary>
/// Where the price stands to a signal that is not over. ToEntry and ToStop are shares of the price; Result is what it would have brought,
/// in R, if it were closed now, for one whose entry was reached.
/// </summary>
public sealed record SignalNow(decimal Price, bool IsReplay, DateTimeOffset At, decimal? ToEntry, decimal ToStop, decimal? Result)
{
    /// <summary>Null when the signal is over or nothing is known of its pair.</summary>
    public static SignalNow? Of(SignalRow signal, Quote? quote)
    {
        if (signal.IsOver || quote is not { Price: > 0 })
            return null;
        var (price, risk) = (quote.Price, Math.Abs(signal.Entry - signal.FirstStop));
        var gain = signal.Direction == Direction.Buy ? price - signal.Entry : signal.Entry - price;
        return new SignalNow(
            price,
            quote.IsReplay,
            quote.At,
            signal.State == SignalState.Waiting ? Math.Abs(price - signal.Entry) / price : null,
            Math.Abs(price - signal.Stop) / price,
            signal.State == SignalState.Running && risk > 0 ? decimal.Round(gain / risk, 2) : null
        );
    }
}
