using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;
using CsDashboard.Search;

namespace CsDashboard.Customers;

/// <summary>What a column of a file can hold.</summary>
public enum ImportField { Name, FirstName, MiddleName, LastName, OtherName, Email, Phone, Company, Country, Language, TimeZone, Tier, Type, Tags, OutsideId }

/// <summary>
/// Which column of a file holds what, null for one that is left out. Guessed from headings in English or Arabic; without
/// headings from what the first row looks like.
/// </summary>
public sealed record ImportColumns(IReadOnlyList<ImportField?> Fields)
{
    private static readonly Dictionary<string, ImportField> Known = Headings(
        (ImportField.Name, "name, full name, customer name, contact name, display name, customer, client, contact, الاسم, اسم العميل, الاسم الكامل, العميل, اسم"),
        (ImportField.FirstName, "first name, given name, forename, first, الاسم الأول, الاسم الشخصي"),
        (ImportField.MiddleName, "middle name, additional name, middle, الاسم الأوسط, اسم الأب"),
        (ImportField.LastName, "last name, surname, family name, last, الاسم الأخير, اسم العائلة, العائلة, اللقب, الكنية, الشهرة"),
        (ImportField.OtherName, "other name, arabic name, name arabic, english name, name ar, name in arabic, الاسم الآخر, الاسم بالعربية, الاسم بالإنجليزية, الاسم بالأحرف الأخرى"),
        (ImportField.Email, "email, e-mail, mail, email address, e-mail address, primary email, email 1, e-mail 1 value, e-mail 1, البريد الإلكتروني, البريد, الإيميل, إيميل, بريد"),
        (ImportField.Phone, "phone, mobile, tel, telephone, phone number, contact number, mobile number, mobile phone, primary phone, phone 1 value, phone 1, cell phone, whatsapp, cell, business phone, home phone, work phone, رقم الموبايل, رقم الاتصال, الهاتف, الجوال, الموبايل, رقم الهاتف, رقم الجوال, هاتف, جوال"),
        (ImportField.Company, "company, organisation, organization, company name, organization name, organization 1 name, account name, firm, employer, الشركة, شركة, اسم الشركة, المؤسسة"),
        (ImportField.Country, "country, country code, country/region, country region, home country/region, business country/region, mailing country, billing country, country name, البلد, الدولة, رمز البلد, بلد"),
        (ImportField.Language, "language, lang, locale, preferred language, اللغة, لغة"),
        (ImportField.TimeZone, "time zone, timezone, zone, tz, المنطقة الزمنية, التوقيت"),
        (ImportField.Tier, "tier, membership, membership tier, plan, العضوية, مستوى العضوية, الباقة"),
        (ImportField.Type, "type, customer type, kind, category, النوع, نوع العميل"),
        (ImportField.Tags, "tags, tag, labels, label, groups, group membership, categories, الوسوم, الوسم, وسوم, وسم"),
        (ImportField.OutsideId, "outside id, external id, user id, userid, external reference, المعرف الخارجي, المعرف, معرف المستخدم"));

    /// <summary>The guess, and whether the first row is headings; which is recognised where it is not said.</summary>
    public static (ImportColumns Columns, bool HasHeadings) Guess(IReadOnlyList<string> first, bool? hasHeadings = null)
    {
        var fields = new ImportField?[first.Count];
        // A row with an address in it is a customer already.
        if (!(hasHeadings ?? !first.Any(cell => cell.Length <= 254 && cell.Contains('@') && Emails.TryNormalise(cell) is not null)))
        {
            for (var i = 0; i < fields.Length; i++)
            {
                var cell = first[i].Trim();
                ImportField? looks = Emails.TryNormalise(cell) is not null ? ImportField.Email
                    : Phones.Key(cell) is not null && Phones.Read(cell, null) is not null ? ImportField.Phone
                    : cell.Length > 1 && cell.Any(char.IsLetter) && !cell.Any(char.IsDigit) ? ImportField.Name : null;
                if (looks is not null && !fields.Contains(looks)) fields[i] = looks;
            }
            return (new ImportColumns(fields), false);
        }
        for (var i = 0; i < fields.Length; i++)
            if (Known.TryGetValue(Plain(first[i]), out var field) && !fields.Contains(field)) fields[i] = field;
        return (new ImportColumns(fields), true);
    }

    /// <summary>Invalid (columns) without a column each for e-mail and name, be it in parts, and for two of the same field.</summary>
    public ImportColumns Checked()
    {
        var isNamed = Fields.Contains(ImportField.FirstName) || Fields.Contains(ImportField.LastName);
        foreach (var needed in new[] { ImportField.Name, ImportField.Email })
            if (!Fields.Contains(needed) && !(needed == ImportField.Name && isNamed)) throw Refusal.Invalid("columns", Words.Of("Import_Needs", Words.Of("Import_" + needed)));
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
