using CsDashboard.Web.Server;

namespace CsDashboard.Web.Analytics;

[SnakeCase]
public sealed class MarketEventBody
{
    public string? UserId { get; set; }
    public string? EventType { get; set; }
    public string? SessionId { get; set; }
    public int? ProductId { get; set; }
    public int? CategoryId { get; set; }
    public string? SearchQuery { get; set; }
    public string? PriceRange { get; set; }
}
