using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;
using CsDashboard.Search;

namespace CsDashboard.Customers.Importing;

/// <summary>What a column of a file can hold: a field of the customer, or a part of the name.</summary>
public sealed class ImportField
{
    public static readonly IReadOnlyList<ImportField> All =
    [
        Of(CustomerFields.Name),
        new("firstName", "Import_FirstName", "first name, given name, forename, first, الاسم الأول, الاسم الشخصي"),
        new("middleName", "Import_MiddleName", "middle name, additional name, middle, الاسم الأوسط, اسم الأب"),
        new(
            "lastName",
            "Import_LastName",
            "last name, surname, family name, last, الاسم الأخير, اسم العائلة, العائلة, اللقب, الكنية, الشهرة"
        ),
        .. CustomerFields.All.Where(f => f.Import is not null && f != CustomerFields.Name).Select(Of),
    ];

    internal static readonly ImportField Name = All[0],
        FirstName = All[1],
        MiddleName = All[2],
        LastName = All[3];
    internal static readonly ImportField Email = In(CustomerFields.Email),
        Phone = In(CustomerFields.Phone),
        OutsideId = In(CustomerFields.OutsideId);

    private readonly string label;

    private ImportField(string word, string label, string headings, CustomerField? field = null) =>
        (Word, this.label, Headings, Field) = (word, label, headings, field);

    /// <summary>As the columns of an import and its faults name it.</summary>
    public string Word { get; }

    public string Label => Words.Of(label);

    /// <summary>What it is called in files of others, by commas.</summary>
    internal string Headings { get; }

    internal CustomerField? Field { get; }

    public static ImportField? Find(string? word) => All.FirstOrDefault(f => f.Word == word);

    private static ImportField Of(CustomerField field) => new(field.Short, field.LabelKey, field.Import!, field);

    private static ImportField In(CustomerField field) => All.Single(f => f.Field == field);
}
