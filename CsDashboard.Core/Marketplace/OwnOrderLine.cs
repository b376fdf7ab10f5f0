using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace;

public sealed record OwnOrderLine
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string? Sku { get; init; }
    public required int Quantity { get; init; }
    public required decimal UnitPrice { get; init; }
    public required decimal Amount { get; init; }
    public required decimal Discount { get; init; }

    /// <summary>After its discount, with its tax.</summary>
    public required decimal Paid { get; init; }
    public required decimal Refunded { get; init; }

    /// <summary>The most that can still go back for it.</summary>
    public required decimal Refundable { get; init; }

    /// <summary>How many are still to be sent, and how many are not sent any more.</summary>
    public required int ToSend { get; init; }
    public required int NotSent { get; init; }
    public required Guid? ProductId { get; init; }
    public required Guid? VariantId { get; init; }
    public required int? ProductNumber { get; init; }
    public required string? Slug { get; init; }

    /// <summary>How the product looks by now.</summary>
    public ProductPicture? Picture { get; init; }
}
