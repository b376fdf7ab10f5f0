using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>
/// A parcel of an order was sent, or has arrived. With the last one the order moves too, and whoever hears of orders need not hear of it.
/// </summary>
public sealed record ParcelMoved(Guid OrderId, Guid CustomerId, string Number, int Place, int Items, bool HasArrived, bool IsLast) : IEvent
{
    public Subject About => new("order", OrderId);
    public (string, object?[]) Sentence => (HasArrived ? "Event_ParcelArrived" : "Event_ParcelSent", [Place, Number, Items]);
    public object? After => new { Place, Items };
    public Guid? ForCustomer => CustomerId;
}
