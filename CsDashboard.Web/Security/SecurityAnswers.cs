using CsDashboard.Foundation;
using CsDashboard.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Security;

public sealed record AlertLine(Guid Id, string Type, string Severity, string Description, DateTimeOffset CreatedAt);

public sealed record StatusAnswer(
    string CustomerId,
    string OverallRisk,
    decimal RiskScore,
    bool TwoFactorEnabled,
    DateTimeOffset? LastLogin,
    int SuspiciousActivities,
    IReadOnlyList<AlertLine> RecentAlerts
);

public sealed record AlertAnswer(
    Guid Id,
    string Type,
    string Severity,
    string Title,
    string Description,
    DateTimeOffset Timestamp,
    bool Resolved,
    string Action
);

public sealed record ReportAnswer(bool Success, string Message, Guid ReportId, string Status);

public sealed record SecondFactorAnswer(bool Success, string Message, bool TwoFactorEnabled);

public sealed record HistoryAnswer(
    Guid Id,
    string Type,
    string Title,
    string Description,
    string? IpAddress,
    string? DeviceInfo,
    DateTimeOffset Timestamp,
    string Status
);
