using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>
/// A day that a company celebrates with its customers, every year or once, and for how many days its reward can be claimed.
/// </summary>
public sealed class Holiday : ITenantOwned
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }
    public string Name { get; private set; } = "";
    public string? NameAr { get; private set; }

    /// <summary>The year of a yearly holiday does not matter.</summary>
    public DateOnly Date { get; private set; }
    public bool IsYearly { get; private set; }
    public int Days { get; private set; } = 7;
    public bool IsOn { get; private set; } = true;

    // Holidays of the lunar calendar have fixed dates, and an admin enters the next ones.
    internal static IReadOnlyList<Holiday> Defaults(Guid tenant) =>
        [
            Of(tenant, "Founding Day", "يوم التأسيس", new(2027, 2, 22), true, 3),
            Of(tenant, "Eid al-Fitr", "عيد الفطر", new(2027, 3, 10), false, 7),
            Of(tenant, "Eid al-Adha", "عيد الأضحى", new(2027, 5, 16), false, 7),
            Of(tenant, "National Day", "اليوم الوطني", new(2027, 9, 23), true, 3),
        ];

    private static Holiday Of(Guid tenant, string name, string arabic, DateOnly date, bool yearly, int days) =>
        new()
        {
            Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"holiday/{tenant:N}/{name}")).AsSpan(0, 16)),
            TenantId = tenant,
            Name = name,
            NameAr = arabic,
            Date = date,
            IsYearly = yearly,
            Days = days,
        };

    public string NameIn(string language) => language == "ar" ? NameAr ?? Name : Name;

    internal HolidayInput Facts =>
        new()
        {
            Name = Name,
            NameAr = NameAr,
            Date = Date,
            IsYearly = IsYearly,
            Days = Days,
            IsOn = IsOn,
        };

    internal Holiday Take(HolidayInput input)
    {
        (Name, NameAr, Date, IsYearly, Days, IsOn) = (
            input.Name!.Trim(),
            Customers.CustomerRecords.Blank(input.NameAr),
            input.Date!.Value,
            input.IsYearly,
            input.Days!.Value,
            input.IsOn
        );
        return this;
    }
}
