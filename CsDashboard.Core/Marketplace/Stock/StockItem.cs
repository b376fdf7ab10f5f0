using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Stock;

/// <summary>
/// How much there is of a variant. What has none (a file, access, a service) is always there. Changed by <see cref="StockLedger"/> alone.
/// </summary>
public sealed class StockItem : ITenantOwned
{
    public const int Most = 1_000_000_000;

    public Guid VariantId { get; init; }
    public Guid TenantId { get; set; }
    public Guid ProductId { get; init; }
    public int OnHand { get; private set; }

    /// <summary>Ordered and not yet sent.</summary>
    public int Reserved { get; private set; }

    /// <summary>From here down it is low (contract: market, Stock: 5).</summary>
    public int Threshold { get; set; } = 5;
    public StockPolicy Policy { get; set; }
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>One that is not in the database yet, with so many.</summary>
    internal StockItem With(int first)
    {
        OnHand = first;
        return this;
    }

    /// <summary>What can be sold; below zero what is owed to buyers.</summary>
    public int Available => OnHand - Reserved;

    public StockLevel Level => LevelOf(Available, Threshold, Policy);

    internal static StockLevel LevelOf(int available, int threshold, StockPolicy policy) =>
        available <= 0 ? (policy == StockPolicy.BackOrder ? StockLevel.PreOrder : StockLevel.OutOfStock)
        : available <= threshold ? StockLevel.LowStock
        : StockLevel.InStock;
}
