using CsDashboard.Marketplace.Payments;

namespace CsDashboard.Marketplace;

/// <summary>Its way when it was placed here.</summary>
public sealed partial class Order
{
    /// <summary>Placed here, not told by a shop.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The number that programs know own orders by: 17.</summary>
    public int? SequenceNumber { get; init; }

    /// <summary>The visitor without an account who placed it, and who may look at it.</summary>
    public Guid? GuestId { get; init; }
    public PaymentMethod? PaysBy { get; init; }

    /// <summary>One of the company's ways to send; null for goods that are not sent.</summary>
    public string? ShippingMethod { get; init; }
    public PostalAddress? ShipTo
    {
        get => PostalAddress.Read(ShipText);
        init => ShipText = value?.Text;
    }
    public PostalAddress? BillTo
    {
        get => PostalAddress.Read(BillText);
        init => BillText = value?.Text;
    }
    internal string? ShipText { get; private init; }
    internal string? BillText { get; private init; }
    public decimal Discount { get; init; }
    public decimal TaxRate { get; init; }

    /// <summary>The prices of the lines have the tax in them.</summary>
    public bool IsTaxIncluded { get; init; }

    /// <summary>Until when its goods are kept without being paid; null once it is accepted.</summary>
    public DateTimeOffset? ReservedUntil { get; private set; }
    public DateTimeOffset? ShippedAt { get; private set; }
    public DateTimeOffset? DeliveredAt { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public string? Carrier { get; private set; }
    public string? TrackingNumber { get; private set; }
    public string? TrackingUrl { get; private set; }

    public bool IsSent => ShippingMethod is not null;
    public decimal Subtotal => Lines.Sum(l => l.Amount ?? l.Quantity * l.UnitPrice);

    /// <summary>What it may become next; anything for an order that a shop told.</summary>
    public IReadOnlyList<OrderStatus> Next =>
        IsOwn ? OrderSteps.After(Status, IsSent) : [.. Enum.GetValues<OrderStatus>().Where(s => s != Status)];

    internal static Order Placed(Order order, Checkout.Priced priced, DateTimeOffset now, DateTimeOffset? until, RateBook rates)
    {
        (order.Currency, order.Shipping, order.Tax, order.Total) = (rates.Own.Code, priced.Shipping, priced.Tax, priced.Total);
        (order.PlacedAt, order.UpdatedAt, order.ReservedUntil, order.Payment) = (now, now, until, PaymentStatus.Pending);
        (order.City, order.State, order.Country) = (order.ShipTo?.City, order.ShipTo?.State, order.ShipTo?.Country);
        order.Reckon(rates);
        order.Settle(failed: false, now);
        return order;
    }

    /// <summary>
    /// Moves on; the same again changes nothing. Conflict <c>order_step</c> for a jump, which names what may come next.
    /// </summary>
    internal bool Move(OrderStatus to, DateTimeOffset now)
    {
        if (to == Status)
            return false;
        if (!Next.Contains(to))
            throw Refusal.Conflict(
                Next.Count == 0
                    ? Words.Of("Order_Final", Number, Word.Of(Status))
                    : Words.Of("Order_Step", Word.Of(Status), string.Join(", ", Next.Select(Word.Of))),
                "order_step"
            );
        Reach(to, now);
        UpdatedAt = now;
        return true;
    }

    /// <summary>It is being paid: its goods are kept that long, if that is longer.</summary>
    internal void Hold(DateTimeOffset until) => ReservedUntil = ReservedUntil > until ? ReservedUntil : until;

    /// <summary>Paid after its time had come, and its goods are still there: it is taken up again.</summary>
    internal void Revive(DateTimeOffset now) => (Status, CancelledAt, ReservedUntil, UpdatedAt) = (OrderStatus.Confirmed, null, null, now);

    internal void Track(string? carrier, string? number, string? url, DateTimeOffset now) =>
        (Carrier, TrackingNumber, TrackingUrl, UpdatedAt) = (carrier ?? Carrier, number ?? TrackingNumber, url ?? TrackingUrl, now);

    private void Reach(OrderStatus status, DateTimeOffset now)
    {
        Status = status;
        switch (status)
        {
            case OrderStatus.Confirmed or OrderStatus.Processing:
                ReservedUntil = null;
                break;
            case OrderStatus.Shipped:
                (ReservedUntil, ShippedAt) = (null, ShippedAt ?? now);
                break;
            case OrderStatus.Delivered:
                (ReservedUntil, DeliveredAt) = (null, IsOwn ? DeliveredAt ?? now : now);
                break;
            case OrderStatus.Cancelled:
                (ReservedUntil, CancelledAt) = (null, CancelledAt ?? now);
                break;
            case OrderStatus.Pending or OrderStatus.Returned:
                break;
        }
    }
}
