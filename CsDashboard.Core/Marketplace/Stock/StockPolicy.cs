namespace CsDashboard.Marketplace.Stock;

/// <summary>What happens when more is ordered than there is.</summary>
public enum StockPolicy
{
    Refuse,

    /// <summary>It is taken, and delivered when there is more.</summary>
    BackOrder,
}
