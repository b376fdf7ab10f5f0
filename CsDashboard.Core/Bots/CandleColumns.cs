using System.Text.RegularExpressions;

namespace CsDashboard.Bots;

/// <summary>Which column of a file holds what, -1 for none.</summary>
internal sealed partial class CandleColumns
{
    public static readonly string[] Names = ["open", "high", "low", "close", "volume"];

    // A Unix time is preferred to a date, and a date without an hour comes last.
    private static readonly string[] TimeNames =
    [
        "unix",
        "unix timestamp",
        "timestamp",
        "unix time",
        "open time",
        "opentime",
        "datetime",
        "date time",
        "time",
        "date",
    ];
    private static readonly string[] VolumeNames =
    [
        "volume",
        "vol",
        "vol.",
        "base volume",
        "volume base",
        "tick volume",
        "tickvolume",
        "tickvol",
    ];

    private readonly string[] headings;
    private readonly int time,
        date;

    private CandleColumns(string[] cells, bool isHead)
    {
        Width = Math.Max(5, cells.Length);
        headings = isHead ? cells : [];
        if (!isHead)
        {
            (time, date, Figures) = (0, -1, [1, 2, 3, 4, cells.Length > 5 ? 5 : -1]);
            (Type, Pair, Interval, Symbol, Indicators) = (-1, -1, -1, -1, -1);
            VolumeName = cells.Length > 5 ? "6" : null;
            return;
        }
        var names = Array.ConvertAll(cells, Plain);
        int At(params string[] known)
        {
            foreach (var name in known)
                if (Array.IndexOf(names, name) is var at and >= 0)
                    return at == Array.LastIndexOf(names, name)
                        ? at
                        : throw Refusal.Invalid("file", Words.Of("CandleFile_ColumnTwice", name));
            return -1;
        }
        time = At(TimeNames);
        date = time >= 0 && names[time] == "time" ? At("date") : -1;
        Figures = [At("open"), At("high"), At("low"), At("close"), At(VolumeNames)];
        VolumeName = Figures[4] < 0 ? null : cells[Figures[4]].Trim();
        (Type, Pair, Interval, Indicators, Symbol) = (At("bot type"), At("pair"), At("interval"), At("indicators"), At("symbol", "ticker"));
        if (time < 0)
            throw Refusal.Invalid("file", Words.Of("CandleFile_Column", "time"));
        for (var i = 0; i < 4; i++)
            if (Figures[i] < 0)
                throw Refusal.Invalid("file", Words.Of("CandleFile_Column", Names[i]));
    }

    /// <summary>The least number of columns in a row.</summary>
    public int Width { get; }

    /// <summary>Open, high, low, close and volume.</summary>
    public int[] Figures { get; }
    public int Type { get; }
    public int Pair { get; }
    public int Interval { get; }
    public int Symbol { get; }
    public int Indicators { get; }
    public string? VolumeName { get; private set; }

    /// <summary>Whether it is the form that the vault itself exports.</summary>
    public bool IsOwn => Type >= 0 && Pair >= 0 && Interval >= 0 && Indicators >= 0;

    /// <summary>
    /// The first row is headings, or has a figure at its beginning and is of the usual order. Invalid (file) for columns that are missing
    /// or named twice.
    /// </summary>
    public static CandleColumns Of(string[] cells, out bool isHead)
    {
        isHead =
            !cells.Any(cell => cell.AsSpan().Trim() is { Length: > 0 } text && (char.IsDigit(text[0]) || text[0] is '-' or '+'))
            || cells.Any(cell => Plain(cell) is "open" or "close");
        return new CandleColumns(cells, isHead);
    }

    /// <summary>
    /// A volume that is named by its currency counts when that is what is traded: with BTC/USD, Volume BTC and not Volume USD.
    /// </summary>
    public void FindVolume(string? pair)
    {
        if (Figures[4] >= 0 || pair is null)
            return;
        var found = Enumerable
            .Range(0, headings.Length)
            .Where(i => NamedVolume().Match(headings[i].Trim()) is { Success: true } match && IsBase(match.Groups["of"].Value, pair))
            .ToList();
        if (found is [var only])
            (Figures[4], VolumeName) = (only, headings[only].Trim());
    }

    /// <summary>The pair that a row names, as far as it does.</summary>
    public string? PairOf(string[] cells) =>
        Cell(cells, Pair) ?? (Cell(cells, Symbol) is { } symbol ? symbol[(symbol.LastIndexOf(':') + 1)..] : null);

    /// <summary>
    /// As many cells as there are columns; empty ones may follow. A row with fewer is cut off, one with more holds stray separators.
    /// </summary>
    public bool Fits(string[] cells) => cells.Length >= Width && cells.AsSpan(Width).IndexOfAnyExcept("") < 0;

    /// <summary>The time of a row; day and hour joined where they stand in two columns.</summary>
    public ReadOnlySpan<char> TimeIn(string[] cells)
    {
        var text = cells[time].AsSpan().Trim();
        return date >= 0 && text.Length is > 3 and < 20 && text[2] == ':' ? $"{cells[date].AsSpan().Trim()} {text}" : text;
    }

    /// <summary>What stands in a column of a row; null for nothing.</summary>
    public string? Cell(string[] cells, int at) => at >= 0 && at < cells.Length && cells[at].Trim() is { Length: > 0 } text ? text : null;

    // <OPEN>, "Open", bot_type and Date (UTC) alike.
    private static string Plain(string heading)
    {
        var text = heading.Trim().Trim('<', '>').Trim().ToLowerInvariant().Replace('_', ' ');
        foreach (var zone in new[] { "(utc)", "(gmt)", " utc", " gmt" })
            if (text.EndsWith(zone, StringComparison.Ordinal))
                text = text[..^zone.Length].TrimEnd();
        return text.StartsWith("gmt ", StringComparison.Ordinal) || text.StartsWith("utc ", StringComparison.Ordinal) ? text[4..] : text;
    }

    private static bool IsBase(string currency, string pair) =>
        pair.Length > currency.Length
        && pair.StartsWith(currency, StringComparison.OrdinalIgnoreCase)
        && (!char.IsLetterOrDigit(pair[currency.Length]) || pair.All(char.IsLetterOrDigit));

    [GeneratedRegex(
        @"^(?:vol(?:ume)?[ ._(]*(?<of>[a-z0-9]{2,12})\)?|(?<of>[a-z0-9]{2,12})[ ._]vol(?:ume)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NamedVolume();
}
