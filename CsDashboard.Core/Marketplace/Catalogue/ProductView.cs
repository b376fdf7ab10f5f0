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

    /// <summary>What members of a tier pay, by variant.</summary>
    public IReadOnlyList<TierPrice> TierPrices { get; init; } = [];

    /// <summary>What can be sold of all variants for sale together; null for as many as anybody wants.</summary>
    public int? Available =>
        Product.Variants.Where(v => v.IsActive).ToList() is var sold && sold.Exists(v => !Stock.ContainsKey(v.Id))
            ? null
            : (int)Math.Min(sold.Sum(v => (long)Math.Max(Stock[v.Id].Available, 0)), StockItem.Most);
}
