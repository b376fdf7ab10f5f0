using CsDashboard.Foundation.Events;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>An entry of the ledger was written. Points are what it did to the balance.</summary>
public sealed record PointsBooked(Guid EntryId, Guid CustomerId, EntryKind Kind, long Points, long Balance, string? Reason) : IEvent
{
    public Subject About => new("points", CustomerId);
    string IEvent.Action => "POINTS_" + Kind.ToString().ToUpperInvariant();
    public (string, object?[]) Sentence =>
        (
            Kind switch
            {
                EntryKind.Earned => "Event_PointsEarned",
                EntryKind.Redeemed => "Event_PointsRedeemed",
                EntryKind.Expired => "Event_PointsExpired",
                EntryKind.Bonus => "Event_PointsGiven",
                EntryKind.Reversed => "Event_PointsReversed",
            },
            [Math.Abs(Points), Balance]
        );
    public object? After =>
        new
        {
            Points,
            Balance,
            Reason,
        };
    public Guid? ForCustomer => CustomerId;
}

public sealed record LoyaltyTierChanged(Guid CustomerId, LoyaltyTier From, LoyaltyTier To) : IEvent
{
    public Subject About => new("points", CustomerId);
    public (string, object?[]) Sentence => ("Event_LoyaltyTierChanged", [new SaidWord("Tier_" + To)]);
    public object? Before => new { Tier = From };
    public object? After => new { Tier = To };
    public Guid? ForCustomer => CustomerId;
}

/// <summary>Points will expire within the time of warning; On is when the first of them do.</summary>
public sealed record PointsExpiring(Guid CustomerId, long Points, DateTimeOffset On) : IEvent
{
    public Subject About => new("points", CustomerId);
    public (string, object?[]) Sentence => ("Event_PointsExpiring", [Points]);
    public Guid? ForCustomer => CustomerId;
}

/// <summary>A rule by which points are earned was made (with nothing before) or changed.</summary>
public sealed record EarningRuleChanged(Guid RuleId, string Name, RuleInput? From, RuleInput To) : IEvent
{
    public Subject About => new("earning_rule", RuleId);
    public (string, object?[]) Sentence => (From is null ? "Event_EarningRuleMade" : "Event_EarningRuleChanged", [Name]);
    public object? Before => From;
    public object? After => To;
}
