using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>An order is paid, and the pool has too few keys for it.</summary>
public sealed record KeysLacking(Guid OrderId, Guid CustomerId, string Number, int ProductNumber, string Product, int Missing) : IEvent
{
    public Subject About => new("order", OrderId);
    public (string, object?[]) Sentence => ("Event_KeysLacking", [Missing, Product, Number]);
    public object? After => new { Product, Missing };
    public Guid? ForCustomer => CustomerId;
}
