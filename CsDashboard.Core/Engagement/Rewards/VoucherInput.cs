using CsDashboard.Customers;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Offers;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>A voucher as an admin enters it.</summary>
public sealed record VoucherInput
{
    [Text(80)]
    public string? Name { get; set; }

    [Text(80)]
    public string? NameAr { get; set; }

    [Bounds(1, (int)PointsInput.Most)]
    public int Cost { get; set; } = 500;
    public OfferKind Kind { get; set; }

    [Amount]
    public decimal Worth { get; set; } = 10;

    [Amount]
    public decimal MinPurchase { get; set; }

    [Bounds(1, 365)]
    public int ValidDays { get; set; } = 90;

    [Bounds(1, 1_000)]
    public int? PerPerson { get; set; }

    [Bounds(1, 100_000_000)]
    public int? InAll { get; set; }
    public bool IsOff { get; set; }

    internal Discount DiscountIn(Currency currency) => Discount.Of(currency, Kind, Worth, OfferKind.Percent, OfferKind.Amount);
}
