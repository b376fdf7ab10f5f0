using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>Something ordered past the cart. The price is the server's; another one here is told.</summary>
[SnakeCase]
public sealed class OrderItemBody
{
    public int? ProductId { get; set; }
    public Guid? VariantId { get; set; }
    public int? Quantity { get; set; }
    public decimal? Price { get; set; }
}
