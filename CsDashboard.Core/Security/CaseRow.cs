using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>Person: the name of the account; empty for a customer without one.</summary>
public sealed record CaseRow(
    Guid Id,
    bool IsReport,
    string Title,
    Severity? Severity,
    CaseState State,
    DateTimeOffset At,
    Guid? CustomerId,
    string Person
);
