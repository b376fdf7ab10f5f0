using CsDashboard.Marketplace.Checkout;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>What goods cost now, for who has to agree to it.</summary>
[SnakeCase]
public sealed record QuoteAnswer
{
    public required string QuoteHash { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required decimal Subtotal { get; init; }
    public required decimal DiscountAmount { get; init; }
    public required decimal ShippingAmount { get; init; }
    public required decimal TaxAmount { get; init; }
    public required decimal TotalAmount { get; init; }
    public required string Currency { get; init; }

    internal static QuoteAnswer Of(Quote quote) =>
        new()
        {
            QuoteHash = quote.Token,
            ExpiresAt = quote.Until,
            Subtotal = quote.Priced.Subtotal,
            DiscountAmount = quote.Priced.Discount,
            ShippingAmount = quote.Priced.Shipping,
            TaxAmount = quote.Priced.Tax,
            TotalAmount = quote.Priced.Total,
            Currency = quote.Currency.Code,
        };
}
