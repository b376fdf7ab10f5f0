using CsDashboard.Foundation.Events;

namespace CsDashboard.Audit;

/// <summary>An export of the history began; recorded before its first line leaves.</summary>
public sealed record AuditExported(Guid TenantId, string Format, string Filter) : IEvent
{
    public Subject About => new("audit", TenantId);
    public (string, object?[]) Sentence => ("Event_AuditExported", [Format, Filter]);
}

/// <summary>
/// The chain was gone through: how many links it had, the hash of the last, and how many faults. A later check holds the chain
/// against this note, so a chain that was cut off behind here or built anew contradicts it.
/// </summary>
public sealed record AuditVerified(Guid TenantId, long Links, string Hash, int Faults, string? First, bool Nightly) : IEvent
{
    public Subject About => new("audit", TenantId);
    public (string, object?[]) Sentence => Faults == 0 ? ("Event_AuditVerified", [Links]) : ("Event_AuditBroken", [Links, Faults]);
}
