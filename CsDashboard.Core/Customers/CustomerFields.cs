using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Customers.Privacy;

namespace CsDashboard.Customers;

/// <summary>
/// All fields of a customer, a row each. Import, export, lists, merges, search, the record's page, the archive of a customer's data and
/// erasing read them here, in this order. To add one: a row, the property of <see cref="Customer"/> and of <see cref="CustomerFacts"/>,
/// what may be asked for in <see cref="CustomerChange"/>, and the label Field_NAME. The columns of an export are a contract: a new one goes
/// behind the others.
/// </summary>
public static class CustomerFields
{
    // ---- who it is

    public static readonly CustomerField Number = new GivenField<long>(nameof(Number), c => c.Number, e => e.Number)
    {
        Kind = FieldKind.Number,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        Export = "number",
        IsColumn = true,
    };

    public static readonly CustomerField PublicId = new GivenField<string>(nameof(PublicId), c => c.PublicId, e => e.PublicId)
    {
        Kind = FieldKind.Line,
        Longest = 24,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        Export = "customer id",
    };

    public static readonly CustomerField UniqueId = new GivenField<string>(nameof(UniqueId), c => c.UniqueId, e => e.UniqueId)
    {
        Kind = FieldKind.Line,
        Longest = 8,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        Export = "unique id",
    };

    public static readonly CustomerField Name = new FactField<string>(
        nameof(Name),
        c => c.Name,
        f => f.Name,
        (f, name) => f with { Name = name }
    )
    {
        Kind = FieldKind.Line,
        Longest = 100,
        IsNeeded = true,
        IsPersonal = true,
        Forgotten = c => Words.In(c.Language, "Customer_ErasedName", c.Number),
        Handed = ExportedData.ToAll,
        Export = "name",
        IsMerged = true,
        Asked = c => c.Name,
        Ask = (c, typed) => c.Name = typed,
        Import =
            "name, full name, customer name, contact name, display name, customer, client, contact, الاسم, اسم العميل, الاسم الكامل, العميل, اسم",
    };

    public static readonly CustomerField OtherName = new FactField<string?>(
        nameof(OtherName),
        c => c.OtherName,
        f => f.OtherName,
        (f, name) => f with { OtherName = name }
    )
    {
        Kind = FieldKind.Line,
        Longest = 100,
        IsPersonal = true,
        Handed = ExportedData.ToAll,
        Export = "other name",
        IsMerged = true,
        Asked = c => c.OtherName,
        Ask = (c, typed) => c.OtherName = typed,
        Import =
            "other name, arabic name, name arabic, english name, name ar, name in arabic, الاسم الآخر, الاسم بالعربية, الاسم بالإنجليزية, الاسم بالأحرف الأخرى",
    };

    public static readonly CustomerField Email = new GivenField<string>(nameof(Email), c => c.Email, e => e.Email)
    {
        Kind = FieldKind.Line,
        Longest = 254,
        IsPersonal = true,
        Forgotten = NoAddress,
        Handed = ExportedData.ToAll,
        Export = "email",
        IsColumn = true,
        Import =
            "email, e-mail, mail, email address, e-mail address, primary email, email 1, e-mail 1 value, e-mail 1, البريد الإلكتروني, البريد, الإيميل, إيميل, بريد",
    };

    public static readonly CustomerField Phone = new FactField<string?>(
        nameof(Phone),
        c => c.Phone,
        f => f.Phone,
        (f, phone) => f with { Phone = phone }
    )
    {
        Kind = FieldKind.Phone,
        Longest = 30,
        LongestTyped = Phones.MaxTyped,
        IsPersonal = true,
        Handed = ExportedData.ToAll,
        Export = "phone",
        IsColumn = true,
        IsMerged = true,
        IsSearched = true,
        Asked = c => c.Phone,
        Ask = (c, typed) => c.Phone = typed,
        Import =
            "phone, mobile, tel, telephone, phone number, contact number, mobile number, mobile phone, primary phone, phone 1 value, phone 1, cell phone, whatsapp, cell, business phone, home phone, work phone, رقم الموبايل, رقم الاتصال, الهاتف, الجوال, الموبايل, رقم الهاتف, رقم الجوال, هاتف, جوال",
    };

    public static readonly CustomerField Company = new FactField<string?>(
        nameof(Company),
        c => c.Company,
        f => f.Company,
        (f, company) => f with { Company = company }
    )
    {
        Kind = FieldKind.Line,
        Longest = 100,
        IsPersonal = true,
        Handed = ExportedData.ToAll,
        Export = "company",
        IsColumn = true,
        IsMerged = true,
        IsSearched = true,
        Asked = c => c.Company,
        Ask = (c, typed) => c.Company = typed,
        Import =
            "company, organisation, organization, company name, organization name, organization 1 name, account name, firm, employer, الشركة, شركة, اسم الشركة, المؤسسة",
    };

