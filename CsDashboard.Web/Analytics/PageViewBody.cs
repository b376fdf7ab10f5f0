using CsDashboard.Web.Server;

namespace CsDashboard.Web.Analytics;

[SnakeCase]
public sealed class PageViewBody
{
    public string? SessionId { get; set; }
    public string? UserId { get; set; }
    public string? PageUrl { get; set; }
    public string? PageTitle { get; set; }
    public string? Referrer { get; set; }
    public int? TimeSpent { get; set; }
    public int? ScrollDepth { get; set; }
}
