using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Payments;

/// <summary>A company's account at Stripe is another, or on, or off. Keys are known by their last letters.</summary>
public sealed record StripeChanged(Guid TenantId, StripeFacts From, StripeFacts To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => (To.IsOn ? "Event_StripeOn" : "Event_StripeOff", []);
    public object? Before => From;
    public object? After => To;
}
