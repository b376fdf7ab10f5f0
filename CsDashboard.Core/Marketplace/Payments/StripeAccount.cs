using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Payments;

/// <summary>
/// A company's keys at Stripe: a row for each that has given any. Encrypted in the database, in no event and in no line of the log.
/// </summary>
public sealed class StripeAccount : ITenantOwned
{
    public Guid TenantId { get; set; }
    public string? SecretKey { get; set; }
    public string? WebhookSecret { get; set; }

    /// <summary>The last letters of the key, by which people know it, and whether it moves money.</summary>
    public string KeyEnd { get; set; } = "";
    public bool IsLive { get; set; }

    /// <summary>When Stripe called last and its signature was right.</summary>
    public DateTimeOffset? CalledAt { get; set; }
}
