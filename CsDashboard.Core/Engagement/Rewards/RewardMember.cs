using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>
/// How many orders of a customer count towards milestones, kept up by events. For a merged record: how many it brought along.
/// </summary>
public sealed class RewardMember : ITenantOwned
{
    public Guid CustomerId { get; init; }
    public Guid TenantId { get; set; }
    public int Orders { get; set; }
}
