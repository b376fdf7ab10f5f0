using CsDashboard.Customers;

namespace CsDashboard.Marketplace.Finding;

/// <summary>A product as another program tells it, by its number. What isn't said stays; of a new one it is nothing.</summary>
public sealed class FedProduct
{
    /// <summary>The number: 1 and more.</summary>
    [Bounds(1, int.MaxValue - 1)]
    public int Number { get; set; }

    [Text(Catalogue.Product.MaxName)]
    public string? Name { get; set; }

    [Text(Catalogue.Product.MaxText, Optional = true)]
    public string? Description { get; set; }

    [Text(60, Optional = true)]
    public string? Brand { get; set; }

    /// <summary>By address or name; one that isn't there is made.</summary>
    [Text(100, Optional = true)]
    public string? Category { get; set; }

    [Text(100, Optional = true)]
    public string? Subcategory { get; set; }

    [Amount]
    public decimal? Price { get; set; }

    [Amount]
    public decimal? OriginalPrice { get; set; }

    /// <summary>Stars, 0 to 5, and of how many reviews: taken while nobody has reviewed it here.</summary>
    public decimal? Rating { get; set; }

    [Bounds(0, 10_000_000)]
    public int? ReviewCount { get; set; }

    [Bounds(0, Marketplace.Stock.StockItem.Most)]
    public int? StockQuantity { get; set; }
    public bool? IsFeatured { get; set; }
    public bool? IsDeal { get; set; }
    public bool? IsTrending { get; set; }
    public IReadOnlyList<string>? Tags { get; set; }
    public IReadOnlyList<string>? Features { get; set; }
    public IReadOnlyDictionary<string, string>? Specifications { get; set; }

    [Bounds(0, int.MaxValue)]
    public int? Views { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
}
