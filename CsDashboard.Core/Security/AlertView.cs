using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

public sealed record AlertView(
    Guid Id,
    string Type,
    string Severity,
    string Title,
    string Description,
    DateTimeOffset At,
    bool Resolved,
    string Action
);
