using System.Text.RegularExpressions;

namespace CsDashboard.Signals;

/// <summary>
/// The figures of one alert, each read whole or not at all. The others show what a comma means and how large prices are: 45,000 beside a
/// stop of 44000 is not 45.
/// </summary>
internal sealed partial class AlertFigures
{
    private const decimal Near = 4;

    private readonly Comma comma;
    private readonly List<decimal> prices = [];

    public AlertFigures(Dictionary<string, string> found, IEnumerable<string> prices)
    {
        var shown = new HashSet<Comma>();
        foreach (var text in found.Values)
            if (Numbers.Read(text.AsSpan().Trim(), Comma.Unknown, out _, out var shows) == Reading.Whole && shows != Comma.Unknown)
                shown.Add(shows);
        comma = shown is { Count: 1 } ? shown.Single() : Comma.Unknown;
        foreach (var name in prices)
            if (
                found.TryGetValue(name, out var text)
                && !text.Contains(',')
                && Numbers.Read(text.AsSpan().Trim(), comma, out var price, out _) == Reading.Whole
                && price > 0
            )
                this.prices.Add(price);
    }

    /// <summary>Null if it isn't a number, or could be read in two ways.</summary>
    public decimal? Read(string? text)
    {
        var plain = (text ?? "").AsSpan().Trim();
        return Numbers.Read(plain, comma, out var number, out _) switch
        {
            Reading.Whole => number,
            Reading.TwoWays => Nearest(Numbers.As(plain, Comma.Thousands), Numbers.As(plain, Comma.Decimal)),
            Reading.None => null,
        };
    }

    /// <summary>The same for a price: a price with a comma that is far from those without one doesn't count.</summary>
    public decimal? Price(string? text) =>
        Read(text) is { } price && (prices.Count == 0 || !text!.Contains(',') || IsNear(price)) ? price : null;

    /// <summary>
    /// What follows a name in running text, without the full stop of the sentence; nothing if it continues as a unit, a percentage,
    /// possible thousands or a second price: SL 2 %, 50 pips, 42 500, 47000,48000.
    /// </summary>
    public static string Whole(ReadOnlySpan<char> token, ReadOnlySpan<char> after)
    {
        var text = token.TrimEnd(".,;:!?)]}\"'|").ToString();
        return
            Unit().IsMatch(after)
            || text.Length <= 3 && text.All(char.IsDigit) && text.Length == token.Length && Group().IsMatch(after)
            || Pair().IsMatch(text)
            ? ""
            : text;
    }

    private decimal? Nearest(decimal one, decimal other) =>
        (IsNear(one), IsNear(other)) switch
        {
            (true, false) => one,
            (false, true) => other,
            _ => null,
        };

    private bool IsNear(decimal price) => prices.Exists(known => price / known is > 1 / Near and < Near);

    [GeneratedRegex(
        @"^[ \t]*(?:%|k(?![a-z])|percent|pips?|points?|pts|ticks?|bps)",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Unit();

    [GeneratedRegex(@"^\d{4,},\d{4,}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^[ \t]\d{3}(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Group();
}
