using CsDashboard.Marketplace.Payments;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>An order that has just been placed.</summary>
public sealed record PlacedOrder
{
    public required Guid Id { get; init; }
    public required int SequenceNumber { get; init; }
    public required string Number { get; init; }
    public required OrderStatus Status { get; init; }
    public required PaymentStatus Payment { get; init; }
    public required decimal Subtotal { get; init; }
    public required decimal Discount { get; init; }
    public required decimal Shipping { get; init; }
    public required decimal Tax { get; init; }
    public required decimal Total { get; init; }
    public required IReadOnlyList<QuoteLine> Lines { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>Until when its goods are kept unpaid.</summary>
    public DateTimeOffset? ReservedUntil { get; init; }

    /// <summary>It is paid right now, on a page of its own.</summary>
    public required bool IsPaidNow { get; init; }
}
