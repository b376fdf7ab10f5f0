using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>The tax to the last digit, and as an order has it.</summary>
[SnakeCase]
public sealed record TaxAnswer(decimal TaxAmount, decimal TaxAmountRounded, decimal TaxRate, AddressBody BillingAddress);
