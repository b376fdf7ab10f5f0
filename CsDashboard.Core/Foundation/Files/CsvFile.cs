using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace CsDashboard.Foundation.Files;

/// <summary>
/// Files of values that a comma, semicolon, tab or bar keeps apart, as spreadsheets write them: UTF-8 with or without its mark,
/// UTF-16 with one, cells in quotes that may hold line breaks. The separator is the one that gives most of the first rows the same width.
/// Read as a stream: however long the file is, little of it is in memory. Empty rows are skipped, and so are rows of one filled cell above
/// the table, such as a title.
/// </summary>
public static class CsvFile
{
    public const int MaxColumns = 200;

    /// <summary>The signs that are recognised, as they are offered for a choice.</summary>
    public const string Signs = ",;\t|";
    private const int MaxCell = 100_000;
    private const int Piece = 32_768;
    private const int Sample = 50;

    // The rarer a character is in names, texts and figures, the earlier it is tried.
    private static readonly char[] Separators = ['\t', ';', '|', ','];

    /// <summary>The sign by which the rows of a file are recognised. Refuses another encoding as <see cref="Read"/> does.</summary>
    public static async Task<char> SeparatorOf(Stream file, CancellationToken cancellation = default)
    {
        var (bytes, letters) = (new byte[Piece], new char[Piece + 1]);
        var filled = await file.ReadAtLeastAsync(bytes, Piece, throwOnEndOfStream: false, cancellation);
        var isOver = filled < Piece;
        var beginning = Unmarked(
            letters.AsMemory(0, Decoded(EncodingOf(bytes.AsSpan(0, filled)).GetDecoder(), bytes.AsSpan(0, filled), letters, isOver))
        );
        return Begin(ref beginning, isOver, null).Separator;
    }

