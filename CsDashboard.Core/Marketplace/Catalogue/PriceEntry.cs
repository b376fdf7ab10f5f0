using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>What a variant has cost since when. Only ever added to: what was a price stays known.</summary>
public sealed class PriceEntry : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid ProductId { get; init; }
    public Guid VariantId { get; init; }
    public decimal Price { get; init; }
    public decimal? ComparePrice { get; init; }
    public DateTimeOffset From { get; init; }

    /// <summary>Who set it.</summary>
    public string? By { get; init; }
}
