using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Stock;

/// <summary>Stock with what it is stock of.</summary>
internal sealed class NamedStock
{
    public required StockItem Item { get; init; }
    public required ProductVariant Variant { get; init; }
    public required Product Product { get; init; }
}
