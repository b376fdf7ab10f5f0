using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>What a company has set for its shop.</summary>
public sealed record ShopTermsChanged(Guid TenantId, ShopTermsInput From, ShopTermsInput To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => ("Event_ShopTerms", []);
    public object? Before => From;
    public object? After => To;
}
