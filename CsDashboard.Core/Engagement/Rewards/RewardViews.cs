namespace CsDashboard.Engagement;

/// <summary>Upcoming: its day is still to come. Open: it can be claimed. Expired: it was not, in time.</summary>
public enum RewardState { Open, Upcoming, Claimed, Expired }

/// <summary>A reward of a customer, in their language. Code is for the discount and there once it is claimed.</summary>
public sealed record RewardView(
    string Id, string Key, RewardKind Kind, string Icon, string Title, string Description, int Points, int Discount, DateTimeOffset EventDate, DateTimeOffset ExpiresAt, DateTimeOffset? ClaimedAt, string? Code, RewardState State)
{
    public int DaysUntil(DateTimeOffset now) => (int)Math.Ceiling((EventDate - now).TotalDays);

    /// <summary>rules.md 002: once, in its time, points and discount.</summary>
    public IReadOnlyList<string> Terms => [Words.Of("Reward_TermsOnce"), Words.Of("Reward_TermsTime"), Words.Of("Reward_TermsDiscount", Discount)];
}

/// <summary>A kind of reward as anyone may read it.</summary>
public sealed record RewardKindView(RewardKind Kind, string Icon, string Title, string Description, string Frequency, int Points, int Discount, int ValidDays, bool IsOn);

public sealed record HolidayView(Guid Id, string Name, string? NameAr, DateOnly Date, bool IsYearly, int Days, bool IsOn);
