using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Checkout;

namespace CsDashboard.Web.Marketplace;

/// <summary>The checkout as it is typed, on one page.</summary>
internal sealed class CheckoutForm
{
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Street { get; set; }
    public string? City { get; set; }
    public string? State { get; set; }
    public string? ZipCode { get; set; }
    public string? Country { get; set; }
    public string? ShippingMethod { get; set; }
    public string? PaymentMethod { get; set; }

    /// <summary>Made when the page is opened: the same form sent twice is one order.</summary>
    public string? Key { get; set; }

    /// <summary>What the buyer has seen and agrees to.</summary>
    public string? Quote { get; set; }

    /// <summary>place, or anything else to reckon anew.</summary>
    public string? Act { get; set; }

    internal CheckoutInput Input =>
        new()
        {
            Name = Name,
            Email = Email,
            ShipTo = new PostalAddressInput
            {
                Name = Name,
                Street = Street,
                City = City,
                State = State,
                ZipCode = ZipCode,
                Country = Country,
            },
            ShippingMethod = ShippingMethod,
            PaymentMethod = PaymentMethod,
            Quote = string.IsNullOrEmpty(Quote) ? null : Quote,
        };

    internal void Take(CheckoutInput draft)
    {
        (Name, Email) = (draft.Name ?? draft.ShipTo?.Name, draft.Email);
        (Street, City, State) = (draft.ShipTo?.Street, draft.ShipTo?.City, draft.ShipTo?.State);
        (ZipCode, Country) = (draft.ShipTo?.ZipCode, draft.ShipTo?.Country);
        (ShippingMethod, PaymentMethod) = (draft.ShippingMethod, draft.PaymentMethod);
    }
}
