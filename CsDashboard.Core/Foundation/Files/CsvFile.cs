using System.Runtime.CompilerServices;
using System.Text;

namespace CsDashboard.Foundation.Files;

/// <summary>A row of a file and the line it begins on.</summary>
public readonly record struct CsvRow(int Line, string[] Cells);

/// <summary>
/// Files of comma-, semicolon- or tab-separated values as spreadsheets write them: UTF-8 with or without its mark, cells in
/// quotes that may hold line breaks. Which sign parts the cells is seen in the first line. Read as it comes: however long
/// the file is, little of it is held. Empty rows are passed over.
/// </summary>
public static class CsvFile
{
    public const int MaxColumns = 200;
    private const int MaxCell = 100_000;

    /// <summary>
    /// Refuses with Invalid (file) what is no such file: another encoding, more than <see cref="MaxColumns"/> columns, a cell of
    /// more than 100,000 letters, a quote that is never closed.
    /// </summary>
    public static async IAsyncEnumerable<CsvRow> Read(Stream file, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 65_536, leaveOpen: true);
        var (buffer, rows) = (new char[32_768], new List<CsvRow>());
        Parser? parser = null;
        while (true)
        {
            int filled;
            // The first piece whole, since the separator is looked for in it.
            try { filled = parser is null ? await reader.ReadBlockAsync(buffer, cancellation) : await reader.ReadAsync(buffer, cancellation); }
            catch (DecoderFallbackException) { throw Refusal.Invalid("file", Words.Of("Csv_Encoding")); }
            if (filled == 0) break;
            ReadOnlyMemory<char> part = buffer.AsMemory(0, filled);
            if (part.Span.Contains('\0')) throw Refusal.Invalid("file", Words.Of("Csv_Encoding"));
            if (parser is null)
            {
                if (part.Span[0] == '\uFEFF') part = part[1..];
                parser = Begin(ref part);
            }
            parser.Feed(part.Span, rows);
            foreach (var row in rows) yield return row;
            rows.Clear();
        }
        parser?.End(rows);
        foreach (var row in rows) yield return row;
    }

    // Excel may say the separator in a first line of its own: sep=;
    private static Parser Begin(ref ReadOnlyMemory<char> part)
    {
        var text = part.Span;
        if (text.Length > 5 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text[5] is '\r' or '\n')
        {
            var separator = text[4];
            part = part[(text.IndexOf('\n') + 1)..];
            return new Parser(separator, line: 2);
        }
        var (commas, semicolons, tabs, quoted) = (0, 0, 0, false);
        foreach (var letter in text)
        {
            if (letter == '"') quoted = !quoted;
            if (quoted) continue;
            if (letter is '\n' or '\r') break;
            if (letter == ',') commas++;
            else if (letter == ';') semicolons++;
            else if (letter == '\t') tabs++;
        }
        return new Parser(tabs > Math.Max(commas, semicolons) ? '\t' : semicolons > commas ? ';' : ',', line: 1);
    }

    private sealed class Parser(char separator, int line)
    {
        private readonly StringBuilder cell = new();
        private readonly List<string> cells = [];
        private int line = line, begun = line, opened;
        private bool inside, wasInside, closing, afterReturn;

        public void Feed(ReadOnlySpan<char> text, List<CsvRow> rows)
        {
            foreach (var letter in text)
            {
                if (inside)
                {
                    if (!closing)
                    {
                        if (letter == '"') closing = true;
                        else Add(letter);
                        if (letter == '\n') line++;
                        continue;
                    }
                    closing = false;
                    if (letter == '"')
                    {
                        Add('"');
                        continue;
                    }
                    inside = false;
                }
                if (afterReturn)
                {
                    afterReturn = false;
                    if (letter == '\n') continue;
                }
                if (letter == separator) EndCell();
                else if (letter is '\n' or '\r')
                {
                    EndRow(rows);
                    (afterReturn, begun) = (letter == '\r', ++line);
                }
                else if (letter == '"' && cell.Length == 0 && !wasInside) (inside, wasInside, opened) = (true, true, line);
                else Add(letter);
            }
        }

        public void End(List<CsvRow> rows)
        {
            if (inside && !closing) throw Unclosed();
            EndRow(rows);
        }

        private void Add(char letter)
        {
            cell.Append(letter);
            if (cell.Length > MaxCell) throw inside ? Unclosed() : Refusal.Invalid("file", Words.Of("Csv_LongCell", line, MaxCell));
        }

        private void EndCell()
        {
            if (cells.Count == MaxColumns) throw Refusal.Invalid("file", Words.Of("Csv_Columns", MaxColumns));
            cells.Add(cell.ToString());
            cell.Clear();
            wasInside = false;
        }

        private void EndRow(List<CsvRow> rows)
        {
            EndCell();
            if (!cells.TrueForAll(string.IsNullOrWhiteSpace)) rows.Add(new CsvRow(begun, [.. cells]));
            cells.Clear();
        }

        private Refusal Unclosed() => Refusal.Invalid("file", Words.Of("Csv_Unclosed", opened));
    }
}
