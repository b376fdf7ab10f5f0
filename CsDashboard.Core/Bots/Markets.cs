using System.Text.RegularExpressions;

namespace CsDashboard.Bots;

/// <summary>Names of pairs and lengths of candles as this product writes them.</summary>
public static partial class Markets
{
    /// <summary>How long a candle of each interval is. "live" is for prices that come one at a time, with no length.</summary>
    public static readonly IReadOnlyDictionary<string, TimeSpan> Intervals = new Dictionary<string, TimeSpan>
    {
        ["1m"] = TimeSpan.FromMinutes(1),
        ["5m"] = TimeSpan.FromMinutes(5),
        ["15m"] = TimeSpan.FromMinutes(15),
        ["30m"] = TimeSpan.FromMinutes(30),
        ["1h"] = TimeSpan.FromHours(1),
        ["4h"] = TimeSpan.FromHours(4),
        ["1d"] = TimeSpan.FromDays(1),
    };

    public const string Live = "live";

    /// <summary>
    /// How long a candle of an interval is; a day where it is not known, and a minute for prices that come one at a time.
    /// </summary>
    public static TimeSpan Length(string? interval) =>
        interval is null ? TimeSpan.FromDays(1)
        : interval == Live ? TimeSpan.FromMinutes(1)
        : Intervals[interval];

    /// <summary>BTC/USD, EURUSD, BTC-USDT: letters and digits with at most one sign between; upper case. Else Invalid.</summary>
    public static string Pair(string? text, string field = "pair") =>
        text?.Trim().ToUpperInvariant() is { } pair && KnownPair().IsMatch(pair)
            ? pair
            : throw Refusal.Invalid(field, Words.Of("Candle_Pair"));

    /// <summary>One of <see cref="Intervals"/>, or live. Else Invalid.</summary>
    public static string Interval(string? text, string field = "interval") =>
        text?.Trim() is { } interval && (interval == Live || Intervals.ContainsKey(interval))
            ? interval
            : throw Refusal.Invalid(field, Words.Of("Word_Unknown", string.Join(", ", Intervals.Keys)));

    [GeneratedRegex("^[A-Z0-9]{2,12}([/._-][A-Z0-9]{2,12})?$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex KnownPair();
}
