namespace CsDashboard.Marketplace.Checkout;

/// <summary>What somebody is about to buy.</summary>
public sealed record DiscountedGoods(
    IReadOnlyList<(string? Category, int Quantity, decimal UnitPrice)> Lines,
    decimal Shipping,
    Currency Currency
);
