using System.Text.Json;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Security;

[SnakeCase]
public sealed record AttemptAnswer(string Message, bool Locked);

[SnakeCase]
public sealed record LockedAnswer(bool Locked);

[SnakeCase]
public sealed record PaymentAnswer(
    bool IsSafe,
    decimal RiskScore,
    IReadOnlyList<string> RiskFactors,
    string Recommendation,
    IReadOnlyList<string> ShadowFactors
);

[SnakeCase]
public sealed record ScanAnswer(
    bool IsSafe,
    IEnumerable<string> Threats,
    string Recommendation,
    decimal Score,
    IEnumerable<MatchAnswer> Matches
);

[SnakeCase]
public sealed record MatchAnswer(string Threat, string Match);

[SnakeCase]
public sealed record EventsAnswer(IEnumerable<EventAnswer> Events);

[SnakeCase]
public sealed record EventAnswer
{
    public required Guid Id { get; init; }
    public required string EventType { get; init; }
    public required string? UserId { get; init; }
    public required string? IpAddress { get; init; }
    public required string? UserAgent { get; init; }
    public required DateTimeOffset Timestamp { get; init; }
    public required string Severity { get; init; }
    public required JsonElement? Details { get; init; }
    public required decimal RiskScore { get; init; }
    public required string? ActionTaken { get; init; }
    public required bool Resolved { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

[SnakeCase]
public sealed record FraudAlertsAnswer(IEnumerable<FraudAlertAnswer> Alerts);

[SnakeCase]
public sealed record FraudAlertAnswer
{
    public required Guid Id { get; init; }
    public required string? UserId { get; init; }
    public required string AlertType { get; init; }
    public required string Severity { get; init; }
    public required string Description { get; init; }
    public required string? TransactionId { get; init; }
    public required decimal? Amount { get; init; }
    public required string? Currency { get; init; }
    public required decimal? RiskScore { get; init; }
    public required string Status { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? ResolvedAt { get; init; }
    public required string? ResolutionNotes { get; init; }
}

[SnakeCase]
public sealed record EventToldAnswer(Guid EventId, string Message);

[SnakeCase]
public sealed record ValidAnswer(bool Valid);

[SnakeCase]
public sealed record UserRiskAnswer(
    string UserId,
    decimal RiskScore,
    string RiskLevel,
    decimal CurrentRiskScore,
    IReadOnlyDictionary<string, int> Reasons
);
