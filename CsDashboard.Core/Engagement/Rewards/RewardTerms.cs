using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement;

/// <summary>What rewards are for (rules.md 002).</summary>
public enum RewardKind { Birthday, Anniversary, Holiday, Milestone }

/// <summary>What a kind of reward is worth at a company. Without a row it is as rules.md 002 says.</summary>
public sealed class RewardTerms : ITenantOwned
{
    public Guid TenantId { get; set; }
    public RewardKind Kind { get; init; }
    public int Points { get; private set; }
    /// <summary>Percent.</summary>
    public int Discount { get; private set; }
    /// <summary>Days in which it can be claimed; of a holiday the holiday says it.</summary>
    public int ValidDays { get; private set; }
    public bool IsOn { get; private set; } = true;

    internal static IReadOnlyList<RewardTerms> Defaults { get; } =
    [
        Of(RewardKind.Birthday, 500, 25, 30), Of(RewardKind.Anniversary, 300, 15, 30), Of(RewardKind.Holiday, 200, 10, 7), Of(RewardKind.Milestone, 400, 20, 60),
    ];

    private static RewardTerms Of(RewardKind kind, int points, int discount, int days) => new() { Kind = kind, Points = points, Discount = discount, ValidDays = days };

    public string Icon => Kind switch { RewardKind.Birthday => "🎂", RewardKind.Anniversary => "🎉", RewardKind.Holiday => "🌙", RewardKind.Milestone => "🏆" };

    internal TermsInput Facts => new() { Points = Points, Discount = Discount, ValidDays = ValidDays, IsOn = IsOn };

    internal void Take(TermsInput input) => (Points, Discount, ValidDays, IsOn) = (input.Points!.Value, input.Discount!.Value, input.ValidDays!.Value, input.IsOn);
}

/// <summary>A day that a company celebrates with its customers, every year or once, and for how many days its reward can be claimed.</summary>
public sealed class Holiday : ITenantOwned
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }
    public string Name { get; private set; } = "";
    public string? NameAr { get; private set; }
    /// <summary>Of a yearly one the year does not matter.</summary>
    public DateOnly Date { get; private set; }
    public bool IsYearly { get; private set; }
    public int Days { get; private set; } = 7;
    public bool IsOn { get; private set; } = true;

    // Those that follow the moon are dated, and an admin dates the next ones.
    internal static IReadOnlyList<Holiday> Defaults(Guid tenant) =>
    [
        Of(tenant, "Founding Day", "يوم التأسيس", new(2027, 2, 22), true, 3), Of(tenant, "Eid al-Fitr", "عيد الفطر", new(2027, 3, 10), false, 7),
        Of(tenant, "Eid al-Adha", "عيد الأضحى", new(2027, 5, 16), false, 7), Of(tenant, "National Day", "اليوم الوطني", new(2027, 9, 23), true, 3),
    ];

    private static Holiday Of(Guid tenant, string name, string arabic, DateOnly date, bool yearly, int days) => new()
    {
        Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"holiday/{tenant:N}/{name}")).AsSpan(0, 16)), TenantId = tenant, Name = name, NameAr = arabic, Date = date, IsYearly = yearly, Days = days,
    };

    public string NameIn(string language) => language == "ar" ? NameAr ?? Name : Name;

    internal HolidayInput Facts => new() { Name = Name, NameAr = NameAr, Date = Date, IsYearly = IsYearly, Days = Days, IsOn = IsOn };

    internal Holiday Take(HolidayInput input)
    {
        (Name, NameAr, Date, IsYearly, Days, IsOn) = (input.Name!.Trim(), Customers.Customers.Blank(input.NameAr), input.Date!.Value, input.IsYearly, input.Days!.Value, input.IsOn);
        return this;
    }
}

public sealed class TermsInput
{
    public int? Points { get; set; }
    public int? Discount { get; set; }
    public int? ValidDays { get; set; }
    public bool IsOn { get; set; } = true;

    internal void CheckAll()
    {
        var faults = new List<FieldError>();
        if (Points is not (>= 0 and <= 100_000)) faults.Add(new("points", Words.Of("Range_Beyond", 0, 100_000)));
        if (Discount is not (>= 0 and <= 100)) faults.Add(new("discount", Words.Of("Range_Beyond", 0, 100)));
        if (ValidDays is not (>= 1 and <= 365)) faults.Add(new("validDays", Words.Of("Range_Beyond", 1, 365)));
        if (faults.Count > 0) throw Refusal.Invalid(faults);
    }
}

public sealed class HolidayInput
{
    public const int MaxName = 80;

    [Text(MaxName)] public string? Name { get; set; }
    [Text(MaxName, Optional = true)] public string? NameAr { get; set; }
    public DateOnly? Date { get; set; }
    public bool IsYearly { get; set; }
    public int? Days { get; set; } = 7;
    public bool IsOn { get; set; } = true;

    internal void CheckAll()
    {
        this.Checked();
        if (Date is not { Year: >= 2000 and <= 2100 }) throw Refusal.Invalid("date", Words.Of("Range_Beyond", "2000-01-01", "2100-12-31"));
        if (Days is not (>= 1 and <= 60)) throw Refusal.Invalid("days", Words.Of("Range_Beyond", 1, 60));
    }
}
