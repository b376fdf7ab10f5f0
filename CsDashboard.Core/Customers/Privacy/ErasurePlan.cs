using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Privacy;

/// <summary>What would be done. Held says what is unfinished, for which it is refused; Latest is the erasing that runs or was.</summary>
public sealed record ErasurePlan(CustomerView Customer, IReadOnlyList<ErasureLine> Lines, string? Held, DateTimeOffset? ErasedAt, ErasureView? Latest);
