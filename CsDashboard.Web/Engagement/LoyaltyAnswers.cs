using CsDashboard.Accounts;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

public sealed record PointsLine
{
    public required Guid Id { get; init; }
    public required long Points { get; init; }
    public required string Reason { get; init; }
    public required string Type { get; init; }
    public required string Kind { get; init; }
    public required long BalanceAfter { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? AvailableFrom { get; init; }
    public required DateTimeOffset? ExpiresAt { get; init; }

    // Types are earned and redeemed, redeemed below zero (contract: membership, Earning).
    internal static PointsLine Of(EntryView e) =>
        new()
        {
            Id = e.Id,
            Points = e.Points,
            Reason = e.Title + ": " + e.Why,
            Type = e.Points < 0 ? "redeemed" : "earned",
            Kind = e.Kind.ToString().ToLowerInvariant(),
            BalanceAfter = e.BalanceAfter,
            CreatedAt = e.At,
            AvailableFrom = e.AvailableFrom,
            ExpiresAt = e.ExpiresAt,
        };
}

public sealed record LoyaltyAnswer
{
    public required string CustomerId { get; init; }
    public required long Points { get; init; }
    public required string Tier { get; init; }
    public required DateTimeOffset JoinDate { get; init; }
    public required decimal TotalSpent { get; init; }
    public required IReadOnlyList<PointsLine> PointsHistory { get; init; }
    public required long AvailablePoints { get; init; }
    public required long LockedPoints { get; init; }
    public required long ExpiringPoints { get; init; }
    public required long LifetimePoints { get; init; }
    public required long RedeemedPoints { get; init; }
    public required DateTimeOffset TierSince { get; init; }
    public required string? NextTier { get; init; }
    public required long? PointsToNextTier { get; init; }
}

public sealed record BalanceAnswer(
    string CustomerId,
    long Points,
    string Tier,
    string? RewardId,
    string? Code = null,
    DateTimeOffset? CodeExpiresAt = null
);

public sealed record TierAnswer(
    string Name,
    string Title,
    string Icon,
    long MinPoints,
    long MaxPoints,
    IReadOnlyList<string> Benefits,
    int Discount
);

public sealed record MethodAnswer(string Icon, string Title, string Description, decimal Points, bool PerUnit);
