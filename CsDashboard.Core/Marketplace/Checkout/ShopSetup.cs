namespace CsDashboard.Marketplace.Checkout;

/// <summary>All that a company has set for its shop, and whether anything can be paid there.</summary>
public sealed record ShopSetup(
    ShopTerms Terms,
    IReadOnlyList<ShippingMethod> Ways,
    IReadOnlyList<TaxRate> Taxes,
    Currency Currency,
    bool CanBePaid
);
