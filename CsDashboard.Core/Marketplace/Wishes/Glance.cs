using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Wishes;

/// <summary>When a customer last looked at a product.</summary>
public sealed class Glance : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public int Number { get; init; }
    public Guid CustomerId { get; init; }
    public Guid ProductId { get; init; }
    public DateTimeOffset At { get; internal set; }
}
