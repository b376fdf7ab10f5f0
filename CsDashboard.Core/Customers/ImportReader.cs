using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;

namespace CsDashboard.Customers;

/// <summary>What is wrong with a cell of a file, and what it says.</summary>
public sealed record ImportFault(string Field, string Value, string Message);

/// <summary>A row of a file as a customer, null when it makes none; and what is wrong with it, cell by cell. A customer with faults is made without those cells.</summary>
public readonly record struct ImportLine(int Line, Customer? Customer, IReadOnlyList<ImportFault> Faults);

/// <summary>
/// Makes customers of the rows of a file by the rules that every door has, and understands the words that other systems write. Without a name
/// or an address there is no customer; any other cell that can't be understood is left out, and said. The country is that of the company.
/// </summary>
internal sealed class ImportReader(ImportColumns columns, DateTimeOffset now, string by, Guid importId, string? country)
{
    private const int MaxValue = 100;
    private static readonly LineAttribute TextRule = new(100);
    private static readonly ValidationContext Alone = new(new object());
    private static readonly FrozenDictionary<string, CustomerType> Types = Named(
        (CustomerType.Regular, "regular, normal, standard, basic, عادي, عادية"), (CustomerType.Premium, "premium, مميز, مميزة"), (CustomerType.VIP, "vip, v.i.p., كبار العملاء, مهم"));
    private static readonly FrozenDictionary<string, string> TierWords = Named(
        ("free", "free, مجاني, مجانية"), (Tiers.Standard, "standard, normal, regular, قياسي, قياسية, عادي, عادية"), ("premium", "premium, مميز, مميزة"), ("kickstarter", "kickstarter, انطلاقة"),
        ("starter", "starter, مبتدئ, مبتدئة"), ("pro", "pro, professional, احترافي, احترافية"), ("enterprise", "enterprise, مؤسسات, مؤسسة"));
    private static readonly FrozenDictionary<string, string> Languages = Named(
        ("en", "en, eng, english, الإنجليزية, إنجليزي, إنجليزية, انجليزي, انجليزية, الانجليزية"), ("ar", "ar, ara, arabic, العربية, عربي, عربية"));

    private readonly Dictionary<(string, string?), string?> zones = [];
    private readonly List<ImportFault> faults = [];

    public ImportLine Read(CsvRow row)
    {
        faults.Clear();
        var cells = CellsOf(row);
        var name = NameOf(cells);
        var email = EmailOf(cells);
        if (name is null || email is null) return new(row.Line, null, [.. faults]);
        var home = Understood(cells, ImportField.Country, Countries.Of, "Country_Bad");
        var customer = new Customer
        {
            Name = name, Email = email.Shown, NormalizedEmail = email.Normalised, OtherName = Text(cells, ImportField.OtherName), Company = Text(cells, ImportField.Company), OutsideId = Text(cells, ImportField.OutsideId),
            Phone = PhoneOf(cells, home), Country = home?.Code, TagText = TagsOf(cells), CreatedAt = now, CreatedBy = by, ImportId = importId,
            Language = Understood(cells, ImportField.Language, LanguageOf, "Word_Unknown", "en, ar") ?? "en",
            TimeZone = Understood(cells, ImportField.TimeZone, cell => ZoneOf(cell, home), "TimeZone_Unknown") ?? "UTC",
            MembershipTier = Understood(cells, ImportField.Tier, cell => TierWords.GetValueOrDefault(Folding.Letters(cell)), "Word_Unknown", string.Join(", ", Tiers.All)) ?? Tiers.Standard,
        };
        if (Understood(cells, ImportField.Type, cell => Types.TryGetValue(Folding.Letters(cell), out var known) ? known : (CustomerType?)null, "Word_Unknown", string.Join(", ", Enum.GetNames<CustomerType>())) is { } type) customer.Call(type);
        return new(row.Line, customer, faults.Count == 0 ? [] : [.. faults]);
    }

    // What stands in the row for each field, null for nothing.
    private string?[] CellsOf(CsvRow row)
    {
        var cells = new string?[Enum.GetValues<ImportField>().Length];
        for (var i = 0; i < columns.Fields.Count && i < row.Cells.Length; i++)
            if (columns.Fields[i] is { } field && Cell(row.Cells[i]) is { Length: > 0 } cell) cells[(int)field] = cell;
        return cells;
    }

