using CsDashboard.Foundation.Events;

namespace CsDashboard.Engagement.Referrals;

public sealed record ReferralMade(Guid ReferralId, Guid ReferrerId, Guid RefereeId, ReferralWay Way) : IEvent
{
    public Subject About => new("referral", ReferralId);
    public (string, object?[]) Sentence => ("Event_ReferralMade", []);
    public object? After => new { Status = ReferralStatus.Pending, Way };
    public Guid? ForCustomer => ReferrerId;
}

/// <summary>The first order came, and something is to be looked at before it counts.</summary>
public sealed record ReferralHeld(Guid ReferralId, Guid ReferrerId, Guid RefereeId, string OrderNumber, IReadOnlyList<ReferralDoubt> Doubts)
    : IEvent
{
    public Subject About => new("referral", ReferralId);
    public (string, object?[]) Sentence => ("Event_ReferralHeld", [OrderNumber]);
    public object? Before => new { Status = ReferralStatus.Pending };
    public object? After => new { Status = ReferralStatus.Held, Doubts };
    public Guid? ForCustomer => ReferrerId;
}

/// <summary>The first order of the referred customer completed it.</summary>
public sealed record ReferralCompleted(Guid ReferralId, Guid ReferrerId, Guid RefereeId, string OrderNumber) : IReferralTurn
{
    bool IReferralTurn.Completes => true;
    public Subject About => new("referral", ReferralId);
    public (string, object?[]) Sentence => ("Event_ReferralCompleted", [OrderNumber]);
    public object? After => new { Status = ReferralStatus.Completed, OrderNumber };
    public Guid? ForCustomer => ReferrerId;
}

/// <summary>
/// The order that completed it was cancelled or came back: what was given for it goes back, too, until an agent has decided.
/// </summary>
public sealed record ReferralReopened(
    Guid ReferralId,
    Guid ReferrerId,
    Guid RefereeId,
    string OrderNumber,
    IReadOnlyList<ReferralDoubt> Doubts
) : IReferralTurn
{
    bool IReferralTurn.Completes => false;
    public Subject About => new("referral", ReferralId);
    public (string, object?[]) Sentence => ("Event_ReferralReopened", [OrderNumber]);
    public object? Before => new { Status = ReferralStatus.Completed };
    public object? After => new { Status = ReferralStatus.Held, Doubts };
    public Guid? ForCustomer => ReferrerId;
}

/// <summary>An agent looked at one that was held, and decided.</summary>
public sealed record ReferralDecided(
    Guid ReferralId,
    Guid ReferrerId,
    Guid RefereeId,
    bool Approved,
    IReadOnlyList<ReferralDoubt> Doubts,
    string? Note
) : IEvent
{
    public Subject About => new("referral", ReferralId);
    public (string, object?[]) Sentence => (Approved ? "Event_ReferralApproved" : "Event_ReferralDeclined", []);
    public object? Before => new { Status = ReferralStatus.Held, Doubts };
    public object? After => new { Status = Approved ? ReferralStatus.Completed : ReferralStatus.Declined, Note };
    public Guid? ForCustomer => ReferrerId;
}
