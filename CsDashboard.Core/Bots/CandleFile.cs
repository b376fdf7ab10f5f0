using System.Globalization;
using System.Text;
using System.Text.Json;
using CsDashboard.Foundation.Files;

namespace CsDashboard.Bots;

/// <summary>
/// OHLCV files as charts and exchanges export them, and the vault's own export. Columns are found by their headings, or are
/// time, open, high, low, close, volume. Nothing is guessed: a time is ISO 8601 or a Unix time in seconds, milliseconds or
/// microseconds, a number is read whole, and anything ambiguous is refused with its line. The file is read as a stream: little of it is
/// held in memory, unless it has numbers with commas whose meaning only a later line shows.
/// </summary>
public sealed class CandleFile(DateTimeOffset now, CandlePlace? target = null)
{
    public const int MaxRows = 250_000;
    public const int MaxSeries = 100;
    private const int LongestShown = 40;

    private readonly CandlePlace target = target ?? new();
    private readonly Dictionary<CandlePlace, Dictionary<long, (int Line, int Print)>> seen = [];
    private readonly Queue<CsvRow> waiting = [];
    private CandleColumns? columns;
    private Comma comma;
    private bool hasPoints;
    private (string? Type, string? Pair, string? Interval, string? Symbol, CandlePlace Place)? last;

    /// <summary>The heading of the column that the volume is from; null where there is none and all volumes are 0.</summary>
    public string? Volume => columns?.VolumeName;

    /// <summary>Whether a time named no zone and was taken as UTC.</summary>
    public bool TookUtc { get; private set; }

    /// <summary>The series that the file has candles of.</summary>
    public IReadOnlyCollection<CandlePlace> Places => seen.Keys;

    /// <summary>
    /// Lines one after another, bad ones with their fault. Invalid (file) for anything that isn't such a file: whatever
    /// <see cref="CsvFile"/> refuses, columns missing or named twice, more rows than <see cref="MaxRows"/>.
    /// </summary>
    public async IAsyncEnumerable<CandleLine> Read(
        Stream file,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var rows = 0;
        await foreach (var row in CsvFile.Read(file, cancellation: cancellation))
        {
            if (columns is null)
            {
                columns = CandleColumns.Of(row.Cells, out var isHead);
                if (isHead)
                    continue;
            }
            if (++rows > MaxRows)
                throw Refusal.Invalid("file", Words.Of("CandleFile_TooMany", MaxRows));
            if (rows == 1)
                columns.FindVolume(target.Pair ?? columns.PairOf(row.Cells));
            if (comma == Comma.Unknown)
                Learn(row);
            waiting.Enqueue(row);
            while (waiting.TryPeek(out var next) && LineOf(next, isOver: false) is { } line)
            {
                waiting.Dequeue();
                yield return line;
            }
        }
        if (rows == 0)
            throw Refusal.Invalid("file", Words.Of("CandleFile_Empty"));
        while (waiting.TryDequeue(out var next))
            yield return LineOf(next, isOver: true)!.Value;
    }

    // What commas mean is shown by one number for all: 1,0850 or 1,100.5 or 1.100.500.
    private void Learn(CsvRow row)
    {
        foreach (var at in columns!.Figures)
        {
            if (at < 0 || at >= row.Cells.Length)
                continue;
            var cell = row.Cells[at].AsSpan().Trim();
            if (
                (cell.Contains(',') || cell.IndexOf('.') != cell.LastIndexOf('.'))
                && Numbers.Read(cell, Comma.Unknown, out _, out var shows) != Reading.None
                && shows != Comma.Unknown
            )
                comma = shows;
        }
    }

    // Null while the meaning of the line's commas is still open.
    private CandleLine? LineOf(CsvRow row, bool isOver)
    {
        CandleLine Bad(string key, params object?[] values) => new(row.Line, default, target, null, false, Words.Of(key, values));
        var cells = row.Cells;
        if (!columns!.Fits(cells))
            return Bad("CandleFile_Fields", cells.Length, columns.Width);
        if (!TimeOf(columns.TimeIn(cells), out var time, out var hasZone))
            return Bad("CandleFile_Time", Shown(columns.TimeIn(cells)));
        Span<decimal> values = stackalloc decimal[5];
        for (var i = 0; i < 5; i++)
        {
            var at = columns.Figures[i];
            if (at < 0)
                continue;
            var cell = cells[at].AsSpan().Trim();
            // Not every market has a volume.
            if (cell.IsEmpty && i == 4)
                continue;
            if (!cell.IsEmpty && cell[0] is '=' or '@')
                return Bad("CandleFile_Formula", CandleColumns.Names[i]);
            hasPoints |= cell.Contains('.') && !cell.Contains(',');
            if (comma == Comma.Decimal && hasPoints)
                return Bad("CandleFile_TwoStyles");
            switch (Numbers.Read(cell, comma, out values[i], out _))
            {
                case Reading.None:
                    return Bad("CandleFile_Number", CandleColumns.Names[i], Shown(cell));
                case Reading.TwoWays when !isOver:
                    return null;
                case Reading.TwoWays:
                    return Bad("CandleFile_TwoWays", CandleColumns.Names[i], Numbers.TwoWays(cell.ToString()));
            }
        }
        var candle = new Candle(time, values[0], values[1], values[2], values[3], values[4]);
        if (candle.Fault() is { } fault)
            return Bad(fault.Key);
        // The vault's own export comes back as it is; elsewhere a price of zero is a gap in the data.
        if (!columns.IsOwn && candle.Low == 0)
            return Bad("CandleFile_Zero");
        byte[]? indicators = null;
        if (columns.Indicators is var own and >= 0 && !IsObject(cells[own], out indicators))
            return Bad("CandleFile_Indicators");
        CandlePlace place;
        try
        {
            place = PlaceOf(cells);
        }
        catch (Refusal refusal)
        {
            return new(row.Line, default, target, null, false, refusal.Message);
        }
        if (time > now + Markets.Length(place.Interval))
            return Bad("CandleFile_Future");
        TookUtc |= !hasZone;
        return Told(row.Line, candle, place, indicators, out var before) is { } isRepeat
            ? new(row.Line, candle, place, indicators, isRepeat, null)
            : Bad("CandleFile_Twice", before);
    }

