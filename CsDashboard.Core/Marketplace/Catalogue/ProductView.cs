using CsDashboard.Marketplace.Stock;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A product as it is read, with what is left of it.</summary>
public sealed record ProductView
{
    public required Product Product { get; init; }
    public required Currency Currency { get; init; }
    public Category? Category { get; init; }

    /// <summary>The category above its own, if there is one.</summary>
    public Category? Parent { get; init; }

    /// <summary>What can be sold of each variant; without an entry as many as anybody wants.</summary>
    public required IReadOnlyDictionary<Guid, StockView> Stock { get; init; }

    /// <summary>In the order of admins; the first stands for it.</summary>
    public IReadOnlyList<ProductPicture> Pictures { get; init; } = [];

    /// <summary>What members of a tier pay, by variant.</summary>
    public IReadOnlyList<TierPrice> TierPrices { get; init; } = [];

    /// <summary>Of variants that are reduced, the lowest price of the thirty days before.</summary>
    public IReadOnlyDictionary<Guid, decimal> Lowest { get; init; } = new Dictionary<Guid, decimal>();

    /// <summary>The tier of the customer who reads; with a single product.</summary>
    public string? OwnTier { get; init; }

    /// <summary>What this reader pays for a variant.</summary>
    public decimal PriceOf(ProductVariant variant) =>
        OwnTier is null ? variant.Price
        : TierPrices.FirstOrDefault(t => t.VariantId == variant.Id && t.Tier == OwnTier) is { } own ? Math.Min(own.Price, variant.Price)
        : variant.Price;

    /// <summary>What can be sold of all variants for sale together; null for as many as anybody wants.</summary>
    public int? Available =>
        Product.Variants.Where(v => v.IsActive).ToList() is var sold && sold.Exists(v => !Stock.ContainsKey(v.Id))
            ? null
            : (int)Math.Min(sold.Sum(v => (long)Math.Max(Stock[v.Id].Available, 0)), StockItem.Most);

    /// <summary>The level of all variants for sale together.</summary>
    public StockLevel Level
    {
        get
        {
            if (Product.State == ProductState.Archived)
                return StockLevel.Discontinued;
            if (Available is not { } left)
                return StockLevel.InStock;
            var sold = Product.Variants.Where(v => v.IsActive).Select(v => Stock[v.Id]).ToList();
            return left > 0 ? (left <= sold.Min(s => s.Threshold) ? StockLevel.LowStock : StockLevel.InStock)
                : sold.Exists(s => s.Policy == StockPolicy.BackOrder) ? StockLevel.PreOrder
                : StockLevel.OutOfStock;
        }
    }
}
