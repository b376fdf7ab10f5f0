using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Loyalty;

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
