using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Marketplace.Finding;
using CsDashboard.Search.Faceting;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>A page of what was found, and how much of all of it there is of what (contract: market, Search).</summary>
[SnakeCase]
public sealed record SearchAnswer
{
    public required IReadOnlyList<FoundProductAnswer> Products { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int Size { get; init; }
    public required int Pages { get; init; }

    /// <summary>Of all that was found, with every filter.</summary>
    public required AggregationsAnswer Aggregations { get; init; }

    /// <summary>The same without the filter of its own kind: how many another choice would find.</summary>
    public required FacetsAnswer? Facets { get; init; }
    public required string Query { get; init; }

    /// <summary>What was looked for instead, where nobody has what was typed.</summary>
    public required string? Corrected { get; init; }
    public required IReadOnlyDictionary<string, object> Filters { get; init; }

    internal static SearchAnswer Of(SearchQuery query, ShopFound found, PictureAddresses addresses) =>
        new()
        {
            Products = [.. found.Hits.Select(hit => FoundProductAnswer.Of(hit, addresses))],
            Total = found.Total,
            Page = query.PageAsked,
            Size = query.SizeAsked,
            Pages = (found.Total + query.SizeAsked - 1) / query.SizeAsked,
            Aggregations = new(
                BucketsAnswer.Of(found.Categories),
                BucketsAnswer.Of(found.Brands),
                BucketsAnswer.Of(found.Prices),
                BucketsAnswer.Of(found.Ratings)
            ),
            Facets = found.Choices is { } choices ? FacetsAnswer.Of(choices) : null,
            Query = query.Q ?? "",
            Corrected = found.Corrected,
            Filters = query.Given,
        };
}

[SnakeCase]
public sealed record AggregationsAnswer(BucketsAnswer Categories, BucketsAnswer Brands, BucketsAnswer PriceRanges, BucketsAnswer Ratings);

[SnakeCase]
public sealed record BucketsAnswer(IReadOnlyList<BucketAnswer> Buckets)
{
    internal static BucketsAnswer Of(IReadOnlyList<FacetCount> counts) => new([.. counts.Select(c => new BucketAnswer(c.Value, c.Count))]);
}

[SnakeCase]
public sealed record BucketAnswer(string Key, int DocCount);

[SnakeCase]
public sealed record FacetsAnswer
{
    private const int Most = 50;

    public required IReadOnlyList<BucketAnswer> Brands { get; init; }
    public required IReadOnlyList<BucketAnswer> Tags { get; init; }
    public required IReadOnlyList<BucketAnswer> Options { get; init; }
    public required IReadOnlyList<BucketAnswer> PriceRanges { get; init; }
    public required IReadOnlyList<BucketAnswer> Ratings { get; init; }
    public required decimal? LowestPrice { get; init; }
    public required decimal? HighestPrice { get; init; }

    internal static FacetsAnswer Of(ShopChoices choices) =>
        new()
        {
            Brands = All(choices.Brands),
            Tags = All(choices.Tags),
            Options = All(choices.Options),
            PriceRanges = All(choices.Prices),
            Ratings = All(choices.Ratings),
            LowestPrice = choices.Bounds?.Least,
            HighestPrice = choices.Bounds?.Most,
        };

    private static IReadOnlyList<BucketAnswer> All(IReadOnlyList<FacetCount> counts) =>
        [.. counts.Take(Most).Select(c => new BucketAnswer(c.Value, c.Count))];
}

/// <summary>A product that was found. Its category is the one at the top, by its English name, as the buckets have it.</summary>
[SnakeCase]
public sealed record FoundProductAnswer
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public required string Description { get; init; }
    public required string? Brand { get; init; }
    public required string? Category { get; init; }
    public required string? Subcategory { get; init; }
    public required decimal Price { get; init; }
    public required decimal? OriginalPrice { get; init; }
    public required int DiscountPercentage { get; init; }
    public required string Currency { get; init; }
    public required decimal Rating { get; init; }
    public required int ReviewCount { get; init; }
    public required int StockQuantity { get; init; }
    public required bool IsFeatured { get; init; }
    public required bool IsDeal { get; init; }
    public required bool IsTrending { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required IReadOnlyList<string> Features { get; init; }
    public required IReadOnlyDictionary<string, string> Specifications { get; init; }
    public required string? ImageUrl { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required int ViewCount { get; init; }

    /// <summary>The weight of the best field, the mean over the words: 3 for a name as it was typed.</summary>
    [JsonPropertyName("_score")]
    public required decimal Score { get; init; }

    internal static FoundProductAnswer Of(ShopHit hit, PictureAddresses addresses)
    {
        var one = ProductAnswer.Of(hit.Product, addresses);
        return new()
        {
            Id = one.Id,
            Name = one.Name,
            Slug = one.Slug,
            Description = one.Description,
            Brand = one.Brand,
            Category = (hit.Product.Parent ?? hit.Product.Category)?.NameEn,
            Subcategory = hit.Product.Parent is null ? null : hit.Product.Category?.NameEn,
            Price = one.Price,
            OriginalPrice = one.OriginalPrice,
            DiscountPercentage = one.DiscountPercentage,
            Currency = one.Currency,
            Rating = one.Rating,
            ReviewCount = one.ReviewCount,
            StockQuantity = one.StockQuantity,
            IsFeatured = one.IsFeatured,
            IsDeal = one.IsDeal,
            IsTrending = one.IsTrending,
            Tags = one.Tags,
            Features = one.Features,
            Specifications = one.Specifications,
            ImageUrl = one.ImageUrl,
            CreatedAt = one.CreatedAt,
            UpdatedAt = one.UpdatedAt,
            ViewCount = one.ViewCount,
            Score = hit.Score,
        };
    }
}

[SnakeCase]
public sealed record SuggestionsAnswer(IReadOnlyList<string> Suggestions);

[SnakeCase]
public sealed record SearchAnalyticsAnswer(
    int TotalSearches,
    IReadOnlyList<DailyTrendAnswer> DailyTrends,
    IReadOnlyList<SearchedCategoryAnswer> TopCategories,
    IReadOnlyList<SearchedBrandAnswer> TopBrands
)
{
    internal static SearchAnalyticsAnswer Of(SearchSummary summary) =>
        new(
            summary.Total,
            [.. summary.Days.Select(d => new DailyTrendAnswer(d.Day, d.Count))],
            [.. summary.Categories.Select(c => new SearchedCategoryAnswer(c.Said, c.Count))],
            [.. summary.Brands.Select(b => new SearchedBrandAnswer(b.Said, b.Count))]
        );
}

[SnakeCase]
public sealed record DailyTrendAnswer(DateOnly Date, int Count);

[SnakeCase]
public sealed record SearchedCategoryAnswer(string Category, int Count);

[SnakeCase]
public sealed record SearchedBrandAnswer(string Brand, int Count);

[SnakeCase]
public sealed record PopularSearchesAnswer(IReadOnlyList<PopularSearchAnswer> PopularSearches);

[SnakeCase]
public sealed record PopularSearchAnswer(string Query, int Count);
