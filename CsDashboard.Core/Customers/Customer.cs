using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers;

public enum CustomerStatus { Active, Inactive, Suspended }

/// <summary>Membership tiers, from least to most (rules.md 000, Registration).</summary>
public static class Tiers
{
    public const string Standard = "standard";
    public static readonly string[] All = ["free", Standard, "premium", "kickstarter", "starter", "pro", "enterprise"];
}

/// <summary>Somebody the company serves. Known by several names (rule C5): number, unique id, public id, the id of an outside service.</summary>
public sealed class Customer : ITenantOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid TenantId { get; set; }
    /// <summary>Counts up within the company.</summary>
    public long Number { get; init; }
    /// <summary>8 upper-case hex digits (rules.md 000).</summary>
    public string UniqueId { get; init; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
    /// <summary>24 lower-case hex digits: what the API calls customerId (rule C5).</summary>
    public string PublicId { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
    public required string Name { get; set; }
    /// <summary>As typed; compared by <see cref="NormalizedEmail"/>, which is unique in the company.</summary>
    public required string Email { get; set; }
    public required string NormalizedEmail { get; set; }
    public string? Phone { get; set; }
    public CustomerStatus Status { get; set; }
    /// <summary>One of <see cref="Tiers"/>; what it opens is each room's own setting (rule C16).</summary>
    public string MembershipTier { get; set; } = Tiers.Standard;
    /// <summary>Two-letter language the customer is spoken to in.</summary>
    public string Language { get; set; } = "en";
    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "UTC";
    public DateTimeOffset CreatedAt { get; init; }
}
