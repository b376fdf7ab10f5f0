using CsDashboard.Foundation.Events;

namespace CsDashboard.Engagement;

/// <summary>Somebody who was referred has ordered and the gates are passed; both sides are rewarded by the rules of loyalty.</summary>
public sealed record ReferralCompleted(Guid ReferralId, Guid ReferrerId, Guid RefereeId, string OrderNumber) : IEvent
{
    public Subject About => new("referral", ReferralId);
    public (string, object?[]) Sentence => ("Event_ReferralCompleted", [OrderNumber]);
    public Guid? ForCustomer => ReferrerId;
}
