using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Stock;

/// <summary>A line of the list of stock, or of its moves.</summary>
public sealed record StockRow
{
    public required int Number { get; init; }
    public required Guid VariantId { get; init; }
    public required string NameEn { get; init; }
    public string? NameAr { get; init; }
    public required string LabelEn { get; init; }
    public required string LabelAr { get; init; }
    public string? Sku { get; init; }
    public required StockView Stock { get; init; }
    public StockMove? Move { get; init; }

    public string Name(string language) => language == "ar" ? NameAr ?? NameEn : NameEn;

    public string Label(string language) => language == "ar" ? LabelAr : LabelEn;

    internal static StockRow Of(NamedStock named) =>
        new()
        {
            Number = named.Product.Number,
            VariantId = named.Variant.Id,
            NameEn = named.Product.NameEn,
            NameAr = named.Product.NameAr,
            LabelEn = named.Variant.Label("en"),
            LabelAr = named.Variant.Label("ar"),
            Sku = named.Variant.Sku,
            Stock = StockView.Of(named.Item),
        };
}
