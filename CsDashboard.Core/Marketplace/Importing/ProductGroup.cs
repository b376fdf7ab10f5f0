using CsDashboard.Foundation.Files;

namespace CsDashboard.Marketplace.Importing;

/// <summary>
/// Rows of a file, one after another, that mean one product: the same slug, else the same number, else the same name, else the same SKU. A
/// row that says none of them means none. The slug comes first, since numbers are those of one company.
/// </summary>
internal sealed class ProductGroup(string? key)
{
    /// <summary>What its rows share; null for a row that names no product.</summary>
    public string? Key { get; } = key;
    public List<(int Line, Dictionary<ProductField, string> Cells)> Rows { get; } = [];

    public string? Of(ProductField field) => Rows[0].Cells.TryGetValue(field, out var cell) && cell.Length > 0 ? cell : null;

    /// <summary>What stands in a row for each of the columns.</summary>
    public static Dictionary<ProductField, string> CellsOf(CsvRow row, ProductColumns columns)
    {
        var cells = new Dictionary<ProductField, string>();
        for (var i = 0; i < columns.Fields.Count; i++)
            if (columns.Fields[i] is { } field)
                cells[field] = i < row.Cells.Length ? Plain(row.Cells[i]) : "";
        return cells;
    }

    public static string? KeyOf(Dictionary<ProductField, string> cells)
    {
        foreach (var field in new[] { ProductField.Slug, ProductField.Number, ProductField.Name, ProductField.Sku })
            if (cells.TryGetValue(field, out var cell) && cell.Length > 0)
                return $"{field.Key} {cell.ToLowerInvariant()}";
        return null;
    }

    // Exports, ours included, put an apostrophe before anything that a spreadsheet would take for a formula; ="…" keeps it from reading a
    // number.
    private static string Plain(string cell)
    {
        var text = cell.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@')
            return text[1..];
        return text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"') && text.Length > 3
            ? text[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim()
            : text;
    }
}
