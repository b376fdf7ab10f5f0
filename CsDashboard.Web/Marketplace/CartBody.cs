using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>A line of a cart: a product by its number, or one of its variants.</summary>
[SnakeCase]
public sealed class CartBody
{
    public string? UserId { get; set; }
    public int? ProductId { get; set; }
    public Guid? VariantId { get; set; }
    public int? Quantity { get; set; }
}
