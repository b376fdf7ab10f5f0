using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Referrals;

/// <summary>A referral as staff see it: both people, why it waits, and who decided.</summary>
public sealed record ReferralCase
{
    public required Guid Id { get; init; }
    public required string Referrer { get; init; }
    public required string ReferrerPublicId { get; init; }
    public required string Referee { get; init; }
    public required string RefereePublicId { get; init; }
    public required ReferralStatus Status { get; init; }
    public required ReferralWay Way { get; init; }
    public required string DoubtText { get; init; }
    public required string? OrderNumber { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? CompletedAt { get; init; }
    public required DateTimeOffset? DecidedAt { get; init; }
    public required string? DecidedBy { get; init; }
    public required string? Note { get; init; }

    public IReadOnlyList<ReferralDoubt> Doubts =>
        [.. DoubtText.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ReferralDoubt>)];
}
