using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>Orders in a currency have to be revalued, since its rates or the company's currency changed.</summary>
public sealed class Reckoning : ITenantOwned
{
    public Guid TenantId { get; set; }
    public required string Currency { get; init; }
}
