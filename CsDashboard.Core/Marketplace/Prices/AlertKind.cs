namespace CsDashboard.Marketplace.Prices;

/// <summary>What a customer waits for.</summary>
public enum AlertKind
{
    /// <summary>It costs what they want to pay, or less.</summary>
    Price,

    /// <summary>It is there again.</summary>
    Stock,
}
