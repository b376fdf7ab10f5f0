using System.Text;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;
using CsDashboard.Search;

namespace CsDashboard.Customers;

/// <summary>What a column of a file can hold.</summary>
public enum ImportField { Name, OtherName, Email, Phone, Company, Country, Language, TimeZone, Tier, Type, Tags, OutsideId }

/// <summary>
/// Which column of a file holds what, null for one that is left out. Guessed from headings in English or Arabic; without
/// headings from what the first row looks like.
/// </summary>
public sealed record ImportColumns(IReadOnlyList<ImportField?> Fields)
{
    private static readonly Dictionary<string, ImportField> Known = Headings(
        (ImportField.Name, "name, full name, customer name, customer, client, contact, الاسم, اسم العميل, الاسم الكامل, العميل, اسم"),
        (ImportField.OtherName, "other name, arabic name, name arabic, english name, name ar, name in arabic, الاسم الآخر, الاسم بالعربية, الاسم بالإنجليزية, الاسم بالأحرف الأخرى"),
        (ImportField.Email, "email, e-mail, mail, email address, e-mail address, البريد الإلكتروني, البريد, الإيميل, إيميل, بريد"),
        (ImportField.Phone, "phone, mobile, tel, telephone, phone number, contact number, mobile number, whatsapp, cell, الهاتف, الجوال, الموبايل, رقم الهاتف, رقم الجوال, هاتف, جوال"),
        (ImportField.Company, "company, organisation, organization, company name, firm, employer, الشركة, شركة, اسم الشركة, المؤسسة"),
        (ImportField.Country, "country, country code, البلد, الدولة, رمز البلد, بلد"),
        (ImportField.Language, "language, lang, locale, اللغة, لغة"),
        (ImportField.TimeZone, "time zone, timezone, zone, tz, المنطقة الزمنية, التوقيت"),
        (ImportField.Tier, "tier, membership, membership tier, plan, العضوية, مستوى العضوية, الباقة"),
        (ImportField.Type, "type, customer type, kind, النوع, نوع العميل"),
        (ImportField.Tags, "tags, tag, labels, label, الوسوم, الوسم, وسوم, وسم"),
        (ImportField.OutsideId, "outside id, external id, user id, userid, external reference, المعرف الخارجي, المعرف, معرف المستخدم"));

    /// <summary>The guess, and whether the first row is headings.</summary>
    public static (ImportColumns Columns, bool HasHeadings) Guess(IReadOnlyList<string> first)
    {
        var fields = new ImportField?[first.Count];
        // A row with an address in it is a customer already.
        if (first.Any(cell => cell.Length <= 254 && cell.Contains('@') && Emails.TryNormalise(cell) is not null))
        {
            for (var i = 0; i < fields.Length; i++)
            {
                var cell = first[i].Trim();
                ImportField? looks = Emails.TryNormalise(cell) is not null ? ImportField.Email
                    : cell.Count(char.IsDigit) >= 7 && cell.All(c => char.IsDigit(c) || c is '+' or ' ' or '-' or '(' or ')') ? ImportField.Phone
                    : cell.Length > 1 && cell.Any(char.IsLetter) && !cell.Any(char.IsDigit) ? ImportField.Name : null;
                if (looks is not null && !fields.Contains(looks)) fields[i] = looks;
            }
            return (new ImportColumns(fields), false);
        }
        for (var i = 0; i < fields.Length; i++)
            if (Known.TryGetValue(Plain(first[i]), out var field) && !fields.Contains(field)) fields[i] = field;
        return (new ImportColumns(fields), true);
    }

    /// <summary>Invalid (columns) without a column each for name and e-mail, and for two of the same field.</summary>
    public ImportColumns Checked()
    {
        foreach (var needed in new[] { ImportField.Name, ImportField.Email })
            if (!Fields.Contains(needed)) throw Refusal.Invalid("columns", Words.Of("Import_Needs", Words.Of("Import_" + needed)));
        foreach (var twice in Fields.OfType<ImportField>().GroupBy(f => f).Where(g => g.Count() > 1)) throw Refusal.Invalid("columns", Words.Of("Import_Twice", Words.Of("Import_" + twice.Key)));
        return this;
    }

    /// <summary>The fields between commas, nothing for a column that is left out: name,,email.</summary>
    public string Text => string.Join(',', Fields.Select(f => f is { } known ? ImportReader.Name(known) : ""));

    /// <summary>As <see cref="Text"/> has it. Invalid (columns) for a word that is no field, and for too many.</summary>
    public static ImportColumns Read(string text)
    {
        var words = text.Split(',');
        if (words.Length > CsvFile.MaxColumns) throw Refusal.Invalid("columns", Words.Of("Csv_Columns", CsvFile.MaxColumns));
        return new([.. words.Select(word => word.Length == 0 ? (ImportField?)null
            : Enum.GetValues<ImportField>().Where(f => ImportReader.Name(f) == word).Select(f => (ImportField?)f).FirstOrDefault() ?? throw Refusal.Invalid("columns", Words.Of("Word_Unknown", string.Join(", ", Enum.GetValues<ImportField>().Select(ImportReader.Name)))))]);
    }

    private static Dictionary<string, ImportField> Headings(params (ImportField Field, string Names)[] all) =>
        all.SelectMany(f => f.Names.Split(',').Select(name => (Name: Plain(name), f.Field))).DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => f.Field);

    private static string Plain(string heading) => heading.Length > 200 ? "" : Folding.Fold(heading).Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>A row of a file as a customer, or what is wrong with it, field by field.</summary>
