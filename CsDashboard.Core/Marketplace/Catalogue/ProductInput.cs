using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Stock;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A whole product as it is to be: what is not given is removed.</summary>
public sealed class ProductInput
{
    public const int MaxVariants = 100,
        MaxOptions = 3;

    [Text(Product.MaxName)]
    public string? Name { get; set; }

    [Text(Product.MaxName, Optional = true)]
    public string? NameAr { get; set; }

    /// <summary>In addresses; without one it is made from the English name.</summary>
    [Text(100, Optional = true)]
    public string? Slug { get; set; }
    public GoodsKind Kind { get; set; }

    [Text(Product.MaxSummary, Optional = true)]
    public string? Summary { get; set; }

    [Text(Product.MaxSummary, Optional = true)]
    public string? SummaryAr { get; set; }

    [Text(Product.MaxText, Optional = true)]
    public string? Description { get; set; }

    [Text(Product.MaxText, Optional = true)]
    public string? DescriptionAr { get; set; }

    /// <summary>A line each.</summary>
    [Text(4_000, Optional = true)]
    public string? Features { get; set; }

    [Text(4_000, Optional = true)]
    public string? FeaturesAr { get; set; }

    /// <summary>A line each, "Weight: 300 g".</summary>
    [Text(4_000, Optional = true)]
    public string? Specifications { get; set; }

    [Text(4_000, Optional = true)]
    public string? SpecificationsAr { get; set; }
    public Guid? CategoryId { get; set; }

    [Text(60, Optional = true)]
    public string? Brand { get; set; }
    public IReadOnlyList<string> Tags { get; set; } = [];
    public bool IsFeatured { get; set; }
    public bool IsDeal { get; set; }
    public bool IsTrending { get; set; }

    /// <summary>Access: the tier, and the days it lasts.</summary>
    [Text(40, Optional = true)]
    public string? Tier { get; set; }

    [Bounds(1, 3_660)]
    public int? AccessDays { get; set; }

    /// <summary>What the variants differ in, a line each.</summary>
    [Text(200, Optional = true)]
    public string? Options { get; set; }

    [Text(200, Optional = true)]
    public string? OptionsAr { get; set; }

    /// <summary>At least one; of a product without options the plain one alone.</summary>
    public IReadOnlyList<VariantInput> Variants { get; set; } = [];

    /// <summary>The version that the editor last saw, by its time; null to overwrite whatever happened since.</summary>
    public DateTimeOffset? Seen { get; set; }

    /// <summary>The product as it is, to be changed.</summary>
    public static ProductInput Of(ProductView view)
    {
        var p = view.Product;
        return new()
        {
            Name = p.NameEn,
            NameAr = p.NameAr,
            Slug = p.Slug,
            Kind = p.Kind,
            Summary = p.SummaryEn,
            SummaryAr = p.SummaryAr,
            Description = p.DescriptionEn,
            DescriptionAr = p.DescriptionAr,
            Features = p.FeaturesEn,
            FeaturesAr = p.FeaturesAr,
            Specifications = p.SpecificationsEn,
            SpecificationsAr = p.SpecificationsAr,
            CategoryId = p.CategoryId,
            Brand = p.Brand,
            Tags = TagWords.Split(p.TagText),
            IsFeatured = p.IsFeatured,
            IsDeal = p.IsDeal,
            IsTrending = p.IsTrending,
            Tier = p.Tier,
            AccessDays = p.AccessDays,
            Options = p.OptionsEn,
            OptionsAr = p.OptionsAr,
            Variants = [.. p.Variants.Select(v => VariantInput.Of(v, view))],
            Seen = p.UpdatedAt,
        };
    }
}

public sealed class VariantInput
{
    /// <summary>Null for a new one.</summary>
    public Guid? Id { get; set; }

    [Text(60, Optional = true)]
    public string? Sku { get; set; }

    /// <summary>The values of the options, in their order.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];

    /// <summary>The same in Arabic; nothing for one that reads the same, or that nobody has translated.</summary>
    public IReadOnlyList<string?> ValuesAr { get; set; } = [];

    [Amount]
    public decimal Price { get; set; }

    [Amount]
    public decimal? ComparePrice { get; set; }
    public bool IsActive { get; set; } = true;

    [Bounds(1, 100_000)]
    public int MinPerOrder { get; set; } = 1;

    [Bounds(1, 100_000)]
    public int? MaxPerOrder { get; set; }

    [Bounds(0, 1_000_000)]
    public int? WeightGrams { get; set; }

    /// <summary>
    /// How many there are when it is made; later stock is moved. Null where there are as many as anybody wants; of things in parcels none.
    /// </summary>
    [Bounds(0, StockItem.Most)]
    public int? Stock { get; set; }

    [Bounds(0, StockItem.Most)]
    public int Threshold { get; set; } = 5;
    public StockPolicy Policy { get; set; }

    /// <summary>What members of a tier pay, by the tier.</summary>
    public IReadOnlyDictionary<string, decimal> TierPrices { get; set; } = new Dictionary<string, decimal>();

    internal static VariantInput Of(ProductVariant v, ProductView view) =>
        new()
        {
            Id = v.Id,
            Sku = v.Sku,
            Values = [.. v.Values],
            ValuesAr = [.. new[] { v.Option1Ar, v.Option2Ar, v.Option3Ar }.Take(v.Values.Count())],
            Price = v.Price,
            ComparePrice = v.ComparePrice,
            IsActive = v.IsActive,
            MinPerOrder = v.MinPerOrder,
            MaxPerOrder = v.MaxPerOrder,
            WeightGrams = v.WeightGrams,
            Threshold = view.Stock.GetValueOrDefault(v.Id)?.Threshold ?? 5,
            Policy = view.Stock.GetValueOrDefault(v.Id)?.Policy ?? StockPolicy.Refuse,
            TierPrices = view.TierPrices.Where(t => t.VariantId == v.Id).ToDictionary(t => t.Tier, t => t.Price),
        };
}
