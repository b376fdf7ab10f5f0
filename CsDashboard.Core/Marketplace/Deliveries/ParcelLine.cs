using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>So many of a line of the order.</summary>
public sealed class ParcelLine
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid ParcelId { get; init; }
    public Guid OrderLineId { get; init; }
    public int Quantity { get; init; }
}
