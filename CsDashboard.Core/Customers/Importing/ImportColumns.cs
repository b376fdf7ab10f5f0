using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;
using CsDashboard.Search;

namespace CsDashboard.Customers.Importing;

/// <summary>
/// Which column of a file holds what, null for one that is left out. Guessed from headings in English or Arabic; without
/// headings from what the first row looks like.
/// </summary>
public sealed record ImportColumns(IReadOnlyList<ImportField?> Fields)
{
    private static readonly Dictionary<string, ImportField> Known = ImportField
        .All.SelectMany(f => f.Headings.Split(',').Select(name => (Name: Plain(name), Field: f)))
        .DistinctBy(f => f.Name)
        .ToDictionary(f => f.Name, f => f.Field);

    /// <summary>The guess, and whether the first row is headings; which is recognised where it is not said.</summary>
    public static (ImportColumns Columns, bool HasHeadings) Guess(IReadOnlyList<string> first, bool? hasHeadings = null)
    {
        var fields = new ImportField?[first.Count];
        // A row with an address in it is a customer, not headings.
        if (!(hasHeadings ?? !first.Any(cell => cell.Length <= 254 && cell.Contains('@') && Emails.TryNormalise(cell) is not null)))
        {
            for (var i = 0; i < fields.Length; i++)
            {
                var cell = first[i].Trim();
                ImportField? looks =
                    Emails.TryNormalise(cell) is not null ? ImportField.Email
                    : Phones.Key(cell) is not null && Phones.Read(cell, null) is not null ? ImportField.Phone
                    : cell.Length > 1 && cell.Any(char.IsLetter) && !cell.Any(char.IsDigit) ? ImportField.Name
                    : null;
                if (looks is not null && !fields.Contains(looks))
                    fields[i] = looks;
            }
            return (new ImportColumns(fields), false);
        }
        for (var i = 0; i < fields.Length; i++)
            if (Known.TryGetValue(Plain(first[i]), out var field) && !fields.Contains(field))
                fields[i] = field;
        return (new ImportColumns(fields), true);
    }

    /// <summary>Invalid (columns) without a column each for e-mail and name, be it in parts, and for two of the same field.</summary>
    public ImportColumns Checked()
    {
        var isNamed = Fields.Contains(ImportField.FirstName) || Fields.Contains(ImportField.LastName);
        foreach (var needed in new[] { ImportField.Name, ImportField.Email })
            if (!Fields.Contains(needed) && !(needed == ImportField.Name && isNamed))
                throw Refusal.Invalid("columns", Words.Of("Import_Needs", needed.Label));
        foreach (var twice in Fields.OfType<ImportField>().GroupBy(f => f).Where(g => g.Count() > 1))
            throw Refusal.Invalid("columns", Words.Of("Import_Twice", twice.Key.Label));
        return this;
    }

    /// <summary>The fields between commas, nothing for a column that is left out: name,,email.</summary>
    public string Text => string.Join(',', Fields.Select(f => f?.Word ?? ""));

    /// <summary>As <see cref="Text"/> has it. Invalid (columns) for a word that is no field, and for too many.</summary>
    public static ImportColumns Read(string text)
    {
        var words = text.Split(',');
        if (words.Length > CsvFile.MaxColumns)
            throw Refusal.Invalid("columns", Words.Of("Csv_Columns", CsvFile.MaxColumns));
        return new([
            .. words.Select(word =>
                word.Length == 0
                    ? null
                    : ImportField.Find(word)
                        ?? throw Refusal.Invalid(
                            "columns",
                            Words.Of("Word_Unknown", string.Join(", ", ImportField.All.Select(f => f.Word)))
                        )
            ),
        ]);
    }

    /// <summary>What an address kept of them, for a file with so many columns; null when it says nothing of use.</summary>
    public static ImportColumns? Kept(string? text, int columns)
    {
        var words = text?.Split(',') ?? [];
        return words.Length == columns && words.All(word => word.Length == 0 || ImportField.Find(word) is not null) ? Read(text!) : null;
    }

    private static string Plain(string heading) =>
        heading.Length > 200 ? "" : Folding.Fold(heading).Replace(" ", "", StringComparison.Ordinal);
}