    // Null for a second, different candle of the same time.
    private bool? Told(int line, in Candle candle, CandlePlace place, byte[]? indicators, out int before)
    {
        before = 0;
        if (!seen.TryGetValue(place, out var times))
        {
            if (seen.Count == MaxSeries)
                throw Refusal.Invalid("file", Words.Of("CandleFile_ManySeries", MaxSeries));
            seen[place] = times = [];
        }
        var hash = new HashCode();
        hash.Add(candle);
        hash.AddBytes(indicators);
        var (at, print) = (candle.Time.ToUnixTimeMilliseconds(), hash.ToHashCode());
        if (times.TryAdd(at, (line, print)))
            return false;
        before = times[at].Line;
        return times[at].Print == print ? true : null;
    }

    // A file's own words come first, as the vault's export has them; a symbol must be the pair that was chosen.
    private CandlePlace PlaceOf(string[] cells)
    {
        var (type, pair, interval, symbol) = (
            columns!.Cell(cells, columns.Type),
            columns.Cell(cells, columns.Pair),
            columns.Cell(cells, columns.Interval),
            columns.Cell(cells, columns.Symbol)
        );
        if (last is { } known && known.Type == type && known.Pair == pair && known.Interval == interval && known.Symbol == symbol)
            return known.Place;
        var place = new CandlePlace(
            type is null ? target.Type : Word.Demand<BotType>("bot_type", type),
            pair is null ? target.Pair : Markets.Pair(pair),
            interval is null ? target.Interval : Markets.Interval(interval)
        );
        if (symbol is not null)
        {
            var named = symbol[(symbol.LastIndexOf(':') + 1)..];
            if (place.Pair is null)
                place = place with { Pair = Markets.Pair(named) };
            else if (!Letters(named).Equals(Letters(place.Pair), StringComparison.OrdinalIgnoreCase))
                throw Refusal.Invalid("pair", Words.Of("CandleFile_OtherPair", Shown(symbol), place.Pair));
        }
        last = (type, pair, interval, symbol, place);
        return place;
    }

    private static string Letters(string pair) => string.Concat(pair.Where(char.IsLetterOrDigit));

    private static bool IsObject(string cell, out byte[]? json)
    {
        json = null;
        if (cell is "" or "{}")
            return true;
        var bytes = Encoding.UTF8.GetBytes(cell);
        try
        {
            var reader = new Utf8JsonReader(bytes);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            reader.Skip();
            if (reader.Read())
                return false;
        }
        catch (JsonException)
        {
            return false;
        }
        json = bytes;
        return true;
    }

    private static string Shown(ReadOnlySpan<char> cell) =>
        cell.Length > LongestShown ? Lines.Cut(cell.ToString(), LongestShown) + "…" : cell.ToString();

    /// <summary>
    /// ISO 8601 with the year first (-, / or . between), or a Unix time since 1973 in seconds, milliseconds or microseconds, told
    /// apart by their digits. Between 1970 and 2200. Short numbers are refused: they are days counted by a spreadsheet, or dates.
    /// </summary>
    public static bool TimeOf(ReadOnlySpan<char> text, out DateTimeOffset time, out bool hasZone)
    {
        if (text.IndexOfAnyExcept("0123456789.eE+") >= 0)
            return Times.TryRead(text, "-/.", out time, out hasZone) && IsKnown(time);
        (time, hasZone) = (default, true);
        var isWhole = text.IndexOfAnyExceptInRange('0', '9') < 0;
        if (isWhole && text.Length == 8)
        {
            hasZone = false;
            return DateTimeOffset.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
                && IsKnown(time);
        }
        // 202401051700 is a date as well.
        if (
            isWhole
            && text.Length == 12
            && DateTime.TryParseExact(text, "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        )
            return false;
        if (!Numbers.TryPlain(text, out var unix))
            return Times.TryRead(text, "-/.", out time, out hasZone) && IsKnown(time);
        if (unix is < 100_000_000 or >= 100_000_000_000_000_000)
            return false;
        var ticks =
            unix
            * (
                unix < 100_000_000_000 ? 10_000_000
                : unix < 100_000_000_000_000 ? 10_000
                : 10
            );
        if (ticks > Latest)
            return false;
        time = DateTimeOffset.UnixEpoch.AddTicks((long)ticks);
        return true;
    }

    private static readonly long Latest = new DateTime(2200, 1, 1).Ticks - DateTime.UnixEpoch.Ticks - 1;

    private static bool IsKnown(DateTimeOffset time) => time.Year is >= 1970 and < 2200;
}
