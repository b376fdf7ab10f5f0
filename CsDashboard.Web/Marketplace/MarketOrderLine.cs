using CsDashboard.Marketplace;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed record MarketOrderLine
{
    public required int? ProductId { get; init; }
    public required Guid? VariantId { get; init; }
    public required string ProductName { get; init; }
    public required string? Sku { get; init; }
    public required int Quantity { get; init; }
    public required decimal Price { get; init; }
    public required decimal Discount { get; init; }
    public required decimal Total { get; init; }
    public required decimal Refunded { get; init; }

    internal static MarketOrderLine Of(OwnOrderLine line) =>
        new()
        {
            ProductId = line.ProductNumber,
            VariantId = line.VariantId,
            ProductName = line.Name,
            Sku = line.Sku,
            Quantity = line.Quantity,
            Price = line.UnitPrice,
            Discount = line.Discount,
            Total = line.Amount,
            Refunded = line.Refunded,
        };
}
