using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;

namespace CsDashboard.Customers.Importing;

/// <summary>
/// Turns the rows of a file into customers by the same rules as every other door, and understands the words of other systems. Without a
/// name or an address there is no customer; any other cell that can't be read is left out and reported. The country is that of the company.
/// </summary>
internal sealed class ImportReader(ImportColumns columns, DateTimeOffset now, string by, Guid importId, string? country)
{
    private const int MaxValue = 100;
    private static readonly ImportField[] NameParts = [ImportField.FirstName, ImportField.MiddleName, ImportField.LastName];
    private static readonly FrozenDictionary<CustomerField, LineAttribute> Rules = CustomerFields
        .All.Where(f => f.Import is not null && f.Kind == FieldKind.Line)
        .ToFrozenDictionary(f => f, f => new LineAttribute(f.Longest));
    private static readonly ValidationContext Alone = new(new object());
    private static readonly FrozenDictionary<string, CustomerType> Types = Named(
        (CustomerType.Regular, "regular, normal, standard, basic, عادي, عادية"),
        (CustomerType.Premium, "premium, مميز, مميزة"),
        (CustomerType.VIP, "vip, v.i.p., كبار العملاء, مهم")
    );
    private static readonly FrozenDictionary<string, string> TierWords = Named(
        ("free", "free, مجاني, مجانية"),
        (Tiers.Standard, "standard, normal, regular, قياسي, قياسية, عادي, عادية"),
        ("premium", "premium, مميز, مميزة"),
        ("kickstarter", "kickstarter, انطلاقة"),
        ("starter", "starter, مبتدئ, مبتدئة"),
        ("pro", "pro, professional, احترافي, احترافية"),
        ("enterprise", "enterprise, مؤسسات, مؤسسة")
    );
    private static readonly FrozenDictionary<string, string> Languages = Named(
        ("en", "en, eng, english, الإنجليزية, إنجليزي, إنجليزية, انجليزي, انجليزية, الانجليزية"),
        ("ar", "ar, ara, arabic, العربية, عربي, عربية")
    );

    // The country first, since phones and time zones are read by it; what the company thinks of them last.
    private readonly IReadOnlyList<ImportField> edited =
    [
        .. ImportField
            .All.Where(f =>
                f.Field is not null
                && f != ImportField.Name
                && f != ImportField.Email
                && f != ImportField.OutsideId
                && columns.Fields.Contains(f)
            )
            .OrderBy(f =>
                f.Field!.Kind switch
                {
                    FieldKind.Country => 0,
                    FieldKind.Type or FieldKind.Tier => 2,
                    FieldKind.Line
                    or FieldKind.Phone
                    or FieldKind.Language
                    or FieldKind.TimeZone
                    or FieldKind.Tags
                    or FieldKind.Day
                    or FieldKind.Flag
                    or FieldKind.Amount
                    or FieldKind.Status
                    or FieldKind.Segment
                    or FieldKind.Number
                    or FieldKind.Count
                    or FieldKind.Value
                    or FieldKind.Time => 1,
                }
            ),
    ];

    private readonly Dictionary<ImportField, string> cells = [];
    private readonly Dictionary<(string, string?), string?> zones = [];
    private readonly List<ImportFault> faults = [];
    private Country? home;

    public ImportLine Read(CsvRow row)
    {
        faults.Clear();
        home = null;
        LookAt(row);
        var name = NameOf();
        var email = EmailOf();
        if (name is null || email is null)
            return new(row.Line, null, [.. faults]);
        var state = new CustomerState(new CustomerFacts { Name = name }, CustomerType.Regular, Tiers.Standard);
        foreach (var field in edited)
            if (cells.TryGetValue(field, out var cell))
                state = field.Field!.Fill(state, cell, this);
        var outsideId = cells.TryGetValue(ImportField.OutsideId, out var id) && IsLine(CustomerFields.OutsideId, id) ? id : null;
        var customer = new Customer
        {
            Name = name,
            Email = email.Shown,
            NormalizedEmail = email.Normalised,
            OutsideId = outsideId,
            CreatedAt = now,
            CreatedBy = by,
            ImportId = importId,
        };
        customer.Become(state);
        return new(row.Line, customer, faults.Count == 0 ? [] : [.. faults]);
    }

