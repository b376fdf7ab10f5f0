using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed class ReturnItemBody
{
    public int? ProductId { get; set; }
    public int? Quantity { get; set; }
    public string? Reason { get; set; }
}
