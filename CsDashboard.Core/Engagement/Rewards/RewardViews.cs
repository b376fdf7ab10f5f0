namespace CsDashboard.Engagement.Rewards;

/// <summary>Upcoming: its day is still ahead. Open: it can be claimed. Expired: it was not claimed in time.</summary>
public enum RewardState
{
    Open,
    Upcoming,
    Claimed,
    Expired,
}

/// <summary>A reward of a customer, in their language. Code is for the discount and set once it is claimed.</summary>
public sealed record RewardView
{
    public required string Id { get; init; }
    public required string Key { get; init; }
    public required RewardKind Kind { get; init; }
    public required string Icon { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required int Points { get; init; }
    public required int Discount { get; init; }
    public required DateTimeOffset EventDate { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required DateTimeOffset? ClaimedAt { get; init; }
    public required string? Code { get; init; }
    public required RewardState State { get; init; }

    public int DaysUntil(DateTimeOffset now) => (int)Math.Ceiling((EventDate - now).TotalDays);

    /// <summary>Once, in its time, points and discount (contract: membership, Rewards).</summary>
    public IReadOnlyList<string> Terms =>
        [Words.Of("Reward_TermsOnce"), Words.Of("Reward_TermsTime"), Words.Of("Reward_TermsDiscount", Discount)];
}

/// <summary>A kind of reward as anyone may read it.</summary>
public sealed record RewardKindView
{
    public required RewardKind Kind { get; init; }
    public required string Icon { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string Frequency { get; init; }
    public required int Points { get; init; }
    public required int Discount { get; init; }
    public required int ValidDays { get; init; }
    public required bool IsOn { get; init; }
}

public sealed record HolidayView(Guid Id, string Name, string? NameAr, DateOnly Date, bool IsYearly, int Days, bool IsOn);