    public static readonly CustomerField Country = new FactField<string?>(
        nameof(Country),
        c => c.Country,
        f => f.Country,
        (f, country) => f with { Country = country }
    )
    {
        Kind = FieldKind.Country,
        Longest = 2,
        LongestTyped = 60,
        IsPersonal = true,
        Handed = ExportedData.ToAll,
        Export = "country",
        IsColumn = true,
        IsMerged = true,
        Asked = c => c.Country,
        Ask = (c, typed) => c.Country = typed,
        Import =
            "country, country code, country/region, country region, home country/region, business country/region, mailing country, billing country, country name, البلد, الدولة, رمز البلد, بلد",
    };

    public static readonly CustomerField Birthday = new FactField<DateOnly?>(
        nameof(Birthday),
        c => c.Birthday,
        f => f.Birthday,
        (f, day) => f with { Birthday = day }
    )
    {
        Kind = FieldKind.Day,
        LongestTyped = 10,
        IsPersonal = true,
        Handed = ExportedData.ToAll,
        IsMerged = true,
        Asked = c => c.Birthday,
        Ask = (c, typed) => c.Birthday = DayOf(typed),
    };

    // ---- how they are spoken to

    public static readonly CustomerField Language = new FactField<string>(
        nameof(Language),
        c => c.Language,
        f => f.Language,
        (f, language) => f with { Language = language }
    )
    {
        Kind = FieldKind.Language,
        Longest = 8,
        LongestTyped = 2,
        IsNeeded = true,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        Export = "language",
        IsColumn = true,
        IsMerged = true,
        Asked = c => c.Language,
        Ask = (c, typed) => c.Language = typed,
        Import = "language, lang, locale, preferred language, اللغة, لغة",
    };

    public static readonly CustomerField TimeZone = new FactField<string>(
        nameof(TimeZone),
        c => c.TimeZone,
        f => f.TimeZone,
        (f, zone) => f with { TimeZone = zone }
    )
    {
        Kind = FieldKind.TimeZone,
        Longest = 64,
        IsNeeded = true,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        Export = "time zone",
        IsMerged = true,
        Asked = c => c.TimeZone,
        Ask = (c, typed) => c.TimeZone = typed,
        Import = "time zone, timezone, zone, tz, المنطقة الزمنية, التوقيت",
    };

    // ---- what the company thinks of them

    public static readonly CustomerField Status = new GivenField<CustomerStatus>(nameof(Status), c => c.Status, e => e.Status)
    {
        Kind = FieldKind.Status,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        Export = "status",
        IsColumn = true,
    };

    public static readonly CustomerField Type = new EditedField<CustomerType>(
        nameof(Type),
        c => c.Type,
        s => s.Type,
        (s, type) => s with { Type = type }
    )
    {
        Kind = FieldKind.Type,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        Export = "type",
        IsColumn = true,
        IsMerged = true,
        Import = "type, customer type, kind, category, النوع, نوع العميل",
    };

    public static readonly CustomerField MembershipTier = new EditedField<string>(
        nameof(MembershipTier),
        c => c.MembershipTier,
        s => s.Tier,
        (s, tier) => s with { Tier = tier }
    )
    {
        Short = "tier",
        Kind = FieldKind.Tier,
        Longest = 20,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        Export = "tier",
        IsColumn = true,
        IsMerged = true,
        Import = "tier, membership, membership tier, plan, العضوية, مستوى العضوية, الباقة",
    };

    public static readonly CustomerField WishedTier = new GivenField<string?>(nameof(WishedTier), c => c.WishedTier)
    {
        Kind = FieldKind.Tier,
        Longest = 20,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
    };

    public static readonly CustomerField Segment = new GivenField<string>(nameof(Segment), c => c.Segment, e => e.Segment)
    {
        Kind = FieldKind.Segment,
        Longest = 12,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        IsColumn = true,
    };