public readonly record struct ImportLine(int Line, Customer? Customer, IReadOnlyList<FieldError> Faults);

/// <summary>Makes customers of the rows of a file by the rules that a form has; what a form cannot send is refused as well: letters that steer, or turn the direction of writing.</summary>
internal sealed class ImportReader(ImportColumns columns, DateTimeOffset now, string by, Guid importId)
{
    private readonly Dictionary<string, string?> zones = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FieldError> faults = [];

    public ImportLine Read(CsvRow row)
    {
        faults.Clear();
        string? name = null, other = null, email = null, normalised = null, phone = null, company = null, country = null, outside = null;
        var (language, zone, tier, type, tags) = ("en", "UTC", Tiers.Standard, CustomerType.Regular, "");
        for (var i = 0; i < columns.Fields.Count && i < row.Cells.Length; i++)
        {
            if (columns.Fields[i] is not { } field) continue;
            var cell = Cell(row.Cells[i]);
            if (cell.Length == 0) continue;
            if (!IsPlain(cell)) Fault(field, "Text_BadCharacters");
            else
                switch (field)
                {
                    case ImportField.Name: name = Text(field, cell, 100, 2); break;
                    case ImportField.OtherName: other = Text(field, cell, 100); break;
                    case ImportField.Company: company = Text(field, cell, 100); break;
                    case ImportField.OutsideId: outside = Text(field, cell, 100); break;
                    case ImportField.Email:
                        (email, normalised) = (cell, Emails.TryNormalise(cell));
                        if (normalised is null) Fault(field, "Email_Bad");
                        break;
                    case ImportField.Phone:
                        phone = Phones.Read(cell, null);
                        if (phone is null) Fault(field, "Phone_Bad");
                        break;
                    case ImportField.Country:
                        if (cell.Length == 2 && cell.All(char.IsAsciiLetter)) country = cell.ToUpperInvariant();
                        else Fault(field, "Country_Bad");
                        break;
                    case ImportField.Language:
                        if (LanguageOf(cell) is { } known) language = known;
                        else Fault(field, "Word_Unknown", "en, ar");
                        break;
                    case ImportField.TimeZone:
                        if (ZoneOf(cell) is { } found) zone = found;
                        else Fault(field, "TimeZone_Unknown");
                        break;
                    case ImportField.Tier:
                        tier = cell.ToLowerInvariant();
                        if (!Tiers.All.Contains(tier)) Fault(field, "Word_Unknown", string.Join(", ", Tiers.All));
                        break;
                    case ImportField.Type:
                        if (!Enum.GetNames<CustomerType>().Contains(cell, StringComparer.OrdinalIgnoreCase) || !Enum.TryParse(cell, ignoreCase: true, out type)) Fault(field, "Word_Unknown", string.Join(", ", Enum.GetNames<CustomerType>()));
                        break;
                    case ImportField.Tags:
                        try { tags = TagWords.Join(cell.Split([',', ';', '|', '،'])); }
                        catch (Refusal) { Fault(field, "Tags_Bad", TagWords.Max); }
                        break;
                }
        }
        if (name is null && !Told(ImportField.Name)) Fault(ImportField.Name, "Text_Required");
        if (email is null && !Told(ImportField.Email)) Fault(ImportField.Email, "Text_Required");
        if (faults.Count > 0) return new(row.Line, null, [.. faults]);
        var customer = new Customer
        {
            Name = name!, Email = email!, NormalizedEmail = normalised!, OtherName = other, Phone = phone, Company = company, Country = country, Language = language, TimeZone = zone, TagText = tags,
            OutsideId = outside, MembershipTier = tier, CreatedAt = now, CreatedBy = by, ImportId = importId,
        };
        customer.Call(type);
        return new(row.Line, customer, []);
    }

    // The apostrophe is what our own export, as others, puts before what a spreadsheet would take for a formula.
    private static string Cell(string cell)
    {
        var text = cell.AsSpan().Trim().Trim('\uFEFF');
        if (text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@') text = text[1..];
        return text.Length == cell.Length ? cell : text.ToString();
    }

    private string? Text(ImportField field, string cell, int max, int min = 1)
    {
        if (cell.Length > max) Fault(field, "Text_TooLong", max);
        else if (cell.Length < min) Fault(field, "Text_TooShort", min);
        // Marks that stand on no letter show as nothing.
        else if (!cell.Any(char.IsLetterOrDigit) && !cell.EnumerateRunes().Any(Rune.IsLetterOrDigit)) Fault(field, "Text_NoLetters");
        else return cell;
        return null;
    }

    private static bool IsPlain(string cell) => TextAttribute.CanBeStored(cell) && !cell.EnumerateRunes().Any(FileKinds.IsUnseen);

    private string? ZoneOf(string cell)
    {
        if (zones.TryGetValue(cell, out var known)) return known;
        // However many different wrong ones a file holds, few are kept.
        if (zones.Count > 1_000) zones.Clear();
        return zones[cell] = cell.Length <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(cell, out var zone) ? zone.Id : null;
    }

    private static string? LanguageOf(string cell) => cell.ToLowerInvariant() switch
    {
        "en" or "english" or "en-us" or "en-gb" or "الإنجليزية" or "إنجليزي" => "en",
        "ar" or "arabic" or "ar-sa" or "ar-ae" or "العربية" or "عربي" => "ar",
        _ => null,
    };

    private bool Told(ImportField field) => faults.Exists(f => f.Field == Name(field));

    private void Fault(ImportField field, string key, params object?[] values) => faults.Add(new FieldError(Name(field), Words.Of(key, values)));

    internal static string Name(ImportField field) => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];
}
