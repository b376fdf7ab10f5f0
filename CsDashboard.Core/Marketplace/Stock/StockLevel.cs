namespace CsDashboard.Marketplace.Stock;

/// <summary>How much is left, as people and programs are told it (contract: market, Stock).</summary>
public enum StockLevel
{
    InStock,
    LowStock,
    OutOfStock,

    /// <summary>None is there, and it can be ordered all the same.</summary>
    PreOrder,

    /// <summary>No longer for sale.</summary>
    Discontinued,
}
