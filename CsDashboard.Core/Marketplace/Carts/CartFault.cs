namespace CsDashboard.Marketplace.Carts;

/// <summary>Why a line of a cart can't be bought as it stands.</summary>
public enum CartFault
{
    None,

    /// <summary>It is no longer sold.</summary>
    Gone,
    SoldOut,

    /// <summary>There is less of it, or no more of it is sold to one buyer.</summary>
    TooMany,
    TooFew,
}
