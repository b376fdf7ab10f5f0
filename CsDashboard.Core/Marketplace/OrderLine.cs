using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace;

public sealed class OrderLine
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid OrderId { get; internal set; }
    public int Place { get; internal set; }
    public required string Name { get; init; }
    public string? Sku { get; init; }
    public string? Category { get; init; }
    public int Quantity { get; init; }
    public decimal UnitPrice { get; init; }

    /// <summary>What was bought, if it is of our catalogue.</summary>
    public Guid? ProductId { get; set; }
    public Guid? VariantId { get; set; }
    public GoodsKind? Kind { get; init; }

    /// <summary>The line's share of what the goods cost, in whole coins, so that the lines add up to it. Null for a told order.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Its shares of the order's discount and of its tax.</summary>
    public decimal? Discount { get; init; }
    public decimal? TaxShare { get; init; }

    /// <summary>What went back to the customer of it.</summary>
    public decimal? Refunded { get; internal set; }

    /// <summary>So many of it were to be sent, and are not any more.</summary>
    public int NotSent { get; internal set; }

    internal OrderLine At(Guid orderId, int place)
    {
        (OrderId, Place) = (orderId, place);
        return this;
    }

    internal (string, string?, string?, int, decimal) Words => (Name, Sku, Category, Quantity, UnitPrice);
}
