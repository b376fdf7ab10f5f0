using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Customers.Trading;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers;

/// <summary>Somebody signs up in the portal; always as a customer, whatever role a program may send along.</summary>
public sealed class Registration
{
    [Line(100, Min = 2)]
    public string? Name { get; set; }

    [Email]
    public string? Email { get; set; }

    [Password]
    public string? Password { get; set; }

    [PhoneNumber]
    public string? Phone { get; set; }

    [OneOf("en", "ar")]
    public string? Language { get; set; }
    public string? TimeZone { get; set; }
}

/// <summary>A registration with what the trade needs to know (contract: enhanced, Registration).</summary>
public sealed class TraderRegistration
{
    [Line(100)]
    public string? Name { get; set; } = "New User";

    [Email]
    public string? Email { get; set; }

    [Password]
    public string? Password { get; set; }

    [Tier]
    public string? MembershipTier { get; set; }
    public TradingProfile Trading { get; set; } = new();
}

public sealed class NewCustomer
{
    [Line(100, Min = 2)]
    public string? Name { get; set; }

    [Email]
    public string? Email { get; set; }

    [PhoneNumber]
    public string? Phone { get; set; }

    [Line(100, Optional = true)]
    public string? Company { get; set; }

    [OneOf("en", "ar")]
    public string? Language { get; set; }
    public string? TimeZone { get; set; }

    [Tier]
    public string? MembershipTier { get; set; }

    /// <summary>The userId of an outside service.</summary>
    [Text(100, Optional = true)]
    public string? OutsideId { get; set; }

    internal CustomerChange Change =>
        new()
        {
            Name = Name,
            Phone = Phone,
            Company = Company,
            Language = Language,
            TimeZone = TimeZone,
        };
}

/// <summary>What to change: null leaves a field as it is, an empty text clears it where it is optional.</summary>
public sealed class CustomerChange
{
    [Line(100, Optional = true)]
    public string? Name { get; set; }

    [Line(100, Optional = true)]
    public string? OtherName { get; set; }

    /// <summary>Must be the stored address in some form of it: it is never changed.</summary>
    [Text(254, Optional = true)]
    public string? Email { get; set; }

    [PhoneNumber]
    public string? Phone { get; set; }

    [Line(100, Optional = true)]
    public string? Company { get; set; }

    [Country]
    public string? Country { get; set; }

    [OneOf("en", "ar")]
    public string? Language { get; set; }

    [Text(64, Optional = true)]
    public string? TimeZone { get; set; }

    [Birthday]
    public DateOnly? Birthday { get; set; }
    public IReadOnlyList<string>? Tags { get; set; }
    public bool? Newsletter { get; set; }
    public bool? Notifications { get; set; }

    [Line(100, Optional = true)]
    public string? PropFirm { get; set; }

    [Line(40, Optional = true)]
    public string? AccountType { get; set; }

    [Amount]
    public decimal? AccountSize { get; set; }

    /// <summary>Active, Inactive or Suspended; admins only, as are type and tier.</summary>
    public string? Status { get; set; }
    public string? Type { get; set; }

    [Tier]
    public string? MembershipTier { get; set; }

    /// <summary>Why the status changes; kept in the history.</summary>
    [Text(500, Optional = true)]
    public string? Reason { get; set; }

    /// <summary>A note to add.</summary>
    [Text(CustomerNote.MaxLength, Optional = true)]
    public string? Note { get; set; }

    /// <summary>The version that was on the screen; another one meanwhile is a Conflict named newer_change.</summary>
    public int? SeenVersion { get; set; }
}

/// <summary>What customers change of their own record.</summary>
public sealed class OwnDetails
{
    [Line(100, Min = 2)]
    public string? Name { get; set; }

    [Line(100, Optional = true)]
    public string? OtherName { get; set; }

    [PhoneNumber]
    public string? Phone { get; set; }

    [Line(100, Optional = true)]
    public string? Company { get; set; }

    [Country]
    public string? Country { get; set; }

    /// <summary>Customers give it once; after that staff change it, since rewards depend on it.</summary>
    [Birthday]
    public DateOnly? Birthday { get; set; }
    public bool Newsletter { get; set; }
    public bool Notifications { get; set; }

    // What they left empty is taken away.
    internal CustomerChange Change =>
        new()
        {
            Name = Name,
            OtherName = OtherName ?? "",
            Phone = Phone ?? "",
            Company = Company ?? "",
            Country = Country ?? "",
            Birthday = Birthday,
            Newsletter = Newsletter,
            Notifications = Notifications,
        };
}

