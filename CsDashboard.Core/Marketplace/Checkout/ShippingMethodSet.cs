using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>A way to send goods is new, or other than before.</summary>
public sealed record ShippingMethodSet(Guid MethodId, ShippingMethodInput? From, ShippingMethodInput To) : IEvent
{
    public Subject About => new("shipping_method", MethodId);
    public (string, object?[]) Sentence => ("Event_ShippingSet", [To.NameEn]);
    public object? Before => From;
    public object? After => To;
}
