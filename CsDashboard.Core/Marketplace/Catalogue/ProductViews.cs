using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>Reads what belongs to products around them, at once for all of them.</summary>
internal static class ProductViews
{
    public static async Task<IReadOnlyList<ProductView>> Of(AppDb db, IReadOnlyList<Product> products)
    {
        if (products.Count == 0)
            return [];
        var ids = products.Select(p => p.Id).ToList();
        var variants = products.SelectMany(p => p.Variants).Select(v => v.Id).ToList();
        var currency = await Tenants.CurrencyOf(db);
        var stock = await db.StockItems.AsNoTracking().Where(i => ids.Contains(i.ProductId)).ToListAsync();
        var tiers = await db.TierPrices.AsNoTracking().Where(t => variants.Contains(t.VariantId)).ToListAsync();
        var lowest = await PriceHistory.LowestBefore(db, products);
        var pictures = await ProductPictures.Of(db, ids);
        var shelves = products.Any(p => p.CategoryId is not null) ? await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Id) : [];
        return
        [
            .. products.Select(p =>
            {
                var category = p.CategoryId is { } id ? shelves.GetValueOrDefault(id) : null;
                return new ProductView
                {
                    Product = p,
                    Currency = currency,
                    Category = category,
                    Parent = category?.ParentId is { } above ? shelves.GetValueOrDefault(above) : null,
                    Lowest = lowest,
                    Pictures = pictures.GetValueOrDefault(p.Id, []),
                    Stock = stock.Where(i => i.ProductId == p.Id).ToDictionary(i => i.VariantId, StockView.Of),
                    TierPrices = [.. tiers.Where(t => p.Variants.Exists(v => v.Id == t.VariantId))],
                };
            }),
        ];
    }
}
