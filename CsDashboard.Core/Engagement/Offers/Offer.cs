using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Offers;

/// <summary>
/// Something a company gives for a while: to whom, for what, how often. Known by its code, which is unique in the company.
/// </summary>
public sealed class Offer : ITenantOwned
{
    /// <summary>Once taken, an order must follow within this time (contract: membership, Offers).</summary>
    public static readonly TimeSpan ToUse = TimeSpan.FromDays(7);

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public required string Code { get; set; }
    public required string Title { get; set; }
    public required string TitleAr { get; set; }
    public string Description { get; set; } = "";
    public string DescriptionAr { get; set; } = "";
    public Discount Discount
    {
        get => new(Kind, Kind == OfferKind.Amount ? AmountOff : Percent);
        set => (Kind, Percent, AmountOff) = (value.Kind, value.Percent, value.Amount);
    }

    /// <summary>
    /// The voucher that a member bought with points: only that member has it, it counts as taken from the start, and no list of offers
    /// shows it.
    /// </summary>
    public Guid? VoucherId { get; init; }

    /// <summary>The category of goods it is for; null for all.</summary>
    public string? Category { get; set; }
    public decimal MinPurchase { get; set; }

    /// <summary>One of <see cref="SegmentNames"/>; null for everybody.</summary>
    public string? Segment { get; set; }

    /// <summary>One of <see cref="Tiers"/>; null for everybody.</summary>
    public string? Tier { get; set; }
    public DateTimeOffset StartsAt { get; set; }
    public DateTimeOffset EndsAt { get; set; }
    public int PerPerson { get; set; } = 1;

    /// <summary>How often in all; null for no limit.</summary>
    public int? InAll { get; set; }

    /// <summary>How often it was taken.</summary>
    public int Taken { get; set; }
    public bool IsOff { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    // The columns of the discount: percentages were whole numbers before amounts existed.
    private OfferKind Kind { get; set; }
    private int Percent { get; set; }
    private decimal AmountOff { get; set; }

    /// <summary>The first reason against it; what a person can't change comes before what time may.</summary>
    public OfferWhy WhyNot(string segment, string tier, int usedByPerson, DateTimeOffset now) =>
        IsOff ? OfferWhy.Off
        : now >= EndsAt ? OfferWhy.Over
        : (Segment is not null && Segment != segment) || (Tier is not null && Tier != tier) ? OfferWhy.Audience
        : usedByPerson >= PerPerson ? OfferWhy.Used
        : InAll is { } most && Taken >= most ? OfferWhy.Exhausted
        : now < StartsAt ? OfferWhy.NotYet
        : OfferWhy.None;

    /// <summary>
    /// What it saves on an order, whose amounts are in the company's currency; null when the order doesn't qualify: goods of another
    /// category, or below the minimum purchase.
    /// </summary>
    public Money? SavingsOn(IReadOnlyList<(string? Category, int Quantity, decimal UnitPrice)> lines, decimal shipping, Currency currency)
    {
        var meant = lines.Where(l => Category is null || string.Equals(l.Category, Category, StringComparison.OrdinalIgnoreCase)).ToList();
        return meant.Count == 0 || meant.Sum(l => l.Quantity * l.UnitPrice) < MinPurchase ? null : Discount.On(meant, shipping, currency);
    }

    /// <summary>Until when an order must be placed to use an offer taken at this time.</summary>
    public DateTimeOffset UsableUntil(DateTimeOffset takenAt) => VoucherId is null ? takenAt + ToUse : EndsAt;

    internal OfferFacts Facts =>
        new()
        {
            Coupon = Code,
            Title = Title,
            TitleAr = TitleAr,
            Kind = Kind,
            Worth = Discount.Worth,
            Category = Category,
            MinPurchase = MinPurchase,
            Segment = Segment,
            Tier = Tier,
            StartsAt = StartsAt,
            EndsAt = EndsAt,
            PerPerson = PerPerson,
            InAll = InAll,
            IsOff = IsOff,
        };
}
