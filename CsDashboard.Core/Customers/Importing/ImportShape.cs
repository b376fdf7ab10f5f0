using CsDashboard.Foundation.Files;

namespace CsDashboard.Customers.Importing;

/// <summary>
/// How a file is read: by which sign, and on which line its headings are (0: it has none). Null for what is to be recognised.
/// </summary>
public sealed record ImportShape(char? Separator, int? HeadingLine)
{
    /// <summary>Headings are looked for no further down.</summary>
    public const int LastHeading = 100;

    /// <summary>
    /// Invalid (separator, headingLine) for a sign that keeps no cells apart, and for a line that is not among the first.
    /// </summary>
    internal ImportShape Checked()
    {
        if (Separator is { } sign && !CsvFile.Signs.Contains(sign, StringComparison.Ordinal))
            throw Refusal.Invalid("separator", Words.Of("Word_Unknown", ", ; | tab"));
        if (HeadingLine is < 0 or > LastHeading)
            throw Refusal.Invalid("headingLine", Words.Of("Import_HeadingLine", LastHeading));
        return this;
    }

    /// <summary>The rows of a file from its headings on, or from its first row where it has none.</summary>
    internal IAsyncEnumerable<CsvRow> Read(Stream file, CancellationToken cancellation = default) =>
        CsvFile.Read(file, Separator, HeadingLine is > 0 ? HeadingLine : null, cancellation);

    /// <summary>What columns the first row means, and whether it is headings.</summary>
    internal (ImportColumns Columns, bool HasHeadings) Guess(IReadOnlyList<string> first) =>
        ImportColumns.Guess(first, HeadingLine is { } line ? line > 0 : null);
}
