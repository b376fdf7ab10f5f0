namespace CsDashboard.Marketplace.Checkout;

/// <summary>A line's shares of the subtotal, the discount and the tax.</summary>
public sealed record PricedLine(decimal Amount, decimal Discount, decimal Tax);
