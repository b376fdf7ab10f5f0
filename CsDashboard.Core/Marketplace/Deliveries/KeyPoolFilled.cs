using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>Keys were added to the pool of a product, or unused ones taken out of it.</summary>
public sealed record KeyPoolFilled(Guid ProductId, string Product, int Count) : IEvent
{
    public Subject About => new("product", ProductId);
    public (string, object?[]) Sentence => (Count < 0 ? "Event_KeysRemoved" : "Event_KeysAdded", [Math.Abs(Count), Product]);
    public object? After => new { Count };
}
