using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Engagement.Loyalty;

public static class LoyaltyRights
{
    public static readonly Right See = new("loyalty.see", Role.Agent, Role.Admin, Role.Service);

    /// <summary>Points by hand, and redeeming for a customer.</summary>
    public static readonly Right Give = new("loyalty.give", Role.Agent, Role.Admin, Role.Service);

    /// <summary>The rules by which points are earned, and the figures.</summary>
    public static readonly Right Rule = new("loyalty.rule", Role.Admin);
}
