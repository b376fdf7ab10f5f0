namespace CsDashboard.Marketplace.Stock;

public enum StockMoveKind
{
    In,
    Out,

    /// <summary>Counted anew: the difference.</summary>
    Adjustment,

    /// <summary>Held for an order; nothing has left yet.</summary>
    Reserved,
    Released,
    Shipped,

    /// <summary>Came back and is for sale again.</summary>
    Returned,

    /// <summary>Came back and is not; it changes nothing.</summary>
    Scrapped,
}
