using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>A tier with a delay was notified of a signal.</summary>
public sealed class SignalRelease : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid SignalId { get; init; }
    public required string Tier { get; init; }
    public DateTimeOffset At { get; init; }
}
