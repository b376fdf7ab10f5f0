using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Stock;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>A product as the contract has it (market, Calls), and what a shop beside it needs besides.</summary>
[SnakeCase]
public sealed record ProductAnswer
{
    // There are as many as anybody wants; programs expect a number.
    internal const int Plenty = 999_999;

    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public required string Description { get; init; }
    public required string? Summary { get; init; }
    public required string? Brand { get; init; }
    public required int? CategoryId { get; init; }

    /// <summary>The address of the shelf at the top, and of the one below it that the product stands on.</summary>
    public required string? Category { get; init; }
    public required string? Subcategory { get; init; }
    public required decimal Price { get; init; }
    public required decimal? OriginalPrice { get; init; }
    public required int DiscountPercentage { get; init; }
    public required string Currency { get; init; }
    public required decimal Rating { get; init; }
    public required int ReviewCount { get; init; }
    public required int StockQuantity { get; init; }
    public required bool IsActive { get; init; }
    public required bool IsFeatured { get; init; }
    public required bool IsDeal { get; init; }
    public required bool IsTrending { get; init; }
    public required string Kind { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required IReadOnlyList<string> Features { get; init; }
    public required IReadOnlyDictionary<string, string> Specifications { get; init; }
    public required IReadOnlyList<string> Options { get; init; }
    public required IReadOnlyList<VariantAnswer> Variants { get; init; }

    /// <summary>Where its first picture lies; null for a product without any.</summary>
    public required string? ImageUrl { get; init; }
    public required IReadOnlyList<ProductImageAnswer> Images { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required int ViewCount { get; init; }

    internal static ProductAnswer Of(ProductView view, PictureAddresses addresses)
    {
        var (product, language) = (view.Product, Words.Language);
        return new()
        {
            Id = product.Number,
            Name = product.Name(language),
            Slug = product.Slug,
            Description = product.Description(language) ?? product.Summary(language) ?? "",
            Summary = product.Summary(language),
            Brand = product.Brand,
            CategoryId = view.Category?.Number,
            Category = (view.Parent ?? view.Category)?.Slug,
            Subcategory = view.Parent is null ? null : view.Category?.Slug,
            Price = product.Price,
            OriginalPrice = product.ComparePrice,
            DiscountPercentage = ProductLook.Discount(product.Price, product.ComparePrice),
            Currency = view.Currency.Code,
            Rating = product.Rating / 100m,
            ReviewCount = product.RatingCount,
            StockQuantity = view.Available ?? Plenty,
            IsActive = true,
            IsFeatured = product.IsFeatured,
            IsDeal = product.IsDeal,
            IsTrending = product.IsTrending,
            Kind = Word.Of(product.Kind),
            Tags = TagWords.Split(product.TagText),
            Features = product.Features(language),
            Specifications = product.Specifications(language).DistinctBy(s => s.Name).ToDictionary(s => s.Name, s => s.Value),
            Options = product.Options(language),
            Variants =
            [
                .. product
                    .Variants.Where(v => v.IsActive)
                    .Select(v => new VariantAnswer
                    {
                        Id = v.Id,
                        Sku = v.Sku,
                        Values = [.. v.ValuesIn(language)],
                        Price = v.Price,
                        OriginalPrice = v.ComparePrice,
                        StockQuantity = view.Stock.TryGetValue(v.Id, out var stock) ? Math.Max(stock.Available, 0) : Plenty,
                        Status = Word.Of(stock?.Level ?? StockLevel.InStock),
                        MinQuantity = v.MinPerOrder,
                        MaxQuantity = v.MaxPerOrder,
                    }),
            ],
            ImageUrl = view.Pictures is [var first, ..] ? addresses.Of(first, Preset.Medium) : null,
            Images = [.. view.Pictures.Select(p => ProductImageAnswer.Of(p, addresses))],
            CreatedAt = product.CreatedAt,
            UpdatedAt = product.UpdatedAt,
            ViewCount = product.Views,
        };
    }
}

/// <summary>A picture of a product: squares of 150, 300, 600 and 1200, and whole.</summary>
[SnakeCase]
public sealed record ProductImageAnswer
{
    public required string Thumbnail { get; init; }
    public required string Small { get; init; }
    public required string Medium { get; init; }
    public required string Large { get; init; }
    public required string Whole { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }

    /// <summary>What is seen on it.</summary>
    public required string? Alt { get; init; }

    internal static ProductImageAnswer Of(ProductPicture picture, PictureAddresses addresses) =>
        new()
        {
            Thumbnail = addresses.Of(picture, Preset.Thumbnail),
            Small = addresses.Of(picture, Preset.Small),
            Medium = addresses.Of(picture, Preset.Medium),
            Large = addresses.Of(picture, Preset.Large),
            Whole = addresses.Of(picture, Preset.Page),
            Width = picture.Width,
            Height = picture.Height,
            Alt = picture.Alt(Words.Language),
        };
}

[SnakeCase]
public sealed record VariantAnswer
{
    public required Guid Id { get; init; }
    public required string? Sku { get; init; }
    public required IReadOnlyList<string> Values { get; init; }
    public required decimal Price { get; init; }
    public required decimal? OriginalPrice { get; init; }
    public required int StockQuantity { get; init; }
    public required string Status { get; init; }
    public required int MinQuantity { get; init; }
    public required int? MaxQuantity { get; init; }
}

[SnakeCase]
public sealed record ProductListAnswer(IReadOnlyList<ProductAnswer> Products, int Total, int Skip, int Limit);

[SnakeCase]
public sealed record ProductsAnswer(IReadOnlyList<ProductAnswer> Products);

[SnakeCase]
public sealed record CategoryAnswer
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public required string? Description { get; init; }
    public required string? Icon { get; init; }
    public required string? Color { get; init; }
    public required int SortOrder { get; init; }
    public required int? ParentId { get; init; }

    internal static CategoryAnswer Of(Category category, int? parent) =>
        new()
        {
            Id = category.Number,
            Name = category.Name(Words.Language),
            Slug = category.Slug,
            Description = category.Description(Words.Language),
            Icon = category.Icon,
            Color = category.Color,
            SortOrder = category.Place,
            ParentId = parent,
        };
}

[SnakeCase]
public sealed record InventoryAnswer(int ProductId, int CurrentStock, int MinThreshold, string Status, DateTimeOffset LastUpdated);

[SnakeCase]
public sealed record StockAnswer(int Id, int StockQuantity);

[SnakeCase]
public sealed record StockMoveAnswer
{
    public required int Id { get; init; }
    public required int ProductId { get; init; }
    public required string? UserId { get; init; }
    public required string Action { get; init; }
    public required int Quantity { get; init; }
    public required int PreviousQuantity { get; init; }
    public required int NewQuantity { get; init; }
    public required string? Reason { get; init; }
    public required Guid? OrderId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The same as the reason; programs look for it under either name.</summary>
    public string? Notes => Reason;
}
