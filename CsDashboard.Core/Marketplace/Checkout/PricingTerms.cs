namespace CsDashboard.Marketplace.Checkout;

/// <summary>What comes on the goods: amounts in the company's currency, the rate as a fraction.</summary>
internal sealed record PricingTerms(decimal Shipping, decimal Discount, decimal TaxRate, bool IsTaxIncluded);
