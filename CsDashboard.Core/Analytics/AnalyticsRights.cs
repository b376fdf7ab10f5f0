using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Analytics;

public static class AnalyticsRights
{
    public static readonly Right See = new("analytics.see", Role.Admin);
}
