using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>A way to send goods is no longer one.</summary>
public sealed record ShippingMethodRemoved(Guid MethodId, ShippingMethodInput Was) : IEvent
{
    public Subject About => new("shipping_method", MethodId);
    public (string, object?[]) Sentence => ("Event_ShippingRemoved", [Was.NameEn]);
    public object? Before => Was;
    public object? After => null;
}
