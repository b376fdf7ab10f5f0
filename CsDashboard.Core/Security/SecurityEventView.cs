using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

public sealed record SecurityEventView(
    Guid Id,
    string Type,
    string Title,
    string Description,
    string? Address,
    string? Device,
    DateTimeOffset At,
    string Status
);
