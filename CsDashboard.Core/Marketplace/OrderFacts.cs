using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Payments;

namespace CsDashboard.Marketplace;

/// <summary>
/// Status and total are as the shop sent them, in its currency. Events from before there were rates hold nothing else, and were all in the
/// company's own.
/// </summary>
public sealed record OrderFacts(
    OrderStatus Status,
    bool ReturnRequested,
    string Currency,
    decimal Total,
    int Items,
    DateTimeOffset PlacedAt
)
{
    /// <summary>The total in the company's currency; null while no rate is there.</summary>
    public decimal? Value { get; init; }

    /// <summary>The goods after discounts, in <see cref="CountsIn"/>.</summary>
    public decimal? Goods { get; init; }
    public string? CountsIn { get; init; }

    /// <summary>Placed here; its discounts were decided then.</summary>
    public bool IsOwn { get; init; }
    public PaymentStatus? Payment { get; init; }

    /// <summary>What went back to the customer, in the order's currency.</summary>
    public decimal Refunded { get; init; }

    /// <summary>Placed here, and not both paid and delivered yet: what it earns can't be spent so far.</summary>
    public bool IsUnsettled { get; init; }

    /// <summary>There has been no rate for it.</summary>
    public bool IsApart { get; init; }

    /// <summary>It earns: neither cancelled nor returned (contract: crm, Statistics), and its worth is known.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Counts => Status.Counts() && !IsApart;

    /// <summary>What points are earned on.</summary>
    internal decimal Basis => Goods ?? Total;
}
