using CsDashboard.Foundation.Files;

namespace CsDashboard.Marketplace.Importing;

/// <summary>The beginning of a file: its headings, what they were taken for, and the first rows as they are.</summary>
public sealed record ProductFileHead(IReadOnlyList<string> Headings, ProductColumns Columns, IReadOnlyList<CsvRow> First);
