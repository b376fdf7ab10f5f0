using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>A milestone that a customer reached, once: a number of orders, or a tier.</summary>
public sealed class RewardMilestone : ITenantOwned
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }

    /// <summary>orders-10 or tier-gold.</summary>
    public required string Key { get; init; }
    public DateTimeOffset At { get; init; }
}
