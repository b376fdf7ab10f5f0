using CsDashboard.Customers;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Offers;

/// <summary>An offer as an admin enters it.</summary>
public sealed class OfferInput
{
    [Text(30)]
    public string? Code { get; set; }

    [Text(100)]
    public string? Title { get; set; }

    [Text(100)]
    public string? TitleAr { get; set; }

    [Text(500, Optional = true)]
    public string? Description { get; set; }

    [Text(500, Optional = true)]
    public string? DescriptionAr { get; set; }
    public OfferKind Kind { get; set; }

    /// <summary>A percentage, or an amount of money.</summary>
    [Amount]
    public decimal Worth { get; set; } = 10;

    [Text(60, Optional = true)]
    public string? Category { get; set; }

    [Amount]
    public decimal MinPurchase { get; set; }
    public string? Segment { get; set; }
    public string? Tier { get; set; }
    public DateTimeOffset? StartsAt { get; set; }
    public DateTimeOffset? EndsAt { get; set; }

    [Bounds(1, 1_000)]
    public int PerPerson { get; set; } = 1;

    [Bounds(1, 100_000_000)]
    public int? InAll { get; set; }
    public bool IsOff { get; set; }

    /// <summary>Membership's four, running from now (contract: membership, Offers).</summary>
    internal static IReadOnlyList<OfferInput> Four(DateTimeOffset now) =>
        [
            new()
            {
                Code = "ELECTRONICS30",
                Title = "30% off electronics",
                TitleAr = "خصم ٣٠٪ على الإلكترونيات",
                Description = "On chosen devices from 500.",
                DescriptionAr = "على أجهزة مختارة من ٥٠٠ فأكثر.",
                Kind = OfferKind.Percent,
                Worth = 30,
                Category = "electronics",
                MinPurchase = 500,
                StartsAt = now,
                EndsAt = now.AddDays(3),
            },
            new()
            {
                Code = "CLOTHINGSHIP",
                Title = "Free shipping on clothing",
                TitleAr = "شحن مجاني للملابس",
                Description = "From 200, wherever you live.",
                DescriptionAr = "للمشتريات من ٢٠٠ فأكثر أينما كنت.",
                Kind = OfferKind.FreeShipping,
                Worth = 0,
                Category = "clothing",
                MinPurchase = 200,
                StartsAt = now,
                EndsAt = now.AddDays(7),
            },
            new()
            {
                Code = "BOOKS2PLUS1",
                Title = "Books: buy two, get one",
                TitleAr = "الكتب: اشترِ اثنين واحصل على الثالث",
                Description = "Of three books the cheapest is free.",
                DescriptionAr = "الأرخص من كل ثلاثة كتب مجانًا.",
                Kind = OfferKind.BuyTwoGetOne,
                Worth = 50,
                Category = "books",
                MinPurchase = 100,
                StartsAt = now,
                EndsAt = now.AddDays(5),
            },
            new()
            {
                Code = "VIPFURNITURE25",
                Title = "25% off furniture for VIP",
                TitleAr = "خصم ٢٥٪ على الأثاث لكبار العملاء",
                Description = "Only for our VIP customers, from 1,000.",
                DescriptionAr = "لكبار عملائنا فقط من ١٠٠٠ فأكثر.",
                Kind = OfferKind.Percent,
                Worth = 25,
                Category = "furniture",
                MinPurchase = 1_000,
                Segment = SegmentNames.Vip,
                StartsAt = now,
                EndsAt = now.AddDays(10),
            },
        ];
}
