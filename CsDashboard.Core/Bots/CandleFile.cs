using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CsDashboard.Bots;

/// <summary>A line of an OHLCV file: its number, and a candle or what is wrong.</summary>
public readonly record struct CandleLine(int Number, Candle Candle, string? Fault);

/// <summary>
/// OHLCV files in the column form that charts export: time,open,high,low,close,volume, in that order or as the first line
/// names them; ISO 8601 or Unix times (seconds or milliseconds); comma, semicolon or tab. Read as it comes, a line at a
/// time: however long a file or a line is, little of it is held.
/// </summary>
public static class CandleFile
{
    public const int MaxRows = 250_000;
    private const int MaxLine = 1_000;
    private static readonly string[] Columns = ["time", "open", "high", "low", "close", "volume"];

    /// <summary>
    /// Lines one after another, bad ones with their fault. Refuses with Invalid (file) what is no such file at all: another
    /// encoding than UTF-8, a line of thousands of letters, columns missing, more rows than <see cref="MaxRows"/>.
    /// </summary>
    public static async IAsyncEnumerable<CandleLine> Read(Stream file, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 65_536, leaveOpen: true);
        var lines = new Lines(reader);
        int[]? order = null;
        var (separator, number, rows) = (',', 0, 0);
        while (await lines.Next(cancellation) is { } line)
        {
            number++;
            if (number == 1) line = line.TrimStart('\uFEFF');
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (order is null)
            {
                separator = line.Contains('\t') ? '\t' : line.Contains(';') ? ';' : ',';
                var isHead = HeadOf(line, separator, out order);
                if (isHead) continue;
            }
            if (++rows > MaxRows) throw Refusal.Invalid("file", Words.Of("CandleFile_TooMany", MaxRows));
            yield return LineOf(number, line, separator, order);
        }
        if (order is null) throw Refusal.Invalid("file", Words.Of("CandleFile_Empty"));
    }

    // The first line names its columns, or is the first row of the usual order.
    private static bool HeadOf(string line, char separator, out int[] order)
    {
        var names = line.Split(separator).Select(n => n.Trim().Trim('"').ToLowerInvariant()).ToArray();
        if (names[0].Length > 0 && (char.IsAsciiDigit(names[0][0]) || names[0][0] == '-') || !names.Any(n => Columns.Contains(n)))
        {
            order = [0, 1, 2, 3, 4, 5];
            return false;
        }
        order = [.. Columns.Select(c => Array.IndexOf(names, c))];
        if (order[0] < 0) order[0] = Array.FindIndex(names, n => n is "date" or "datetime" or "timestamp");
        for (var i = 0; i < 5; i++)
            if (order[i] < 0) throw Refusal.Invalid("file", Words.Of("CandleFile_Column", Columns[i]));
        return true;
    }

    private static CandleLine LineOf(int number, string line, char separator, int[] order)
    {
        Span<Range> fields = stackalloc Range[32];
        var count = line.AsSpan().Split(fields, separator);
        var values = new decimal[6];
        if (count < 5 || count >= fields.Length) return new(number, default, Words.Of("CandleFile_Fields", count));
        if (order[0] >= count || !TimeOf(Cell(line, fields[order[0]]), out var time)) return new(number, default, Words.Of("CandleFile_Time"));
        for (var i = 1; i < 6; i++)
        {
            // Volume may be left out: not every market has one.
            if (order[i] < 0 || order[i] >= count)
            {
                if (i == 5) continue;
                return new(number, default, Words.Of("CandleFile_Fields", count));
            }
            var cell = Cell(line, fields[order[i]]);
            if (i == 5 && cell.IsEmpty) continue;
            if (cell.Length > 0 && cell[0] is '=' or '@' or '+') return new(number, default, Words.Of("CandleFile_Formula", Columns[i]));
            if (cell.Length > 40 || !decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out values[i]))
                return new(number, default, Words.Of("CandleFile_Number", Columns[i]));
        }
        var candle = new Candle(time, values[1], values[2], values[3], values[4], values[5]);
        return new(number, candle, candle.Fault() is { } fault ? Words.Of(fault.Key) : null);
    }

    private static ReadOnlySpan<char> Cell(string line, Range range) => line.AsSpan(range).Trim().Trim('"');

    /// <summary>Unix seconds or milliseconds, or ISO 8601 (UTC unless it says another offset), between 1970 and 2200.</summary>
    public static bool TimeOf(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length is 0 or > 40) return false;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
        {
            // More than this many seconds would be beyond the year 5000: they are milliseconds.
            if (unix < 100_000_000_000) unix *= 1000;
            if (unix > 7_258_118_400_000) return false;
            time = DateTimeOffset.FromUnixTimeMilliseconds(unix);
            return true;
        }
        return text.Length >= 10 && char.IsAsciiDigit(text[3])
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time)
            && time.Year is >= 1970 and < 2200;
    }

    /// <summary>Lines of a reader, none longer than a row can be: a file of one endless line is refused after its first letters.</summary>
    private sealed class Lines(StreamReader reader)
    {
        private readonly char[] buffer = new char[32_768];
        private readonly StringBuilder begun = new();
        private int at, filled;
        private bool over;

        public async ValueTask<string?> Next(CancellationToken cancellation)
        {
            while (true)
            {
                var end = Array.IndexOf(buffer, '\n', at, filled - at);
                begun.Append(buffer, at, (end < 0 ? filled : end) - at);
                if (begun.Length > MaxLine) throw Refusal.Invalid("file", Words.Of("CandleFile_LongLine", MaxLine));
                if (end >= 0)
                {
                    at = end + 1;
                    return Taken();
                }
                at = filled = 0;
                if (over) return begun.Length == 0 ? null : Taken();
                try { filled = await reader.ReadAsync(buffer, cancellation); }
                catch (DecoderFallbackException) { throw Refusal.Invalid("file", Words.Of("CandleFile_Encoding")); }
                over = filled == 0;
            }
        }

        private string Taken()
        {
            var line = begun.ToString().TrimEnd('\r');
            begun.Clear();
            return line.Contains('\0') ? throw Refusal.Invalid("file", Words.Of("CandleFile_Encoding")) : line;
        }
    }
}
