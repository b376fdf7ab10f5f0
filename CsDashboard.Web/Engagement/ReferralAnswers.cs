using CsDashboard.Engagement;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

public sealed record ReferralLinkAnswer(string ReferralCode, string ReferralLink, string ShortCode, DateTimeOffset ExpiresAt);

public sealed record ReferralTracked(Guid Id, string ReferrerId, string ReferredId, long Reward, string Status);

public sealed record ReferralItem
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset Date { get; init; }
    public required long Reward { get; init; }
    public required string Status { get; init; }
    public required string ReferredCustomerId { get; init; }
    public required long RewardAmount { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? CompletedAt { get; init; }
}

public sealed record ReferralRewardsAnswer(
    long TotalRewards,
    long CompletedRewards,
    long PendingRewards,
    int TotalReferred,
    long ClaimedRewards
);

public sealed record ReferralStatsAnswer(
    int TotalReferrals,
    int TotalReferred,
    long TotalRewards,
    int SuccessRate,
    int SuccessfulReferrals,
    int ConversionRate,
    DateTimeOffset? LastReferral,
    int Clicks
);
