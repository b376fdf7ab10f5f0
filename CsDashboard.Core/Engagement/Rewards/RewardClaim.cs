using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>A reward that a customer took, with its worth at the time. What can be taken is computed from dates and has no row.</summary>
public sealed class RewardClaim : ITenantOwned
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }

    /// <summary>Which one: birthday-2026, milestone-orders-10. Once for each customer.</summary>
    public required string Key { get; init; }
    public RewardKind Kind { get; init; }
    public int Points { get; init; }
    public int Discount { get; init; }
    public DateTimeOffset EventDate { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset ClaimedAt { get; init; }

    /// <summary>What the customer tells the shop for the discount.</summary>
    public string Code => "RW-" + Id.ToString("N")[^8..].ToUpperInvariant();
}
