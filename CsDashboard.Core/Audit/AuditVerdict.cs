using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Audit;

/// <summary>
/// The outcome of a check: how many links there are, the hash of the last one, the first hundred faults and how many there are.
/// </summary>
public sealed record AuditVerdict(DateTimeOffset At, long Links, string Hash, int Faults, IReadOnlyList<AuditFinding> Findings)
{
    public bool IsWhole => Faults == 0;
}
