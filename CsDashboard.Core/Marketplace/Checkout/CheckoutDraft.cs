using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>What somebody has typed at the checkout so far, kept so that a lost connection loses nothing.</summary>
public sealed class CheckoutDraft : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>The customer or the guest.</summary>
    public Guid OwnerId { get; init; }
    public Guid? CustomerId { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public PostalAddress? ShipTo
    {
        get => PostalAddress.Read(ShipText);
        set => ShipText = value?.Text;
    }
    public PostalAddress? BillTo
    {
        get => PostalAddress.Read(BillText);
        set => BillText = value?.Text;
    }
    internal string? ShipText { get; private set; }
    internal string? BillText { get; private set; }
    public string? ShippingMethod { get; set; }
    public string? PaymentMethod { get; set; }
    public DateTimeOffset At { get; set; }
}
