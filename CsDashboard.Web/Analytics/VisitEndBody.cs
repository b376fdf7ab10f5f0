using CsDashboard.Web.Server;

namespace CsDashboard.Web.Analytics;

[SnakeCase]
public sealed class VisitEndBody
{
    public string? SessionId { get; set; }
}
