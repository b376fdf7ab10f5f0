namespace CsDashboard.Marketplace.Checkout;

/// <summary>An order as somebody fills it in. A quote needs no more than is there; an order needs all of it.</summary>
public sealed class CheckoutInput
{
    /// <summary>Of a visitor without an account.</summary>
    [Line(100, Optional = true)]
    public string? Name { get; set; }

    [Text(254, Optional = true)]
    public string? Email { get; set; }
    public PostalAddressInput? ShipTo { get; set; }

    /// <summary>None for the same.</summary>
    public PostalAddressInput? BillTo { get; set; }
    public string? ShippingMethod { get; set; }
    public string? PaymentMethod { get; set; }

    /// <summary>Instead of what lies in the cart, which then stays.</summary>
    public IReadOnlyList<CheckoutItem>? Items { get; set; }

    /// <summary>What the buyer has agreed to (<see cref="Quote.Token"/>); without it the price of now counts.</summary>
    public string? Quote { get; set; }
}
