using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>Orders of a currency are to be reckoned anew, since its rates are others or the company's currency is.</summary>
public sealed class Reckoning : ITenantOwned
{
    public Guid TenantId { get; set; }
    public required string Currency { get; init; }
}
