using CsDashboard.Marketplace.Payments;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>What the goods would cost if they were ordered now, until the end of the quote.</summary>
public sealed record Quote
{
    public required IReadOnlyList<QuoteLine> Lines { get; init; }
    public required Priced Priced { get; init; }
    public required Currency Currency { get; init; }

    /// <summary>Something is sent in a parcel, so there must be a way and an address.</summary>
    public required bool IsSent { get; init; }
    public required IReadOnlyList<ShippingChoice> Ways { get; init; }
    public required string? Way { get; init; }
    public required IReadOnlyList<PaymentMethod> Payments { get; init; }
    public OrderDiscount? Discount { get; init; }
    public required DateTimeOffset Until { get; init; }

    /// <summary>By which the buyer's consent is known again.</summary>
    public required string Token { get; init; }
}
