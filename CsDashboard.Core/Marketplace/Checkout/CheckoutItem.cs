namespace CsDashboard.Marketplace.Checkout;

/// <summary>Something ordered past the cart: a product by its number, or one of its variants.</summary>
public sealed class CheckoutItem
{
    public int? ProductNumber { get; set; }
    public Guid? VariantId { get; set; }
    public int Quantity { get; set; } = 1;
}
