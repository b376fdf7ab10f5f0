using CsDashboard.Marketplace.Stock;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A line of the catalogue as staff list it.</summary>
public sealed record ProductRow
{
    public required int Number { get; init; }
    public required string NameEn { get; init; }
    public string? NameAr { get; init; }
    public GoodsKind Kind { get; init; }
    public string? Brand { get; init; }
    public ProductState State { get; init; }
    public DateTimeOffset? PublishAt { get; init; }
    public string? CategoryEn { get; init; }
    public string? CategoryAr { get; init; }
    public decimal Price { get; init; }
    public required Currency Currency { get; init; }

    /// <summary>What can be sold of it; null for as many as anybody wants.</summary>
    public int? Available { get; init; }
    public StockLevel Level { get; init; }
    public ProductPicture? Picture { get; init; }
    public int Views { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public string Name(string language) => language == "ar" ? NameAr ?? NameEn : NameEn;

    public string? Category(string language) => language == "ar" ? CategoryAr ?? CategoryEn : CategoryEn;

    internal static ProductRow Of(ProductView view) =>
        new()
        {
            Number = view.Product.Number,
            NameEn = view.Product.NameEn,
            NameAr = view.Product.NameAr,
            Kind = view.Product.Kind,
            Brand = view.Product.Brand,
            State = view.Product.State,
            PublishAt = view.Product.PublishAt,
            CategoryEn = view.Category?.NameEn,
            CategoryAr = view.Category?.NameAr,
            Price = view.Product.Price,
            Currency = view.Currency,
            Available = view.Available,
            Level = view.Level,
            Picture = view.Pictures.Count > 0 ? view.Pictures[0] : null,
            Views = view.Product.Views,
            CreatedAt = view.Product.CreatedAt,
        };
}
