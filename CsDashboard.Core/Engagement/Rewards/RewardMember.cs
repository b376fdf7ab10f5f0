using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>How many orders of a customer count, for milestones; kept by events. Of a record that leads to another one: how many it brought along.</summary>
public sealed class RewardMember : ITenantOwned
{
    public Guid CustomerId { get; init; }
    public Guid TenantId { get; set; }
    public int Orders { get; set; }
}
