using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>A customer has a membership tier that they paid for.</summary>
public sealed record AccessBegan(Guid GrantId, Guid CustomerId, string Name, string Tier, DateTimeOffset Until, string OrderNumber) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_AccessBegan", [Name, new SaidWord("Membership_" + Tier), OrderNumber]);
    public object? After => new { Tier, Until };
    public Guid? ForCustomer => CustomerId;
}
