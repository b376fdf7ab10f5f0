using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>
/// What one unit of a currency is worth in the company's, from a day of the company on, until another takes its place. Kept for good, since
/// rates that were set and removed are part of the history.
/// </summary>
public sealed class CurrencyRate : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public required string Currency { get; init; }

    /// <summary>
    /// The company's currency at the time; after a change of it the rate is ignored, and valid again after a change back.
    /// </summary>
    public required string Into { get; init; }
    public required decimal Rate { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>When that day began where the company is.</summary>
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset SetAt { get; init; }
    public required string SetBy { get; init; }
    public DateTimeOffset? RemovedAt { get; set; }
    public string? RemovedBy { get; set; }

    internal RateFacts Facts => new(Currency, Into, Rate, Day);
}
