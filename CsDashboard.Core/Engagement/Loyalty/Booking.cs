using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>What is to be written: how many points, why, and how long they are locked and live.</summary>
internal sealed record Booking(EntryKind Kind, long Points)
{
    /// <summary>What it does to the lifetime points; the same as <see cref="Points"/> unless set.</summary>
    public long? Lifetime { get; init; }
    public Guid? RuleId { get; init; }
    public long? EventId { get; init; }
    public string? Source { get; init; }
    public string? Reason { get; init; }
    public decimal? Basis { get; init; }
    public decimal? Rate { get; init; }
    public int LockDays { get; init; }

    /// <summary>Locked until <see cref="Ledger.Free"/>.</summary>
    public bool IsHeld { get; init; }
    public int? ExpiryDays { get; init; }
}
