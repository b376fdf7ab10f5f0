using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Analytics;

public static class AnalyticsRights
{
    public static readonly Right See = new("analytics.see", Role.Admin);

    /// <summary>What people did here, and hints from it.</summary>
    public static readonly Right Behaviour = new("analytics.behaviour", Role.Agent, Role.Admin, Role.Service);
}
