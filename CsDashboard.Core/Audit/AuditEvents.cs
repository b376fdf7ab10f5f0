using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Audit;

/// <summary>An export of the history began; recorded before its first line leaves.</summary>
public sealed record AuditExported(Guid TenantId, string Format, string Filter) : IEvent
{
    public Subject About => new("audit", TenantId);
    public (string, object?[]) Sentence => ("Event_AuditExported", [Format, Filter]);
}

/// <summary>
/// The chain was checked: its number of links, the hash of the last one, and the number of faults. Later checks compare the chain with this
/// note, so a chain that was cut off or rebuilt since then contradicts it.
/// </summary>
public sealed record AuditVerified(Guid TenantId, long Links, string Hash, int Faults, string? First, bool Nightly) : IEvent
{
    public Subject About => new("audit", TenantId);
    public (string, object?[]) Sentence => Faults == 0 ? ("Event_AuditVerified", [Links]) : ("Event_AuditBroken", [Links, Faults]);
}

/// <summary>
/// Entries of the history lost what they said about a person: why, and which ones, so that a check can tell redaction from tampering.
/// </summary>
public sealed record HistoryRedacted(Guid TenantId, string Reason, IReadOnlyList<long> Events) : IEvent
{
    public Subject About => new("audit", TenantId);
    public (string, object?[]) Sentence => ("Event_HistoryRedacted", [Events.Count]);
}

public sealed record RetentionChanged(Guid TenantId, string Kind, int? From, int? To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence =>
        To is null
            ? ("Event_RetentionKept", [new SaidWord("Retain_" + Kind)])
            : ("Event_RetentionChanged", [new SaidWord("Retain_" + Kind), To]);
    public object? Before => new { Kind, Days = From };
    public object? After => new { Kind, Days = To };
}

/// <summary>What was older than a company keeps it was removed: of which kind, and how many.</summary>
public sealed record RetentionApplied(Guid TenantId, string Kind, int Days, int Removed) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => ("Event_RetentionApplied", [Removed, new SaidWord("Retain_" + Kind), Days]);
}
