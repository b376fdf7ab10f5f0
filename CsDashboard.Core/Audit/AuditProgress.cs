using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Audit;

/// <summary>How far a check has come.</summary>
public readonly record struct AuditProgress(long Done, long Total);
