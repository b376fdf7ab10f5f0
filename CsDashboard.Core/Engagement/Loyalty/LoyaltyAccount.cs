using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement;

/// <summary>
/// A customer's points in sums, kept in the transaction of every entry, so that reading them costs the same for ten entries
/// and for ten thousand. They are what the entries add up to (a test recomputes them from nothing).
/// </summary>
public sealed class LoyaltyAccount : ITenantOwned
{
    public Guid CustomerId { get; init; }
    public Guid TenantId { get; set; }
    /// <summary>Everything that is left, points that are locked included; what <see cref="PointLot"/>s have left together.</summary>
    public long Balance { get; private set; }
    /// <summary>Earned altogether, less what was taken back. Decides the tier; redeeming and expiring leave it as it is.</summary>
    public long Lifetime { get; private set; }
    public long Redeemed { get; private set; }
    public LoyaltyTier Tier { get; private set; }
    public DateTimeOffset TierSince { get; private set; }
    public DateTimeOffset JoinedAt { get; init; }
    /// <summary>When the last entry was written; the next one is later, so that the ledger reads in the order of its writing.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>Counts an entry. Gives the tier that was before when it is another one now.</summary>
    internal LoyaltyTier? Count(LoyaltyEntry entry)
    {
        if (entry.Kind == EntryKind.Redeemed) Redeemed -= entry.Points;
        return Settle(Balance + entry.Points, Lifetime + entry.Lifetime, Redeemed, entry.At);
    }

    /// <summary>Takes over sums that were added up anew.</summary>
    internal LoyaltyTier? Settle(long balance, long lifetime, long redeemed, DateTimeOffset at)
    {
        var before = Tier;
        (Balance, Lifetime, Redeemed, LastAt, Tier) = (balance, lifetime, redeemed, at, TierTerms.At(lifetime));
        if (Tier == before) return null;
        TierSince = at;
        return before;
    }

    internal static LoyaltyAccount Of(Guid customerId, DateTimeOffset at) => new() { CustomerId = customerId, JoinedAt = at, TierSince = at };
}

public enum EntryKind { Earned, Redeemed, Expired, Bonus, Reversed }

/// <summary>A line of the ledger. Never changed; who is erased loses its <see cref="Reason"/>, which people wrote.</summary>
public sealed class LoyaltyEntry : ITenantOwned
{
    public const int MaxReason = 200;

    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }
    public DateTimeOffset At { get; init; }
    public EntryKind Kind { get; init; }
    /// <summary>What it does to the balance; less than zero where points go.</summary>
    public long Points { get; init; }
    /// <summary>What it does to the points earned in a lifetime. Of a reversal it may be more than <see cref="Points"/>: what was spent is not asked back.</summary>
    public long Lifetime { get; init; }
    public long BalanceAfter { get; init; }
    /// <summary>The rule that gave or took; null where a person, a reward or time did.</summary>
    public Guid? RuleId { get; init; }
    /// <summary>The event it follows from; one entry for an event and a rule, however often the event is told.</summary>
    public long? EventId { get; init; }
    /// <summary>What it is for, the same for points and their reversal: order/ID, ticket/ID, reward/ID.</summary>
    public string? Source { get; init; }
    /// <summary>The number of the order or ticket, or what the person who gave wrote.</summary>
    public string? Reason { get; init; }
    /// <summary>The amount that points were counted from, and points for each unit of it, as they were then.</summary>
    public decimal? Basis { get; init; }
    public decimal? Rate { get; init; }
    /// <summary>Locked until then.</summary>
    public DateTimeOffset? AvailableFrom { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>What is left of an entry that gave points. Redeeming takes from those that expire first; one that is empty is removed.</summary>
public sealed class PointLot : ITenantOwned
{
    /// <summary>That of the entry.</summary>
    public Guid Id { get; init; }
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }
    public long Remaining { get; private set; }
    public DateTimeOffset AvailableFrom { get; init; }
    /// <summary>Null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
    /// <summary>When the customer was told that it expires.</summary>
    public DateTimeOffset? WarnedAt { get; set; }

    public bool IsAvailable(DateTimeOffset now) => AvailableFrom <= now && !(ExpiresAt <= now);

    internal static PointLot Of(LoyaltyEntry entry) => new() { Id = entry.Id, CustomerId = entry.CustomerId, Remaining = entry.Points, AvailableFrom = entry.AvailableFrom ?? entry.At, ExpiresAt = entry.ExpiresAt };

    /// <summary>Takes up to so many and gives how many it took.</summary>
    internal long Take(long wanted)
    {
        var taken = Math.Min(wanted, Remaining);
        Remaining -= taken;
        return taken;
    }
}