    /// <summary>What a cell says of a field; null, and told, where it can't be understood.</summary>
    internal object? Understood(CustomerField field, string cell) =>
        field.Kind switch
        {
            FieldKind.Line => IsLine(field, cell) ? cell : null,
            FieldKind.Phone => PhoneOf(field, cell),
            FieldKind.Country => (home = Known(field, cell, Countries.Of(cell), "Country_Bad"))?.Code,
            FieldKind.Language => Known(field, cell, LanguageOf(cell), "Word_Unknown", "en, ar"),
            FieldKind.TimeZone => Known(field, cell, ZoneOf(cell), "TimeZone_Unknown"),
            FieldKind.Tags => TagsOf(field, cell),
            FieldKind.Type => Types.TryGetValue(Folding.Letters(cell), out var type)
                ? type
                : Known<object>(field, cell, null, "Word_Unknown", string.Join(", ", Enum.GetNames<CustomerType>())),
            FieldKind.Tier => Known(
                field,
                cell,
                TierWords.GetValueOrDefault(Folding.Letters(cell)),
                "Word_Unknown",
                string.Join(", ", Tiers.All)
            ),
            FieldKind.Day
            or FieldKind.Flag
            or FieldKind.Amount
            or FieldKind.Status
            or FieldKind.Segment
            or FieldKind.Number
            or FieldKind.Count
            or FieldKind.Value
            or FieldKind.Time => throw new NotSupportedException($"No import reads a {field.Kind}."),
        };

    private T? Known<T>(CustomerField field, string cell, T? understood, string otherwise, params object?[] values)
    {
        if (understood is null)
            Fault(field, cell, otherwise, values);
        return understood;
    }

    // What stands in the row for each field.
    private void LookAt(CsvRow row)
    {
        cells.Clear();
        for (var i = 0; i < columns.Fields.Count && i < row.Cells.Length; i++)
            if (columns.Fields[i] is { } field && Cell(row.Cells[i]) is { Length: > 0 } cell)
                cells[field] = cell;
    }

    // Exports, ours included, put an apostrophe before anything that a spreadsheet would take for a formula; ="…" keeps it from reading a
    // number.
    private static string Cell(string cell)
    {
        var text = Lines.Clean(cell)!;
        if (text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@')
            return text[1..];
        return text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"') && text.Length > 3
            ? text[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim()
            : text;
    }

    private string? NameOf()
    {
        var whole =
            cells.GetValueOrDefault(ImportField.Name) ?? string.Join(' ', NameParts.Select(cells.GetValueOrDefault).OfType<string>());
        if (whole.Length == 0)
            Fault(CustomerFields.Name, "", "Text_Required");
        else
            return IsLine(CustomerFields.Name, whole) ? whole : null;
        return null;
    }

    private EmailAddress? EmailOf()
    {
        var cell = cells.GetValueOrDefault(ImportField.Email) ?? "";
        if (Emails.First(cell, out var why) is not var (address, more))
            Fault(CustomerFields.Email, cell, why);
        else
        {
            if (more)
                Fault(CustomerFields.Email, cell, "Import_FirstOfSeveral");
            return address;
        }
        return null;
    }

    // A number without a country is read as one of the customer's country or, if it doesn't fit there, of the company's.
    private string? PhoneOf(CustomerField field, string cell)
    {
        var found = home is null ? null : Phones.First(cell, home.Code);
        if (found is not { Number: ['+', ..] })
            found = Phones.First(cell, country);
        if (found is not var (number, more))
            Fault(field, cell, "Phone_Bad");
        else
        {
            if (more)
                Fault(field, cell, "Import_FirstOfSeveral");
            return number;
        }
        return null;
    }

    private string TagsOf(CustomerField field, string cell)
    {
        var good = new List<string>();
        foreach (var tag in cell.Split([',', ';', '|', '،'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (TagWords.Reads(tag) && good.Count < TagWords.Max)
                good.Add(tag);
            else
                Fault(field, tag, "Tags_Bad", TagWords.Max);
        return TagWords.Join(good);
    }

    private bool IsLine(CustomerField field, string text)
    {
        if (Rules[field].GetValidationResult(text, Alone) is not { } fault)
            return true;
        Told(field, text, fault.ErrorMessage!);
        return false;
    }

    private string? ZoneOf(string cell)
    {
        if (zones.TryGetValue((cell, home?.Code), out var known))
            return known;
        // However many wrong ones a file holds, only a few are kept in memory.
        if (zones.Count > 1_000)
            zones.Clear();
        return zones[(cell, home?.Code)] = Zones.Read(cell, home);
    }

    // ar, Arabic, ar-SA, Arabic (Saudi Arabia)
    private static string? LanguageOf(string cell) => Languages.GetValueOrDefault(Folding.Letters(cell.Split('-', '_', '(')[0]));

    private static FrozenDictionary<string, T> Named<T>(params (T Value, string Names)[] all) =>
        all.SelectMany(a => a.Names.Split(',').Select(name => (Key: Folding.Letters(name), a.Value)))
            .DistinctBy(n => n.Key)
            .ToFrozenDictionary(n => n.Key, n => n.Value);

    private void Fault(CustomerField field, string value, string key, params object?[] values) => Told(field, value, Words.Of(key, values));

    private void Told(CustomerField field, string value, string message) =>
        faults.Add(new ImportFault(field.Short, value.Length > MaxValue ? Lines.Cut(value, MaxValue) + "…" : value, message));
}
