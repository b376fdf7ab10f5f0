using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Engagement;

[SnakeCase]
public sealed record MarketLoyaltyAnswer
{
    // Beyond the last tier the original counts on to a bound that means nothing.
    private const long BeyondPlatinum = 15_000;

    public required string UserId { get; init; }

    /// <summary>What can be spent now; the same as PointsBalance.</summary>
    public required long Points { get; init; }
    public required long PointsBalance { get; init; }
    public required string Tier { get; init; }

    /// <summary>With those that are still locked.</summary>
    public required long TotalPointsEarned { get; init; }
    public required long TotalPointsRedeemed { get; init; }

    /// <summary>Those that decide the tier.</summary>
    public required long TierPoints { get; init; }
    public required long NextTierPoints { get; init; }
    public required long LockedPoints { get; init; }

    internal static MarketLoyaltyAnswer Of(LoyaltyView account, string? asked) =>
        new()
        {
            UserId = asked?.Trim() ?? account.PublicId,
            Points = account.Available,
            PointsBalance = account.Available,
            Tier = Word.Of(account.Tier),
            TotalPointsEarned = account.Lifetime,
            TotalPointsRedeemed = account.Redeemed,
            TierPoints = account.Lifetime,
            NextTierPoints = account.Terms.Next?.MinPoints ?? BeyondPlatinum,
            LockedPoints = account.Locked,
        };
}

[SnakeCase]
public sealed record MarketBalanceAnswer
{
    public required string Message { get; init; }
    public required string UserId { get; init; }
    public required long PointsBalance { get; init; }
    public required string Tier { get; init; }

    internal static MarketBalanceAnswer Of(PointsBalance balance, string message) =>
        new()
        {
            Message = message,
            UserId = balance.PublicId,
            PointsBalance = balance.Available,
            Tier = Word.Of(balance.Tier),
        };
}

/// <summary>A line of the ledger in the market's four kinds; one that took points back is redeemed, and says so.</summary>
[SnakeCase]
public sealed record MarketPointsLine
{
    public required Guid Id { get; init; }
    public required string UserId { get; init; }
    public required Guid? OrderId { get; init; }
    public required string TransactionType { get; init; }
    public required long Points { get; init; }
    public required string Description { get; init; }
    public required bool Reversal { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? AvailableFrom { get; init; }

    internal static MarketPointsLine Of(EntryView entry, string userId) =>
        new()
        {
            Id = entry.Id,
            UserId = userId,
            OrderId = entry.OrderId,
            TransactionType = entry.Kind switch
            {
                EntryKind.Earned => "earned",
                EntryKind.Redeemed or EntryKind.Reversed => "redeemed",
                EntryKind.Expired => "expired",
                EntryKind.Bonus => "bonus",
            },
            Points = entry.Points,
            Description = entry.Written ?? $"{entry.Title}: {entry.Why}",
            Reversal = entry.Kind == EntryKind.Reversed,
            CreatedAt = entry.At,
            AvailableFrom = entry.AvailableFrom,
        };
}
