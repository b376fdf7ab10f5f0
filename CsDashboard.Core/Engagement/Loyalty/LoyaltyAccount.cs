using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>
/// A customer's points in sums, kept in the transaction of every entry, so that reading them costs the same for ten entries
/// and for ten thousand. They are what the entries add up to (a test recomputes them from nothing).
/// </summary>
public sealed class LoyaltyAccount : ITenantOwned
{
    public Guid CustomerId { get; init; }
    public Guid TenantId { get; set; }

    /// <summary>Everything that is left, locked points included; the sum of what the <see cref="PointLot"/>s have left.</summary>
    public long Balance { get; private set; }

    /// <summary>All points ever earned, less what was taken back. Decides the tier; redeeming and expiring leave it as it is.</summary>
    public long Lifetime { get; private set; }
    public long Redeemed { get; private set; }
    public LoyaltyTier Tier { get; private set; }
    public DateTimeOffset TierSince { get; private set; }
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>When the last entry was written; the next one is later, so that the ledger reads in the order of its writing.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>Counts an entry. Gives the previous tier if the tier changed.</summary>
    internal LoyaltyTier? Count(LoyaltyEntry entry)
    {
        if (entry.Kind == EntryKind.Redeemed)
            Redeemed -= entry.Points;
        return Settle(Balance + entry.Points, Lifetime + entry.Lifetime, Redeemed, entry.At);
    }

    /// <summary>Takes over recomputed sums.</summary>
    internal LoyaltyTier? Settle(long balance, long lifetime, long redeemed, DateTimeOffset at)
    {
        var before = Tier;
        (Balance, Lifetime, Redeemed, LastAt, Tier) = (balance, lifetime, redeemed, at, TierTerms.At(lifetime));
        if (Tier == before)
            return null;
        TierSince = at;
        return before;
    }

    internal static LoyaltyAccount Of(Guid customerId, DateTimeOffset at) =>
        new()
        {
            CustomerId = customerId,
            JoinedAt = at,
            TierSince = at,
        };
}