    public static readonly CustomerField Tags = new FactField<string>(
        nameof(Tags),
        c => c.TagText,
        f => f.Tags,
        (f, tags) => f with { Tags = tags }
    )
    {
        Kind = FieldKind.Tags,
        Longest = 700,
        LongestTyped = 400,
        IsPersonal = true,
        Forgotten = _ => "",
        Handed = ExportedData.ToStaff,
        Export = "tags",
        IsColumn = true,
        IsSearched = true,
        Asked = c => c.Tags,
        Ask = (c, typed) => c.Tags = typed.Split([',', '،'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Import = "tags, tag, labels, label, groups, group membership, categories, الوسوم, الوسم, وسوم, وسم",
    };

    // ---- what they agreed to

    public static readonly CustomerField Newsletter = new FactField<bool>(
        nameof(Newsletter),
        c => c.Newsletter,
        f => f.Newsletter,
        (f, yes) => f with { Newsletter = yes }
    )
    {
        Kind = FieldKind.Flag,
        LongestTyped = 5,
        IsPersonal = true,
        Handed = ExportedData.ToAll,
        IsMerged = true,
        Asked = c => c.Newsletter,
        Ask = (c, typed) => c.Newsletter = typed == "true",
    };

    public static readonly CustomerField Notifications = new FactField<bool>(
        nameof(Notifications),
        c => c.Notifications,
        f => f.Notifications,
        (f, yes) => f with { Notifications = yes }
    )
    {
        Kind = FieldKind.Flag,
        LongestTyped = 5,
        IsPersonal = true,
        Handed = ExportedData.ToAll,
        IsMerged = true,
        Asked = c => c.Notifications,
        Ask = (c, typed) => c.Notifications = typed == "true",
    };

    // ---- what they trade with

    public static readonly CustomerField PropFirm = new FactField<string?>(
        nameof(PropFirm),
        c => c.PropFirm,
        f => f.PropFirm,
        (f, firm) => f with { PropFirm = firm }
    )
    {
        Kind = FieldKind.Line,
        Longest = 100,
        IsPersonal = true,
        Handed = ExportedData.ToAll,
        IsMerged = true,
        Asked = c => c.PropFirm,
    };

    public static readonly CustomerField AccountType = new FactField<string?>(
        nameof(AccountType),
        c => c.AccountType,
        f => f.AccountType,
        (f, type) => f with { AccountType = type }
    )
    {
        Kind = FieldKind.Line,
        Longest = 40,
        IsPersonal = true,
        Handed = ExportedData.ToAll,
        IsMerged = true,
        Asked = c => c.AccountType,
    };

    public static readonly CustomerField AccountSize = new FactField<decimal>(
        nameof(AccountSize),
        c => c.AccountSize,
        f => f.AccountSize,
        (f, size) => f with { AccountSize = size }
    )
    {
        Kind = FieldKind.Amount,
        IsPersonal = true,
        Handed = ExportedData.ToAll,
        IsMerged = true,
        Asked = c => c.AccountSize,
    };

    // ---- what others call them, and what they did

    public static readonly CustomerField OutsideId = new GivenField<string?>(nameof(OutsideId), c => c.OutsideId, e => e.OutsideId)
    {
        Kind = FieldKind.Line,
        Longest = 100,
        IsPersonal = true,
        Handed = ExportedData.ToAll,
        Export = "outside id",
        Import = "outside id, external id, user id, userid, external reference, المعرف الخارجي, المعرف, معرف المستخدم",
    };

    public static readonly CustomerField TotalOrders = new GivenField<int>(nameof(TotalOrders), c => c.TotalOrders, e => e.TotalOrders)
    {
        Short = "orders",
        Kind = FieldKind.Count,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        Export = "orders",
        IsColumn = true,
    };

    public static readonly CustomerField TotalOrderValue = new GivenField<decimal>(
        nameof(TotalOrderValue),
        c => c.TotalOrderValue,
        e => e.TotalOrderValue
    )
    {
        Short = "value",
        LabelKey = "Field_Purchases",
        Kind = FieldKind.Value,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        Export = "order value",
        IsColumn = true,
    };

    public static readonly CustomerField LastOrderAt = new GivenField<DateTimeOffset?>(
        nameof(LastOrderAt),
        c => c.LastOrderAt,
        e => e.LastOrderAt
    )
    {
        Short = "lastOrder",
        Kind = FieldKind.Time,
        IsPersonal = false,
        Export = "last order",
        IsColumn = true,
    };

    public static readonly CustomerField TotalComplaints = new GivenField<int>(
        nameof(TotalComplaints),
        c => c.TotalComplaints,
        e => e.TotalComplaints
    )
    {
        Kind = FieldKind.Count,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        Export = "complaints",
    };

    public static readonly CustomerField OpenComplaints = new GivenField<int>(
        nameof(OpenComplaints),
        c => c.OpenComplaints,
        e => e.OpenComplaints
    )
    {
        Short = "complaints",
        Kind = FieldKind.Count,
        IsPersonal = false,
        Export = "open complaints",
        IsColumn = true,
    };

    public static readonly CustomerField CreatedAt = new GivenField<DateTimeOffset>(nameof(CreatedAt), c => c.CreatedAt, e => e.CreatedAt)
    {
        Short = "since",
        LabelKey = "Field_CustomerSince",
        Kind = FieldKind.Time,
        IsPersonal = false,
        Handed = ExportedData.ToAll,
        Export = "created",
        IsColumn = true,
    };

    public static readonly CustomerField LastSignInAt = new KnownField(nameof(LastSignInAt), e => e.LastSignInAt)
    {
        Short = "lastSignIn",
        Kind = FieldKind.Time,
        IsPersonal = false,
        IsColumn = true,
    };

    public static readonly CustomerField OrderCurrency = new KnownField(nameof(OrderCurrency), e => e.Currency)
    {
        Kind = FieldKind.Line,
        IsPersonal = false,
        Export = "order value currency",
    };

    // ---- who handled the record; who registered by themselves made their own

    public static readonly CustomerField CreatedBy = new GivenField<string>(nameof(CreatedBy), c => c.CreatedBy)
    {
        Kind = FieldKind.Line,
        Longest = 200,
        IsPersonal = true,
        Forgotten = c => c.CreatedBy == c.Name ? "" : c.CreatedBy,
        Handed = ExportedData.ToStaff,
    };

    public static readonly CustomerField ModifiedBy = new GivenField<string?>(nameof(ModifiedBy), c => c.ModifiedBy)
    {
        Kind = FieldKind.Line,
        Longest = 200,
        IsPersonal = true,
        Forgotten = c => c.ModifiedBy == c.Name ? null : c.ModifiedBy,
        Handed = ExportedData.ToStaff,
    };

    // ---- what is looked up by, and follows from the others

    public static readonly CustomerField NormalizedEmail = new GivenField<string>(nameof(NormalizedEmail), c => c.NormalizedEmail)
    {
        Kind = FieldKind.Line,
        Longest = 254,
        IsPersonal = true,
        Forgotten = NoAddress,
    };
    public static readonly CustomerField MailKey = new GivenField<string>(nameof(MailKey), c => c.MailKey)
    {
        Kind = FieldKind.Line,
        Longest = 254,
        IsPersonal = true,
        Forgotten = NoAddress,
    };
    public static readonly CustomerField PhoneKey = new GivenField<string?>(nameof(PhoneKey), c => c.PhoneKey)
    {
        Kind = FieldKind.Line,
        Longest = 30,
        IsPersonal = true,
    };
    public static readonly CustomerField NameKey = new GivenField<string?>(nameof(NameKey), c => c.NameKey)
    {
        Kind = FieldKind.Line,
        Longest = 100,
        IsPersonal = true,
    };

    public static readonly IReadOnlyList<CustomerField> All =
    [
        Number,
        PublicId,
        UniqueId,
        Name,
        OtherName,
        Email,
        Phone,
        Company,
        Country,
        Birthday,
        Language,
        TimeZone,
        Status,
        Type,
        MembershipTier,
        WishedTier,
        Segment,
        Tags,
        Newsletter,
        Notifications,
        PropFirm,
        AccountType,
        AccountSize,
        OutsideId,
        TotalOrders,
        TotalOrderValue,
        LastOrderAt,
        TotalComplaints,
        OpenComplaints,
        CreatedAt,
        LastSignInAt,
        OrderCurrency,
        CreatedBy,
        ModifiedBy,
        NormalizedEmail,
        MailKey,
        PhoneKey,
        NameKey,
    ];

    public static readonly IReadOnlyList<CustomerField> Exported = [.. All.Where(f => f.Export is not null)];
    public static readonly IReadOnlyList<CustomerField> Columns = [.. All.Where(f => f.IsColumn)];
    public static readonly IReadOnlyList<CustomerField> InRecord = [.. All.Where(f => f.IsInRecord)];
    internal static readonly IReadOnlyList<CustomerField> Asked = [.. All.Where(f => f.Asked is not null)];
    internal static readonly IReadOnlyList<CustomerField> Merged = [.. All.Where(f => f.IsMerged)];
    internal static readonly IReadOnlyList<CustomerField> Searched = [.. All.Where(f => f.IsSearched)];

    private static readonly Dictionary<string, CustomerField> ByWord = All.ToDictionary(f => f.Word);

    /// <summary>The field that programs name so; null for another word.</summary>
    public static CustomerField? Find(string word) => ByWord.GetValueOrDefault(word);

    // Unique, as addresses are, and nobody's.
    private static string NoAddress(Customer customer) => $"erased-{customer.Id:N}@erased.invalid";

    // What is no day is one on which nobody alive was born, and refused as that.
    private static DateOnly? DayOf(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : DateOnly.MinValue;
}
