using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>What members of a tier pay for a variant, where that is less.</summary>
public sealed class TierPrice : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid VariantId { get; init; }
    public required string Tier { get; init; }
    public decimal Price { get; set; }
}
