namespace CsDashboard.Marketplace.Returns;

/// <summary>How goods come back (contract: market, Returns).</summary>
public enum ReturnMethod
{
    Shipping,
    DropOff,
}
