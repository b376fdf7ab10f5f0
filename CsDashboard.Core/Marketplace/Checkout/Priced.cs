namespace CsDashboard.Marketplace.Checkout;

/// <summary>The sums of a quote or an order, in whole coins. Tax that is in the prices is in the subtotal already.</summary>
public sealed record Priced
{
    public required decimal Subtotal { get; init; }
    public required decimal Discount { get; init; }
    public required decimal Shipping { get; init; }
    public required decimal Tax { get; init; }
    public required decimal TaxRate { get; init; }
    public required bool IsTaxIncluded { get; init; }
    public required decimal Total { get; init; }
    public required IReadOnlyList<PricedLine> Lines { get; init; }
}
