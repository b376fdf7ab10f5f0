using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Engagement.Segments;

public static class SegmentRights
{
    public static readonly Right See = new("segments.see", Role.Agent, Role.Admin, Role.Service);

    /// <summary>A customer's segment by hand.</summary>
    public static readonly Right Set = new("segments.set", Role.Agent, Role.Admin, Role.Service);

    /// <summary>The bounds, and segments of the company's own.</summary>
    public static readonly Right Rule = new("segments.rule", Role.Admin);
}
