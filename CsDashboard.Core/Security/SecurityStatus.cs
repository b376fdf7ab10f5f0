using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

public sealed record SecurityStatus(
    string Risk,
    decimal Score,
    bool TwoFactorEnabled,
    DateTimeOffset? LastLogin,
    int Suspicions,
    IReadOnlyList<AlertView> Alerts
);
