using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>
/// A line of the ledger. Never changed, except that erasing a member removes the <see cref="Reason"/>, which people wrote, and that points
/// held for an order learn from when they can be used.
/// </summary>
public sealed class LoyaltyEntry : ITenantOwned
{
    public const int MaxReason = 200;

    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }
    public DateTimeOffset At { get; init; }
    public EntryKind Kind { get; init; }

    /// <summary>What it does to the balance; negative where points go.</summary>
    public long Points { get; init; }

    /// <summary>
    /// What it does to the points earned in a lifetime. For a reversal it may exceed <see cref="Points"/>, since spent points are not asked
    /// back.
    /// </summary>
    public long Lifetime { get; init; }
    public long BalanceAfter { get; init; }

    /// <summary>The rule that gave or took; null where a person, a reward or time did.</summary>
    public Guid? RuleId { get; init; }

    /// <summary>The event it follows from; one entry for an event and a rule, however often the event arrives.</summary>
    public long? EventId { get; init; }

    /// <summary>What it is for, the same for points and their reversal: order/ID, ticket/ID, reward/ID.</summary>
    public string? Source { get; init; }

    /// <summary>The number of the order or ticket, or what the person who gave the points wrote.</summary>
    public string? Reason { get; init; }

    /// <summary>The amount that the points were computed from, and the points for each unit of it at the time.</summary>
    public decimal? Basis { get; init; }
    public decimal? Rate { get; init; }

    /// <summary>Locked until then.</summary>
    public DateTimeOffset? AvailableFrom { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
}
