using CsDashboard.Foundation;
using CsDashboard.Web.Identity;

namespace CsDashboard.Web.Server;

/// <summary>How many calls one address has at a door within any minute and any hour; 0 is no limit.</summary>
public readonly record struct Budget(int PerMinute, int PerHour)
{
    public bool IsNone => this is { PerMinute: 0, PerHour: 0 };
}
