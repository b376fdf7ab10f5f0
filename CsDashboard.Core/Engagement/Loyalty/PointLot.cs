using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>What is left of an entry that gave points. Redeeming uses those that expire first; an empty one is removed.</summary>
public sealed class PointLot : ITenantOwned
{
    /// <summary>That of the entry.</summary>
    public Guid Id { get; init; }
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }
    public long Remaining { get; private set; }
    public DateTimeOffset AvailableFrom { get; private set; }

    /// <summary>Null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When the customer was told that it expires.</summary>
    public DateTimeOffset? WarnedAt { get; set; }

    /// <summary>Since when points can be used of which that isn't known yet: their order is not paid and delivered.</summary>
    internal static readonly DateTimeOffset Held = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public bool IsAvailable(DateTimeOffset now) => AvailableFrom <= now && !(ExpiresAt <= now);

    internal static PointLot Of(LoyaltyEntry entry) =>
        new()
        {
            Id = entry.Id,
            CustomerId = entry.CustomerId,
            Remaining = entry.Points,
            AvailableFrom = entry.AvailableFrom ?? entry.At,
            ExpiresAt = entry.ExpiresAt,
        };

    internal void Free(DateTimeOffset from, DateTimeOffset? expires) => (AvailableFrom, ExpiresAt) = (from, expires);

    /// <summary>Takes up to this many and gives how many it took.</summary>
    internal long Take(long wanted)
    {
        var taken = Math.Min(wanted, Remaining);
        Remaining -= taken;
        return taken;
    }
}
