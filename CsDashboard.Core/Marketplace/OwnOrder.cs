using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Payments;

namespace CsDashboard.Marketplace;

/// <summary>An order with all that its buyer and staff see of it.</summary>
public sealed record OwnOrder
{
    public required Guid Id { get; init; }
    public required Guid CustomerId { get; init; }
    public required int? SequenceNumber { get; init; }
    public required string Number { get; init; }
    public required bool IsOwn { get; init; }
    public required OrderStatus Status { get; init; }
    public required bool IsReturnOpen { get; init; }
    public required PaymentStatus? Payment { get; init; }
    public required PaymentMethod? PaysBy { get; init; }
    public required string? ShippingMethod { get; init; }
    public required PostalAddress? ShipTo { get; init; }
    public required PostalAddress? BillTo { get; init; }
    public required string Currency { get; init; }
    public required decimal Subtotal { get; init; }
    public required decimal Discount { get; init; }
    public required decimal Shipping { get; init; }
    public required decimal Tax { get; init; }
    public required decimal TaxRate { get; init; }
    public required bool IsTaxIncluded { get; init; }
    public required decimal Total { get; init; }
    public required decimal Paid { get; init; }
    public required decimal Refunded { get; init; }
    public required decimal Refundable { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required DateTimeOffset? ReservedUntil { get; init; }
    public required DateTimeOffset? PaidAt { get; init; }
    public required DateTimeOffset? ShippedAt { get; init; }
    public required DateTimeOffset? DeliveredAt { get; init; }
    public required DateTimeOffset? CancelledAt { get; init; }
    public required string? Carrier { get; init; }
    public required string? TrackingNumber { get; init; }
    public required string? TrackingUrl { get; init; }

    /// <summary>What it may become next.</summary>
    public required IReadOnlyList<OrderStatus> Next { get; init; }
    public required IReadOnlyList<OwnOrderLine> Lines { get; init; }
    public IReadOnlyList<ParcelView> Parcels { get; init; } = [];

    /// <summary>Some of its goods are on their way, and others are still to be sent.</summary>
    public bool IsPartlySent => Status == OrderStatus.Processing && Parcels.Count > 0;
    public IReadOnlyList<PaymentView> Payments { get; init; } = [];
    public string Buyer { get; init; } = "";
    public string Email { get; init; } = "";
    public string BuyerPublicId { get; init; } = "";

    /// <summary>How it is sent, in the reader's words, and by when it should be there.</summary>
    public string? WayName { get; init; }
    public DateTimeOffset? DeliveryBy { get; init; }

    public int Items => Lines.Sum(l => l.Quantity);

    internal static OwnOrder Of(Order o, IReadOnlyList<OwnOrderLine> lines) =>
        new()
        {
            Id = o.Id,
            CustomerId = o.CustomerId,
            SequenceNumber = o.SequenceNumber,
            Number = o.Number,
            IsOwn = o.IsOwn,
            Status = o.Status,
            IsReturnOpen = o.IsReturnOpen,
            Payment = o.Payment,
            PaysBy = o.PaysBy,
            ShippingMethod = o.ShippingMethod,
            ShipTo = o.ShipTo,
            BillTo = o.BillTo,
            Currency = o.Currency,
            Subtotal = o.Subtotal,
            Discount = o.Discount,
            Shipping = o.Shipping,
            Tax = o.Tax,
            TaxRate = o.TaxRate,
            IsTaxIncluded = o.IsTaxIncluded,
            Total = o.Total,
            Paid = o.Paid,
            Refunded = o.Refunded,
            Refundable = o.Refundable,
            PlacedAt = o.PlacedAt,
            UpdatedAt = o.UpdatedAt,
            ReservedUntil = o.ReservedUntil,
            PaidAt = o.PaidAt,
            ShippedAt = o.ShippedAt,
            DeliveredAt = o.DeliveredAt,
            CancelledAt = o.CancelledAt,
            Carrier = o.Carrier,
            TrackingNumber = o.TrackingNumber,
            TrackingUrl = o.TrackingUrl,
            Next = o.Next,
            Lines = lines,
        };
}