    // The apostrophe is what our own export, as others, puts before what a spreadsheet would take for a formula; ="…" keeps one from reading a number.
    private static string Cell(string cell)
    {
        var text = Lines.Clean(cell)!;
        if (text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@') return text[1..];
        return text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"') && text.Length > 3 ? text[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim() : text;
    }

    private string? NameOf(string?[] cells)
    {
        var whole = cells[(int)ImportField.Name] ?? string.Join(' ', new[] { cells[(int)ImportField.FirstName], cells[(int)ImportField.MiddleName], cells[(int)ImportField.LastName] }.OfType<string>());
        if (whole.Length == 0) Fault(ImportField.Name, "", "Text_Required");
        else return IsLine(ImportField.Name, whole) ? whole : null;
        return null;
    }

    private EmailAddress? EmailOf(string?[] cells)
    {
        var cell = cells[(int)ImportField.Email] ?? "";
        if (Emails.First(cell, out var why) is not var (address, more)) Fault(ImportField.Email, cell, why);
        else
        {
            if (more) Fault(ImportField.Email, cell, "Import_FirstOfSeveral");
            return address;
        }
        return null;
    }

    // A number without its country is of the customer's or, if none there is like it, of the company's.
    private string? PhoneOf(string?[] cells, Country? home)
    {
        if (cells[(int)ImportField.Phone] is not { } cell) return null;
        var found = home is null ? null : Phones.First(cell, home.Code);
        if (found is not { Number: ['+', ..] }) found = Phones.First(cell, country);
        if (found is not var (number, more)) Fault(ImportField.Phone, cell, "Phone_Bad");
        else
        {
            if (more) Fault(ImportField.Phone, cell, "Import_FirstOfSeveral");
            return number;
        }
        return null;
    }

    private string TagsOf(string?[] cells)
    {
        var good = new List<string>();
        foreach (var tag in cells[(int)ImportField.Tags]?.Split([',', ';', '|', '،'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
            if (TagWords.Reads(tag) && good.Count < TagWords.Max) good.Add(tag);
            else Fault(ImportField.Tags, tag, "Tags_Bad", TagWords.Max);
        return TagWords.Join(good);
    }

    private string? Text(string?[] cells, ImportField field) => cells[(int)field] is { } cell && IsLine(field, cell) ? cell : null;

    private bool IsLine(ImportField field, string text)
    {
        if (TextRule.GetValidationResult(text, Alone) is not { } fault) return true;
        Told(field, text, fault.ErrorMessage!);
        return false;
    }

    private T? Understood<T>(string?[] cells, ImportField field, Func<string, T?> read, string otherwise, params object?[] values)
    {
        if (cells[(int)field] is not { } cell) return default;
        var understood = read(cell);
        if (understood is null) Fault(field, cell, otherwise, values);
        return understood;
    }

    private string? ZoneOf(string cell, Country? home)
    {
        if (zones.TryGetValue((cell, home?.Code), out var known)) return known;
        // However many different wrong ones a file holds, few are kept.
        if (zones.Count > 1_000) zones.Clear();
        return zones[(cell, home?.Code)] = Zones.Read(cell, home);
    }

    // ar, Arabic, ar-SA, Arabic (Saudi Arabia)
    private static string? LanguageOf(string cell) => Languages.GetValueOrDefault(Folding.Letters(cell.Split('-', '_', '(')[0]));

    private static FrozenDictionary<string, T> Named<T>(params (T Value, string Names)[] all) =>
        all.SelectMany(a => a.Names.Split(',').Select(name => (Key: Folding.Letters(name), a.Value))).DistinctBy(n => n.Key).ToFrozenDictionary(n => n.Key, n => n.Value);

    private void Fault(ImportField field, string value, string key, params object?[] values) => Told(field, value, Words.Of(key, values));

    private void Told(ImportField field, string value, string message) => faults.Add(new ImportFault(Name(field), value.Length > MaxValue ? Lines.Cut(value, MaxValue) + "…" : value, message));

    internal static string Name(ImportField field) => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];
}
