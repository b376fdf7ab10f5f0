using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Audit;

/// <summary>Null days: kept for ever.</summary>
public sealed record RetentionView(string Kind, int? Days);
