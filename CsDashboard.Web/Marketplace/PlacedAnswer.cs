using CsDashboard.Foundation;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed record PlacedAnswer
{
    public required int OrderId { get; init; }
    public required string Message { get; init; }
    public required string OrderNumber { get; init; }
    public required string Status { get; init; }
    public required string PaymentStatus { get; init; }
    public required decimal Subtotal { get; init; }
    public required decimal DiscountAmount { get; init; }
    public required decimal ShippingAmount { get; init; }
    public required decimal TaxAmount { get; init; }
    public required decimal TotalAmount { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? ReservedUntil { get; init; }

    /// <summary>A price that was sent differs from the shop's, which counts.</summary>
    public required bool PriceChanged { get; init; }

    internal static PlacedAnswer Of(PlacedOrder order, bool priceChanged) =>
        new()
        {
            OrderId = order.SequenceNumber,
            Message = OrderTexts.Get("Api.Placed"),
            OrderNumber = order.Number,
            Status = Word.Of(order.Status),
            PaymentStatus = Word.Of(order.Payment),
            Subtotal = order.Subtotal,
            DiscountAmount = order.Discount,
            ShippingAmount = order.Shipping,
            TaxAmount = order.Tax,
            TotalAmount = order.Total,
            Currency = order.Currency,
            CreatedAt = order.PlacedAt,
            ReservedUntil = order.ReservedUntil,
            PriceChanged = priceChanged,
        };
}
