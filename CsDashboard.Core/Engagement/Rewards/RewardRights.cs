using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Engagement.Rewards;

public static class RewardRights
{
    public static readonly Right See = new("rewards.see", Role.Agent, Role.Admin, Role.Service);

    /// <summary>Claiming for a customer; customers claim their own.</summary>
    public static readonly Right Claim = new("rewards.claim", Role.Agent, Role.Admin, Role.Service);
    public static readonly Right Rule = new("rewards.rule", Role.Admin);
}
