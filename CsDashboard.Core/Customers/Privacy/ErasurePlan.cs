namespace CsDashboard.Customers.Privacy;

/// <summary>
/// What would be done. Held says what is unfinished and so prevents it; Latest is the erasure that is running or ran last.
/// </summary>
public sealed record ErasurePlan(
    CustomerView Customer,
    IReadOnlyList<ErasureLine> Lines,
    string? Held,
    DateTimeOffset? ErasedAt,
    ErasureView? Latest
);
