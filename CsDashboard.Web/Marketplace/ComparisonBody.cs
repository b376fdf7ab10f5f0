using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed class ComparisonBody
{
    public string? UserId { get; set; }
    public string? Name { get; set; }
    public IReadOnlyList<int>? ProductIds { get; set; }
}