    /// <summary>
    /// The rows; by another sign than the one that would be recognised, and from another line than where the table seems to begin, where
    /// those are given. Invalid (file) for anything that isn't such a file: another encoding, more than <see cref="MaxColumns"/> columns, a
    /// cell of more than 100,000 letters, a quote that is never closed.
    /// </summary>
    public static async IAsyncEnumerable<CsvRow> Read(
        Stream file,
        char? separator = null,
        int? fromLine = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var (bytes, letters, rows) = (new byte[Piece], new char[Piece + 1], new List<CsvRow>());
        Decoder? decoder = null;
        Parser? parser = null;
        var (isOver, aboveTable) = (false, false);
        while (!isOver)
        {
            var filled = await file.ReadAtLeastAsync(bytes, Piece, throwOnEndOfStream: false, cancellation);
            isOver = filled < Piece;
            decoder ??= EncodingOf(bytes.AsSpan(0, filled)).GetDecoder();
            ReadOnlyMemory<char> part = letters.AsMemory(0, Decoded(decoder, bytes.AsSpan(0, filled), letters, isOver));
            if (parser is null)
            {
                part = Unmarked(part);
                (var sign, var line, aboveTable) = Begin(ref part, isOver, separator);
                (parser, aboveTable) = (new Parser(sign, line), aboveTable && fromLine is null);
            }
            parser.Feed(part.Span, rows);
            if (isOver)
                parser.End(rows);
            foreach (var row in rows)
            {
                if (row.Line < fromLine)
                    continue;
                if (aboveTable && row.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) == 1)
                    continue;
                aboveTable = false;
                yield return row;
            }
            rows.Clear();
        }
    }

    private static ReadOnlyMemory<char> Unmarked(ReadOnlyMemory<char> beginning) =>
        beginning.Span is ['\uFEFF', ..] ? beginning[1..] : beginning;

    private static Encoding EncodingOf(ReadOnlySpan<byte> beginning) =>
        beginning switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(false, throwOnInvalidBytes: true),
        };

    private static int Decoded(Decoder decoder, ReadOnlySpan<byte> bytes, Span<char> letters, bool isOver)
    {
        try
        {
            var length = decoder.GetChars(bytes, letters, isOver);
            if (!letters[..length].Contains('\0'))
                return length;
        }
        catch (DecoderFallbackException) { }
        throw Refusal.Invalid("file", Words.Of("Csv_Encoding"));
    }

    // Excel may say the separator in a first line of its own: sep=;
    private static (char Separator, int Line, bool HasTable) Begin(ref ReadOnlyMemory<char> part, bool isWhole, char? chosen)
    {
        var text = part.Span;
        if (text.Length > 5 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text[5] is '\r' or '\n')
        {
            var separator = text[4];
            part = part[(text.IndexOf('\n') + 1)..];
            return (chosen ?? separator, 2, false);
        }
        var best = (Separator: chosen ?? ',', Rows: 0, Width: 1);
        foreach (var separator in chosen is { } one ? [one] : Separators)
        {
            var (rows, width) = Table(text, separator, isWhole);
            if (rows > best.Rows || rows == best.Rows && width > best.Width)
                best = (separator, rows, width);
        }
        return (best.Separator, 1, best.Width > 1);
    }

    // How many of the first rows are of one width, and which; a width of one is no table.
    private static (int Rows, int Width) Table(ReadOnlySpan<char> text, char separator, bool isWhole)
    {
        var rows = new List<CsvRow>();
        var parser = new Parser(separator, line: 1);
        try
        {
            parser.Feed(text, rows);
            if (isWhole)
                parser.End(rows);
        }
        catch (Refusal)
        {
            return (0, 1);
        }
        return rows.Take(Sample)
            .Where(r => r.Cells.Length > 1)
            .GroupBy(r => r.Cells.Length)
            .Select(g => (Rows: g.Count(), Width: g.Key))
            .OrderByDescending(g => g.Rows)
            .ThenByDescending(g => g.Width)
            .FirstOrDefault((0, 1));
    }

    private sealed class Parser(char separator, int line)
    {
        private readonly SearchValues<char> signs = SearchValues.Create([separator, '\r', '\n', '"']);
        private readonly StringBuilder cell = new();
        private readonly List<string> cells = [];
        private int line = line,
            begun = line,
            opened;
        private bool inside,
            wasInside,
            closing,
            afterReturn;

        public void Feed(ReadOnlySpan<char> text, List<CsvRow> rows)
        {
            while (text.Length > 0)
            {
                if (inside && !closing)
                {
                    var end = text.IndexOf('"');
                    var quoted = end < 0 ? text : text[..end];
                    Add(quoted);
                    line += quoted.Count('\n');
                    closing = end >= 0;
                    text = text[Math.Min(text.Length, quoted.Length + 1)..];
                    continue;
                }
                if (closing)
                {
                    closing = false;
                    inside = text[0] == '"';
                    if (inside)
                    {
                        Add(text[..1]);
                        text = text[1..];
                        continue;
                    }
                }
                if (afterReturn)
                {
                    afterReturn = false;
                    if (text[0] == '\n')
                    {
                        text = text[1..];
                        continue;
                    }
                }
                var at = text.IndexOfAny(signs);
                if (at < 0)
                {
                    Add(text);
                    return;
                }
                var piece = text[..at];
                var sign = text[at];
                text = text[(at + 1)..];
                if (sign == separator)
                    EndCell(piece);
                else if (sign is '\n' or '\r')
                {
                    EndRow(piece, rows);
                    (afterReturn, begun) = (sign == '\r', ++line);
                }
                else if (at == 0 && cell.Length == 0 && !wasInside)
                    (inside, wasInside, opened) = (true, true, line);
                else
                {
                    Add(piece);
                    Add("\"");
                }
            }
        }

        public void End(List<CsvRow> rows)
        {
            if (inside && !closing)
                throw Unclosed();
            EndRow(default, rows);
        }

        private void Add(ReadOnlySpan<char> piece)
        {
            cell.Append(piece);
            if (cell.Length > MaxCell)
                throw inside ? Unclosed() : Refusal.Invalid("file", Words.Of("Csv_LongCell", line, MaxCell));
        }

        private void EndCell(ReadOnlySpan<char> piece)
        {
            if (cells.Count == MaxColumns)
                throw Refusal.Invalid("file", Words.Of("Csv_Columns", MaxColumns));
            if (cell.Length == 0)
                cells.Add(piece.ToString());
            else
            {
                Add(piece);
                cells.Add(cell.ToString());
                cell.Clear();
            }
            wasInside = false;
        }

        private void EndRow(ReadOnlySpan<char> piece, List<CsvRow> rows)
        {
            EndCell(piece);
            if (!cells.TrueForAll(string.IsNullOrWhiteSpace))
                rows.Add(new CsvRow(begun, [.. cells]));
            cells.Clear();
        }

        private Refusal Unclosed() => Refusal.Invalid("file", Words.Of("Csv_Unclosed", opened));
    }
}
