using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Referrals;

/// <summary>The code that a customer passes on, and how often its link was opened. Nobody who opens it is recorded.</summary>
public sealed class ReferralLink : ITenantOwned
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(365);

    public Guid CustomerId { get; init; }
    public Guid TenantId { get; set; }

    /// <summary>16 upper-case hex digits (contract: membership, Referral), unique over all companies.</summary>
    public string Code { get; init; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; set; }
    public int Clicks { get; private set; }

    public static bool IsCode(string? text) => text is { Length: 16 } && text.All(c => char.IsAsciiDigit(c) || c is >= 'A' and <= 'F');
}
