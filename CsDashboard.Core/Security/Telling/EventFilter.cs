namespace CsDashboard.Security.Telling;

/// <summary>Which events: of whom, of which kind, how severe; null for all.</summary>
public sealed record EventFilter(string? Who = null, Guid? CustomerId = null, string? Kind = null, Severity? Severity = null);
