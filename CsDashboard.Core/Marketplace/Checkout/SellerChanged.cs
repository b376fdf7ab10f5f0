using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>Invoices of orders from now on name another seller.</summary>
public sealed record SellerChanged(Guid TenantId, SellerInput From, SellerInput To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => ("Event_ShopSeller", []);
    public object? Before => From;
    public object? After => To;
}
