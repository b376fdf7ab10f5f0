namespace CsDashboard.Marketplace;

/// <summary>The parts of the queue of orders, by what is to be done.</summary>
public enum OrderShelf
{
    All,

    /// <summary>Nobody has paid yet.</summary>
    ToPay,

    /// <summary>Accepted, to be packed and sent, or done.</summary>
    ToSend,

    /// <summary>On its way.</summary>
    Shipped,

    /// <summary>Cancelled, and money is still here.</summary>
    ToRefund,
    Done,
    Cancelled,
}
