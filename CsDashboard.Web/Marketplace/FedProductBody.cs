using CsDashboard.Foundation;
using CsDashboard.Marketplace.Finding;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>A product as a program tells it. What follows from others (discount, when it was changed) is read and left alone.</summary>
[SnakeCase]
public sealed class FedProductBody
{
    public int? Id { get; set; }
    public string? Name { get; set; }
    public string? Description { get; set; }
    public string? Brand { get; set; }
    public string? Category { get; set; }
    public string? Subcategory { get; set; }
    public decimal? Price { get; set; }
    public decimal? OriginalPrice { get; set; }
    public decimal? DiscountPercentage { get; set; }
    public decimal? Rating { get; set; }
    public int? ReviewCount { get; set; }
    public int? StockQuantity { get; set; }
    public bool? IsFeatured { get; set; }
    public bool? IsDeal { get; set; }
    public bool? IsTrending { get; set; }
    public List<string>? Tags { get; set; }
    public List<string>? Features { get; set; }
    public Dictionary<string, string>? Specifications { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public int? ViewCount { get; set; }

    internal FedProduct Told =>
        new()
        {
            Number = Id ?? throw Refusal.Invalid("id", Words.Of("Text_Required")),
            Name = Name,
            Description = Description,
            Brand = Brand,
            Category = Category?.Trim(),
            Subcategory = Subcategory?.Trim(),
            Price = Price,
            OriginalPrice = OriginalPrice,
            Rating = Rating,
            ReviewCount = ReviewCount,
            StockQuantity = StockQuantity,
            IsFeatured = IsFeatured,
            IsDeal = IsDeal,
            IsTrending = IsTrending,
            Tags = Tags,
            Features = Features,
            Specifications = Specifications,
            Views = ViewCount,
            CreatedAt = CreatedAt,
        };
}
