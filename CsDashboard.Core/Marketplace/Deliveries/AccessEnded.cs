using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>
/// A membership tier that was bought is over or went back; the customer has another since, or the same by something else.
/// </summary>
public sealed record AccessEnded(Guid GrantId, Guid CustomerId, string Name, string Tier, bool TakenBack, string Now) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence =>
        (TakenBack ? "Event_AccessTakenBack" : "Event_AccessEnded", [Name, new SaidWord("Membership_" + Tier)]);
    public object? Before => new { Tier };
    public object? After => new { Tier = Now };
    public Guid? ForCustomer => CustomerId;
}
