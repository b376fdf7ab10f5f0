namespace CsDashboard.Marketplace.Catalogue;

/// <summary>What becomes of goods once they are paid for.</summary>
public enum GoodsKind
{
    /// <summary>Sent in a parcel; there are only so many.</summary>
    Physical,

    /// <summary>Downloaded.</summary>
    File,

    /// <summary>A licence key.</summary>
    Key,

    /// <summary>A membership tier for some days.</summary>
    Access,

    /// <summary>The team does it: a ticket is opened for it.</summary>
    Service,
}
