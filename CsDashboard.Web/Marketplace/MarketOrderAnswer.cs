using System.Globalization;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed record MarketOrderAnswer
{
    /// <summary>A number, or the word that the order was asked for by (contract: market, Orders).</summary>
    public required object Id { get; init; }
    public required string OrderNumber { get; init; }
    public required string UserId { get; init; }
    public required string Status { get; init; }
    public required string? PaymentStatus { get; init; }
    public required string? PaymentMethod { get; init; }
    public required string? ShippingMethod { get; init; }
    public required AddressBody? ShippingAddress { get; init; }
    public required AddressBody? BillingAddress { get; init; }
    public required decimal Subtotal { get; init; }
    public required decimal DiscountAmount { get; init; }
    public required decimal ShippingAmount { get; init; }
    public required decimal TaxAmount { get; init; }
    public required decimal TotalAmount { get; init; }
    public required decimal RefundedAmount { get; init; }
    public required string Currency { get; init; }
    public required string? Carrier { get; init; }
    public required string? TrackingNumber { get; init; }
    public required string? TrackingUrl { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required DateTimeOffset? ShippedAt { get; init; }
    public required DateTimeOffset? DeliveredAt { get; init; }
    public required IReadOnlyList<string> NextStatuses { get; init; }
    public required IReadOnlyList<MarketOrderLine> Items { get; init; }

    internal static MarketOrderAnswer Of(OwnOrder o, string? userId = null, string? asked = null) =>
        new()
        {
            Id = IdOf(o, asked),
            OrderNumber = o.Number,
            UserId = string.IsNullOrWhiteSpace(userId) ? o.BuyerPublicId : userId.Trim(),
            Status = Word.Of(o.Status),
            PaymentStatus = o.Payment is { } payment ? Word.Of(payment) : null,
            PaymentMethod = o.PaysBy is { } way ? Word.Of(way) : null,
            ShippingMethod = o.ShippingMethod,
            ShippingAddress = AddressBody.Of(o.ShipTo),
            BillingAddress = AddressBody.Of(o.BillTo),
            Subtotal = o.Subtotal,
            DiscountAmount = o.Discount,
            ShippingAmount = o.Shipping,
            TaxAmount = o.Tax,
            TotalAmount = o.Total,
            RefundedAmount = o.Refunded,
            Currency = o.Currency,
            Carrier = o.Carrier,
            TrackingNumber = o.TrackingNumber,
            TrackingUrl = o.TrackingUrl,
            CreatedAt = o.PlacedAt,
            UpdatedAt = o.UpdatedAt,
            ShippedAt = o.ShippedAt,
            DeliveredAt = o.DeliveredAt,
            NextStatuses = [.. o.Next.Select(Word.Of)],
            Items = [.. o.Lines.Select(MarketOrderLine.Of)],
        };

    internal static object IdOf(OwnOrder o, string? asked) =>
        asked is not null
            ? int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == o.SequenceNumber
                ? number
                : asked
            : o.SequenceNumber ?? (object)o.Number;
}