/// <summary>Figures from an outside service: absolute values, and only those that are sent change.</summary>
public sealed class FiguresInput
{
    [AtLeastZero]
    public int? TotalOrders { get; set; }

    [Amount]
    public decimal? TotalOrderValue { get; set; }

    [AtLeastZero]
    public int? TotalComplaints { get; set; }

    [AtLeastZero]
    public int? OpenComplaints { get; set; }
    public DateTimeOffset? LastOrderDate { get; set; }
    public DateTimeOffset? LastComplaintDate { get; set; }
}

/// <summary>Which customers are listed, as the address of the page says it.</summary>
public sealed record CustomerFilter
{
    public static readonly string[] Sorts = ["created", "order"];

    /// <summary>
    /// Words to look for in names, e-mail, phone, company, tags and identifiers; of more than 500 matches the newest are listed.
    /// </summary>
    public string? Search { get; init; }
    public string? Status { get; init; }
    public string? Type { get; init; }
    public string? Tier { get; init; }
    public string? Tag { get; init; }

    /// <summary>One of <see cref="SegmentNames"/>, or another word for it.</summary>
    public string? Segment { get; init; }

    /// <summary>When the last order was: from (included) and to (not), or within a number of days, 1 to 3,650.</summary>
    public DateTimeOffset? OrderedFrom { get; init; }
    public DateTimeOffset? OrderedTo { get; init; }
    public int? OrderedDays { get; init; }

    /// <summary>What was bought altogether, both ends included.</summary>
    public decimal? ValueFrom { get; init; }
    public decimal? ValueTo { get; init; }

    /// <summary>created (newest first) or order (latest order first, without customers who never ordered).</summary>
    public string Sort { get; init; } = "created";
    public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    public int Size { get; init; } = 50;

    internal bool HasOnlyWords =>
        (Status ?? Type ?? Tier ?? Tag ?? Segment ?? After) is null
        && OrderedFrom is null
        && OrderedTo is null
        && OrderedDays is null
        && ValueFrom is null
        && ValueTo is null
        && Sort is ("created" or "");

    /// <summary>The filter in one line, for the record of an export.</summary>
    internal string Told =>
        string.Join(
            ' ',
            new[]
            {
                Pair("search", Search),
                Pair("status", Status),
                Pair("type", Type),
                Pair("tier", Tier),
                Pair("tag", Tag),
                Pair("segment", Segment),
                Pair("ordered-from", OrderedFrom?.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
                Pair("ordered-to", OrderedTo?.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
                Pair("ordered-days", OrderedDays?.ToString(CultureInfo.InvariantCulture)),
                Pair("value-from", ValueFrom?.ToString(CultureInfo.InvariantCulture)),
                Pair("value-to", ValueTo?.ToString(CultureInfo.InvariantCulture)),
            }.OfType<string>()
        )
            is { Length: > 0 } told
            ? told
            : "*";

    private static string? Pair(string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : name + "=" + value.Replace('\0', ' ').Trim();
}

/// <summary>What to change for many customers at once; null changes nothing.</summary>
public sealed class BulkChange
{
    public IReadOnlyList<string>? AddTags { get; set; }
    public IReadOnlyList<string>? RemoveTags { get; set; }

    /// <summary>Active, Inactive or Suspended; admins only.</summary>
    public string? Status { get; set; }

    [Text(500, Optional = true)]
    public string? Reason { get; set; }
}

[AttributeUsage(AttributeTargets.Property)]
public sealed class TierAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is null || Tiers.All.Contains(value)
            ? null
            : new(Words.Of("Word_Unknown", string.Join(", ", Tiers.All)), [context.MemberName ?? ""]);
}

/// <summary>A day on which somebody alive may have been born.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BirthdayAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is not DateOnly day || (day.Year >= 1900 && day <= DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime))
            ? null
            : new(Words.Of("Birthday_Bad"), [context.MemberName ?? ""]);
}

/// <summary>An amount from zero to a million millions.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AmountAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is null or (>= 0m and <= Money.Most)
            ? null
            : new(Words.Of("Amount_Bad", Money.Most.ToString("N0", CultureInfo.InvariantCulture)), [context.MemberName ?? ""]);
}

[AttributeUsage(AttributeTargets.Property)]
public sealed class AtLeastZeroAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is null or >= 0 ? null : new(Words.Of("Number_Negative"), [context.MemberName ?? ""]);
}
