using CsDashboard.Foundation.Events;

namespace CsDashboard.Engagement.Rewards;

/// <summary>A customer took a reward; loyalty gives its points.</summary>
public sealed record RewardClaimed(Guid ClaimId, Guid CustomerId, RewardKind Kind, string Key, int Points, int Discount) : IEvent
{
    public Subject About => new("reward", ClaimId);
    public (string, object?[]) Sentence => ("Event_RewardClaimed", [Points, Discount]);
    public object? After =>
        new
        {
            Kind,
            Points,
            Discount,
        };
    public Guid? ForCustomer => CustomerId;
}

public sealed record MilestoneReached(Guid MilestoneId, Guid CustomerId, string Key) : IEvent
{
    public Subject About => new("reward", MilestoneId);
    public (string, object?[]) Sentence =>
        Key.Split('-') is ["orders", var orders]
            ? ("Event_MilestoneOrders", [orders])
            : ("Event_MilestoneTier", [new SaidWord(RewardWords.TierOf(Key))]);
    public Guid? ForCustomer => CustomerId;
}

public sealed record RewardTermsChanged(Guid TenantId, RewardKind Kind, TermsInput From, TermsInput To) : IEvent
{
    public Subject About => new("reward_terms", TenantId);
    public (string, object?[]) Sentence => ("Event_RewardTermsChanged", [new SaidWord("RewardKind_" + Kind)]);
    public object? Before => From;
    public object? After => To;
}

/// <summary>A holiday was added (with nothing before) or changed.</summary>
public sealed record HolidayChanged(Guid HolidayId, string Name, HolidayInput? From, HolidayInput To) : IEvent
{
    public Subject About => new("holiday", HolidayId);
    public (string, object?[]) Sentence => ("Event_HolidayChanged", [Name]);
    public object? Before => From;
    public object? After => To;
}

/// <summary>A voucher was added (with nothing before) or changed.</summary>
public sealed record VoucherChanged(Guid VoucherId, string Name, VoucherInput? From, VoucherInput To) : IEvent
{
    public Subject About => new("voucher", VoucherId);
    public (string, object?[]) Sentence => (From is null ? "Event_VoucherMade" : "Event_VoucherChanged", [Name]);
    public object? Before => From;
    public object? After => To;
}

/// <summary>A customer bought one with points. The event doesn't hold the code, which is as good as money.</summary>
public sealed record VoucherRedeemed(Guid VoucherId, Guid OfferId, Guid CustomerId, string Name, int Points) : IEvent
{
    public Subject About => new("voucher", VoucherId);
    public (string, object?[]) Sentence => ("Event_VoucherRedeemed", [Name, Points]);
    public object? After => new { Name, Points };
    public Guid? ForCustomer => CustomerId;
}
