using CsDashboard.Foundation.Files;

namespace CsDashboard.Marketplace.Importing;

/// <summary>Which column of a file holds what, null for one that is left out. Guessed from headings in English or Arabic.</summary>
public sealed record ProductColumns(IReadOnlyList<ProductField?> Fields)
{
    private static readonly Dictionary<string, ProductField> Known = ProductField
        .All.SelectMany(f => f.Headings.Split(',').Prepend(f.Key).Select(name => (Name: Plain(name), Field: f)))
        .DistinctBy(f => f.Name)
        .ToDictionary(f => f.Name, f => f.Field);

    public static ProductColumns Guess(IReadOnlyList<string> headings)
    {
        var fields = new ProductField?[headings.Count];
        for (var i = 0; i < fields.Length; i++)
            if (Known.TryGetValue(Plain(headings[i]), out var field) && !fields.Contains(field))
                fields[i] = field;
        return new(fields);
    }

    /// <summary>
    /// Invalid (columns) without one that says which product a row means (number, slug, name or SKU), and for two of the same field.
    /// </summary>
    public ProductColumns Checked()
    {
        var naming = new[] { ProductField.Name, ProductField.Number, ProductField.Slug, ProductField.Sku };
        if (!naming.Any(Fields.Contains))
            throw Refusal.Invalid("columns", Words.Of("ProductImport_Needs", string.Join(", ", naming.Select(f => f.Label))));
        foreach (var twice in Fields.OfType<ProductField>().GroupBy(f => f).Where(g => g.Count() > 1))
            throw Refusal.Invalid("columns", Words.Of("Import_Twice", twice.Key.Label));
        return this;
    }

    /// <summary>The fields between commas, nothing for a column that is left out: name,,price.</summary>
    public string Text => string.Join(',', Fields.Select(f => f?.Key ?? ""));

    /// <summary>As <see cref="Text"/> has it. Invalid (columns) for a word that is no field, and for too many.</summary>
    public static ProductColumns Read(string text)
    {
        var keys = text.Split(',');
        if (keys.Length > CsvFile.MaxColumns)
            throw Refusal.Invalid("columns", Words.Of("Csv_Columns", CsvFile.MaxColumns));
        return new([
            .. keys.Select(key =>
                key.Length == 0
                    ? null
                    : ProductField.Find(key)
                        ?? throw Refusal.Invalid(
                            "columns",
                            Words.Of("Word_Unknown", string.Join(", ", ProductField.All.Select(f => f.Key)))
                        )
            ),
        ]);
    }

    /// <summary>What an address kept of them, for a file with so many columns; null when it says nothing of use.</summary>
    public static ProductColumns? Kept(string? text, int columns)
    {
        var keys = text?.Split(',') ?? [];
        return keys.Length == columns && keys.All(key => key.Length == 0 || ProductField.Find(key) is not null) ? Read(text!) : null;
    }

    private static string Plain(string heading) =>
        heading.Length > 200
            ? ""
            : Folding.Fold(heading).Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
}
