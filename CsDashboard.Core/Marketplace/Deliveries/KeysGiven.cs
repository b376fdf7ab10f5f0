using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>A buyer was given licence keys from the pool, or is told of them once more.</summary>
public sealed record KeysGiven(Guid OrderId, Guid CustomerId, string Number, string Product, int Count, bool Again) : IEvent
{
    public Subject About => new("order", OrderId);
    public (string, object?[]) Sentence => (Again ? "Event_KeysSentAgain" : "Event_KeysGiven", [Count, Product, Number]);
    public object? After => new { Product, Count };
    public Guid? ForCustomer => CustomerId;
}
