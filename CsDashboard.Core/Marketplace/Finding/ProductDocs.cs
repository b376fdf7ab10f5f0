using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Search.Faceting;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Finding;

/// <summary>Products as the index has them. A product is one thing there, whatever its variants are.</summary>
internal static class ProductDocs
{
    public const string Category = "category",
        Brand = "brand",
        Tag = "tag",
        Flag = "flag",
        Option = "option",
        PriceRange = "price",
        RatingRange = "rating";
    public const string Featured = "featured",
        Deal = "deal",
        Trending = "trending",
        InStock = "in_stock";
    public const string Price = "price",
        Rating = "rating",
        Created = "created_at",
        Views = "view_count";

    /// <summary>Prices in ten-thousandths, as they are stored.</summary>
    public const decimal Scale = 10_000;

    // Contract: market, Search. From inclusive, to exclusive.
    public static readonly IReadOnlyList<string> PriceRanges = ["<50", "50-100", "100-200", "200-500", ">=500"],
        RatingRanges = [">=4.5", "4.0-4.5", "3.5-4.0", "3.0-3.5", "<3.0"];

    /// <summary>Weights in hundredths (contract: market, Search).</summary>
    public static readonly FacetSchema Schema = new(
        [
            new("name", 300, "en"),
            new("name", 300, "ar"),
            new("brand", 200),
            new("description", 150, "en"),
            new("description", 150, "ar"),
            new("features", 100, "en"),
            new("features", 100, "ar"),
            new("tags", 100),
        ],
        [Category, Brand, Tag, Flag, Option, PriceRange, RatingRange],
        [Price, Rating, Created, Views]
    );

    /// <summary>Names and brands: what suggestions look in.</summary>
    public static readonly IReadOnlySet<int> Named = new HashSet<int> { 0, 1, 2 };

    /// <summary>What stands on a shelf: on sale now or at a time to come, and not left out of searching.</summary>
    public static IQueryable<Product> Shown(IQueryable<Product> those) =>
        those.Where(p => p.State == ProductState.Published && !p.IsHidden);

    public static IQueryable<Product> Whole(IQueryable<Product> those) =>
        those.AsNoTracking().Include(p => p.Variants.OrderBy(v => v.Place)).AsSplitQuery();

    public static FacetDoc Of(Product p) =>
        new(p.Id)
        {
            // What is bought, rated and looked at; the newest among equals.
            Rank = ((p.RatingCount * 20L + p.Views) << 32) + p.CreatedAt.ToUnixTimeSeconds(),
            IsLast = p.IsSoldOut,
            Words =
            [
                FacetWords.Of(p.NameEn),
                FacetWords.Of(p.NameAr),
                FacetWords.Of(p.Brand),
                FacetWords.Of(p.SummaryEn, p.DescriptionEn),
                FacetWords.Of(p.SummaryAr, p.DescriptionAr),
                FacetWords.Of([
                    p.FeaturesEn,
                    p.SpecificationsEn,
                    .. p.Variants.Select(v => v.Sku),
                    .. p.Variants.Select(v => v.Label("en")),
                ]),
                FacetWords.Of([p.FeaturesAr, p.SpecificationsAr, .. p.Variants.Select(v => v.Option1Ar is null ? null : v.Label("ar"))]),
                FacetWords.Of(p.TagText),
            ],
            Values =
            [
                p.CategoryId is { } category ? [CategoryKey(category)] : [],
                p.Brand is { Length: > 0 } brand ? [brand] : [],
                [.. TagWords.Split(p.TagText)],
                [.. Flags(p)],
                [.. Options(p).Distinct(StringComparer.Ordinal)],
                [
                    PriceRanges[
                        p.Price < 50 ? 0
                        : p.Price < 100 ? 1
                        : p.Price < 200 ? 2
                        : p.Price < 500 ? 3
                        : 4
                    ],
                ],
                [
                    RatingRanges[
                        p.Rating >= 450 ? 0
                        : p.Rating >= 400 ? 1
                        : p.Rating >= 350 ? 2
                        : p.Rating >= 300 ? 3
                        : 4
                    ],
                ],
            ],
            Numbers = [(long)(p.Price * Scale), p.Rating, p.CreatedAt.UtcTicks, p.Views],
            Labels = p.NameAr is { Length: > 0 } arabic ? [p.NameEn, arabic] : [p.NameEn],
        };

    public static string CategoryKey(Guid id) => id.ToString("N");

    private static IEnumerable<string> Flags(Product p)
    {
        if (p.IsFeatured)
            yield return Featured;
        if (p.IsDeal && p.ComparePrice is not null)
            yield return Deal;
        if (p.IsTrending)
            yield return Trending;
        if (!p.IsSoldOut)
            yield return InStock;
    }

    // "Size: Large" in English, which is the name of the value.
    private static IEnumerable<string> Options(Product p)
    {
        var names = p.Options("en");
        return p.Variants.Where(v => v.IsActive).SelectMany(v => v.Values.Zip(names, (value, name) => $"{name}: {value}"));
    }
}
