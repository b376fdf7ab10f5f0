using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement;

/// <summary>Why an offer is not to be had now.</summary>
public enum OfferWhy { None, NotYet, Over, Exhausted, Used, Audience, Off }

/// <summary>Something a company gives for a while: to whom, for what, how often. Known by its code, which is unique in the company.</summary>
public sealed class Offer : ITenantOwned
{
    /// <summary>Once taken, an order must follow within this time (rules.md 002, Terms).</summary>
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
    /// <summary>The voucher that a member bought with points: it is that member's alone, taken from its beginning, and in no list of offers.</summary>
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

    // The columns of the discount: percents were whole numbers before there were amounts.
    private OfferKind Kind { get; set; }
    private int Percent { get; set; }
    private decimal AmountOff { get; set; }

    /// <summary>The first thing that is against it; what a person can't change comes before what time may.</summary>
    public OfferWhy WhyNot(string segment, string tier, int usedByPerson, DateTimeOffset now) =>
        IsOff ? OfferWhy.Off
        : now >= EndsAt ? OfferWhy.Over
        : (Segment is not null && Segment != segment) || (Tier is not null && Tier != tier) ? OfferWhy.Audience
        : usedByPerson >= PerPerson ? OfferWhy.Used
        : InAll is { } most && Taken >= most ? OfferWhy.Exhausted
        : now < StartsAt ? OfferWhy.NotYet
        : OfferWhy.None;

    /// <summary>
    /// What it saves on an order, whose amounts are in the company's currency; null when the order is none for it: goods of another category, or below the least purchase.
    /// </summary>
    public Money? SavingsOn(IReadOnlyList<(string? Category, int Quantity, decimal UnitPrice)> lines, decimal shipping, Currency currency)
    {
        var meant = lines.Where(l => Category is null || string.Equals(l.Category, Category, StringComparison.OrdinalIgnoreCase)).ToList();
        return meant.Count == 0 || meant.Sum(l => l.Quantity * l.UnitPrice) < MinPurchase ? null : Discount.On(meant, shipping, currency);
    }

    /// <summary>Until when an order must be placed that uses what was taken then.</summary>
    public DateTimeOffset UsableUntil(DateTimeOffset takenAt) => VoucherId is null ? takenAt + ToUse : EndsAt;

    internal OfferFacts Facts => new()
    {
        Coupon = Code, Title = Title, TitleAr = TitleAr, Kind = Kind, Worth = Discount.Worth, Category = Category, MinPurchase = MinPurchase, Segment = Segment,
        Tier = Tier, StartsAt = StartsAt, EndsAt = EndsAt, PerPerson = PerPerson, InAll = InAll, IsOff = IsOff,
    };
}

public sealed record OfferFacts
{
    public required string Coupon { get; init; }
    public required string Title { get; init; }
    public required string TitleAr { get; init; }
    public required OfferKind Kind { get; init; }
    public required decimal Worth { get; init; }
    public required string? Category { get; init; }
    public required decimal MinPurchase { get; init; }
    public required string? Segment { get; init; }
    public required string? Tier { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required int PerPerson { get; init; }
    public required int? InAll { get; init; }
    public required bool IsOff { get; init; }
}

/// <summary>A customer took an offer; with an order once it was used on one.</summary>
public sealed class OfferUse : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid OfferId { get; init; }
    public Guid CustomerId { get; init; }
    public DateTimeOffset AppliedAt { get; init; }
    public string? OrderNumber { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
    /// <summary>Of the order it was used on; 0 until then.</summary>
    public decimal Savings { get; set; }
}

/// <summary>What an admin says of an offer.</summary>
public sealed class OfferInput
{
    [Text(30)] public string? Code { get; set; }
    [Text(100)] public string? Title { get; set; }
    [Text(100)] public string? TitleAr { get; set; }
    [Text(500, Optional = true)] public string? Description { get; set; }
    [Text(500, Optional = true)] public string? DescriptionAr { get; set; }
    public OfferKind Kind { get; set; }
    /// <summary>Percent, or the amount of an amount.</summary>
    [Amount] public decimal Worth { get; set; } = 10;
    [Text(60, Optional = true)] public string? Category { get; set; }
    [Amount] public decimal MinPurchase { get; set; }
    public string? Segment { get; set; }
    public string? Tier { get; set; }
    public DateTimeOffset? StartsAt { get; set; }
    public DateTimeOffset? EndsAt { get; set; }
    [Bounds(1, 1_000)] public int PerPerson { get; set; } = 1;
    [Bounds(1, 100_000_000)] public int? InAll { get; set; }
    public bool IsOff { get; set; }

    /// <summary>Days as rules.md has them, from now.</summary>
    internal static IReadOnlyList<OfferInput> Four(DateTimeOffset now) =>
    [
        new()
        {
            Code = "ELECTRONICS30", Title = "30% off electronics", TitleAr = "خصم ٣٠٪ على الإلكترونيات", Description = "On chosen devices from 500.", DescriptionAr = "على أجهزة مختارة من ٥٠٠ فأكثر.",
            Kind = OfferKind.Percent, Worth = 30, Category = "electronics", MinPurchase = 500, StartsAt = now, EndsAt = now.AddDays(3),
        },
        new()
        {
            Code = "CLOTHINGSHIP", Title = "Free shipping on clothing", TitleAr = "شحن مجاني للملابس", Description = "From 200, wherever you live.", DescriptionAr = "للمشتريات من ٢٠٠ فأكثر أينما كنت.",
            Kind = OfferKind.FreeShipping, Worth = 0, Category = "clothing", MinPurchase = 200, StartsAt = now, EndsAt = now.AddDays(7),
        },
        new()
        {
            Code = "BOOKS2PLUS1", Title = "Books: buy two, get one", TitleAr = "الكتب: اشترِ اثنين واحصل على الثالث", Description = "Of three books the cheapest is free.", DescriptionAr = "الأرخص من كل ثلاثة كتب مجانًا.",
            Kind = OfferKind.BuyTwoGetOne, Worth = 50, Category = "books", MinPurchase = 100, StartsAt = now, EndsAt = now.AddDays(5),
        },
        new()
        {
            Code = "VIPFURNITURE25", Title = "25% off furniture for VIP", TitleAr = "خصم ٢٥٪ على الأثاث لكبار العملاء", Description = "Only for our VIP customers, from 1,000.", DescriptionAr = "لكبار عملائنا فقط من ١٠٠٠ فأكثر.",
            Kind = OfferKind.Percent, Worth = 25, Category = "furniture", MinPurchase = 1_000, Segment = SegmentNames.Vip, StartsAt = now, EndsAt = now.AddDays(10),
        },
    ];
}
