using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Carts;

/// <summary>A line as it would be bought now.</summary>
public sealed record CartLineView
{
    public required int Number { get; init; }
    public required Guid VariantId { get; init; }
    public required Guid ProductId { get; init; }
    public required int ProductNumber { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Label { get; init; }
    public required GoodsKind Kind { get; init; }
    public ProductPicture? Picture { get; init; }
    public required int Quantity { get; init; }
    public required decimal UnitPrice { get; init; }

    /// <summary>What one cost when it was put in, if that was another price.</summary>
    public decimal? PriceBefore { get; init; }
    public required CartFault Fault { get; init; }

    /// <summary>The most that can be bought now; null for as many as one likes.</summary>
    public int? Most { get; init; }
    public required int Least { get; init; }
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>How many there were before less of it was left when two carts became one.</summary>
    public int? CappedFrom { get; init; }
    public decimal Total => Quantity * UnitPrice;
}
