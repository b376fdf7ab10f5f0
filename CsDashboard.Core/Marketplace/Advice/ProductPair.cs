using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Advice;

/// <summary>On how many orders two products stand together; a product with itself, on how many it stands at all.</summary>
public sealed class ProductPair : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid ProductId { get; init; }
    public Guid OtherId { get; init; }
    public int Orders { get; set; }
}
