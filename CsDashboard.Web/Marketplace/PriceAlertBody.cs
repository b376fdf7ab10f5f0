using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed class PriceAlertBody
{
    public string? UserId { get; set; }
    public int? ProductId { get; set; }
    public decimal? TargetPrice { get; set; }
}
