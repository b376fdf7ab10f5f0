using CsDashboard.Foundation;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed class OrderBody
{
    public string? UserId { get; set; }
    public AddressBody? ShippingAddress { get; set; }
    public AddressBody? BillingAddress { get; set; }
    public string? PaymentMethod { get; set; }
    public string? ShippingMethod { get; set; }

    /// <summary>Instead of the cart, which then stays.</summary>
    public List<OrderItemBody>? Items { get; set; }

    /// <summary>What was agreed to: then a price that has risen is refused.</summary>
    public string? QuoteHash { get; set; }

    /// <summary>It said other prices than the shop's.</summary>
    internal bool Differs(PlacedOrder placed) =>
        Items?.Exists(i =>
            i.Price is { } told
            && placed.Lines.Any(l =>
                (i.VariantId is { } variant ? l.VariantId == variant : l.ProductNumber == i.ProductId) && l.UnitPrice != told
            )
        ) == true;

    internal CheckoutInput Input
    {
        get
        {
            FieldError[] missing =
            [
                .. new[] { (ShippingAddress is null, "shipping_address"), (BillingAddress is null, "billing_address") }
                    .Where(part => part.Item1)
                    .Select(part => new FieldError(part.Item2, Words.Of("Text_Required"))),
            ];
            return missing.Length > 0
                ? throw Refusal.Invalid(missing)
                : new CheckoutInput
                {
                    ShipTo = ShippingAddress!.Input,
                    BillTo = BillingAddress!.Input,
                    PaymentMethod = PaymentMethod,
                    ShippingMethod = ShippingMethod ?? "standard",
                    Items = Items?.ConvertAll(i => new CheckoutItem
                    {
                        ProductNumber = i?.ProductId,
                        VariantId = i?.VariantId,
                        Quantity = i?.Quantity ?? (i is null ? 0 : 1),
                    }),
                    Quote = QuoteHash,
                };
        }
    }
}
