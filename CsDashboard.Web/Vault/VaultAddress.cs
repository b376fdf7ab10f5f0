using System.Globalization;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Vault;

namespace CsDashboard.Web.Vault;

/// <summary>What the page shows, as its address says it.</summary>
public sealed record VaultAddress(string? Bot, string? Pair, string? Interval, string? From, string? To, string? After, string? Tab)
{
    public const int PageSize = 120;

    /// <summary>Candles of a chart: what can still be told apart on a wide screen.</summary>
    public const int ChartSize = 480;

    /// <summary>Invalid for malformed values in the address.</summary>
    public CandleFilter Filter => Of(After, PageSize);

    /// <summary>The newest of the period, whatever page of them is shown.</summary>
    public CandleFilter OfChart => Of(null, ChartSize);

    private CandleFilter Of(string? after, int size) =>
        new()
        {
            Type = string.IsNullOrEmpty(Bot) ? null : Word.Demand<BotType>("bot_type", Bot),
            Pair = string.IsNullOrEmpty(Pair) ? null : Markets.Pair(Pair),
            Interval = string.IsNullOrEmpty(Interval) ? null : Markets.Interval(Interval),
            From = Day(From, "from"),
            To = Day(To, "to")?.AddDays(1),
            After = after,
            Size = size,
        };

    public string Href =>
        Paths.With(
            "/vault",
            ("bot", Bot),
            ("pair", Pair),
            ("interval", Interval),
            ("from", From),
            ("to", To),
            ("after", After),
            ("tab", Tab)
        );

    public string ExportHref(string format) =>
        Paths.With(
            "/api/vault/export",
            ("format", format),
            ("bot_type", Bot),
            ("pair", Pair),
            ("interval", Interval),
            ("from", Iso(Day(From, "from"))),
            ("to", Iso(Day(To, "to")?.AddDays(1)))
        );

    private static string? Iso(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Day(string? text, string field) =>
        string.IsNullOrEmpty(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1970 and < 2200
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : throw Refusal.Invalid(field, Words.Of("Candle_Time"));
}
