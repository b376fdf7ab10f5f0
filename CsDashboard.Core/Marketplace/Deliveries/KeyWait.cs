using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>A paid line for which the pool had too few keys; whoever waits longest is served first.</summary>
public sealed class KeyWait : ITenantOwned
{
    public Guid LineId { get; init; }
    public Guid TenantId { get; set; }
    public Guid OrderId { get; init; }
    public Guid VariantId { get; init; }
    public int Missing { get; set; }
    public DateTimeOffset Since { get; init; }
}
