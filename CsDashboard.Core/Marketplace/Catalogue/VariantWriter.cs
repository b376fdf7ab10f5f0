using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>
/// Writes the variants of a product with their prices, the history of these and their stock, inside the write of the product.
/// </summary>
internal sealed class VariantWriter(AppDb db, Product product, Currency currency)
{
    public async Task Write(IReadOnlyList<VariantInput> inputs)
    {
        var skus = inputs.Select(v => v.Sku?.Trim()).Where(s => !string.IsNullOrEmpty(s)).ToList();
        if (
            await db
                .ProductVariants.Where(v => skus.Contains(v.Sku) && v.ProductId != product.Id)
                .Select(v => v.Sku)
                .FirstOrDefaultAsync() is
            { } taken
        )
            throw Refusal.Invalid("sku", Words.Of("Sku_Taken", taken));
        var matched = inputs.Select(Match).ToList();
        foreach (var gone in product.Variants.Except(matched.OfType<ProductVariant>()).ToList())
            await Remove(gone);
        var stock = await db.StockItems.Where(i => i.ProductId == product.Id).ToDictionaryAsync(i => i.VariantId);
        for (var i = 0; i < inputs.Count; i++)
        {
            var variant = matched[i] ?? Begin();
            SetPrice(variant, inputs[i], isNew: matched[i] is null);
            Describe(variant, inputs[i], i);
            await SetTierPrices(variant, inputs[i], isNew: matched[i] is null);
            await SetStock(variant, inputs[i], stock.GetValueOrDefault(variant.Id));
        }
    }

    private ProductVariant? Match(VariantInput input)
    {
        var key = ProductVariant.KeyOf(input.Values);
        return input.Id is { } id
            ? product.Variants.Find(v => v.Id == id) ?? throw Refusal.Invalid("variants", Words.Of("Product_VariantGone"))
            : product.Variants.Find(v => v.OptionKey == key);
    }

    /// <summary>A new variant of a new product, which is not in the database yet.</summary>
    public static ProductVariant Made(Product product, VariantInput input, int place)
    {
        var variant = new ProductVariant
        {
            ProductId = product.Id,
            Price = input.Price,
            ComparePrice = input.ComparePrice,
        };
        Describe(variant, input, place);
        product.Variants.Add(variant);
        return variant;
    }

    public static PriceEntry Entry(AppDb db, Guid product, ProductVariant variant) =>
        new()
        {
            ProductId = product,
            VariantId = variant.Id,
            Price = variant.Price,
            ComparePrice = variant.ComparePrice,
            From = db.Actor.Now,
            By = db.Actor.Name,
        };

    /// <summary>Of things there are only so many; of keys where somebody has counted them.</summary>
    public static bool IsCounted(Product product, VariantInput input, bool isThere) =>
        product.Kind == GoodsKind.Physical || product.Kind == GoodsKind.Key && (isThere || input.Stock is not null);

    private ProductVariant Begin()
    {
        var variant = new ProductVariant { ProductId = product.Id };
        product.Variants.Add(variant);
        db.Add(variant);
        return variant;
    }

    private static void Describe(ProductVariant variant, VariantInput input, int place)
    {
        variant.Take([.. input.Values.Select(v => v.Trim())], input.ValuesAr);
        (variant.Place, variant.Sku) = (place, string.IsNullOrWhiteSpace(input.Sku) ? null : input.Sku.Trim());
        (variant.IsActive, variant.MinPerOrder, variant.MaxPerOrder) = (input.IsActive, input.MinPerOrder, input.MaxPerOrder);
        variant.WeightGrams = input.WeightGrams;
    }

    public void SetPrice(ProductVariant variant, VariantInput input, bool isNew)
    {
        if (!isNew && (variant.Price, variant.ComparePrice) == (input.Price, input.ComparePrice))
            return;
        if (!isNew && variant.Price != input.Price)
            db.Record(new PriceChanged(product.Id, variant.Id, variant.Price, input.Price, currency.Code, product.NameEn));
        (variant.Price, variant.ComparePrice) = (input.Price, input.ComparePrice);
        db.Add(Entry(db, product.Id, variant));
    }

    private async Task SetTierPrices(ProductVariant variant, VariantInput input, bool isNew)
    {
        var known = isNew ? [] : await db.TierPrices.Where(t => t.VariantId == variant.Id).ToListAsync();
        db.RemoveRange(known.Where(t => !input.TierPrices.ContainsKey(t.Tier)));
        foreach (var (tier, price) in input.TierPrices)
            if (known.Find(t => t.Tier == tier) is { } same)
                same.Price = price;
            else
                db.Add(
                    new TierPrice
                    {
                        VariantId = variant.Id,
                        Tier = tier,
                        Price = price,
                    }
                );
    }

    private async Task SetStock(ProductVariant variant, VariantInput input, StockItem? item)
    {
        if (!IsCounted(product, input, item is not null))
        {
            if (item is not null)
                Drop(item);
            return;
        }
        var isNew = item is null;
        if (item is null)
            db.Add(item = new StockItem { VariantId = variant.Id, ProductId = product.Id });
        if (input.Policy == StockPolicy.Refuse && item.Reserved > item.OnHand)
            throw Refusal.Conflict(Words.Of("Stock_Owed", product.NameEn, item.Reserved - item.OnHand), "stock_owed");
        (item.Threshold, item.Policy) = (input.Threshold, input.Policy);
        if (isNew)
            item.UpdatedAt = db.Actor.Now;
        await db.SaveChangesAsync();
        if (isNew && input.Stock is { } first and > 0)
            await StockLedger.Move(db, item, StockMoveKind.In, first, null);
    }

    private async Task Remove(ProductVariant variant)
    {
        if (await db.StockItems.SingleOrDefaultAsync(i => i.VariantId == variant.Id) is { } item)
            Drop(item);
        db.RemoveRange(await db.TierPrices.Where(t => t.VariantId == variant.Id).ToListAsync());
        product.Variants.Remove(variant);
        db.Remove(variant);
        // Its key may be another's in the same write.
        await db.SaveChangesAsync();
    }

    private void Drop(StockItem item)
    {
        if (item.Reserved > 0)
            throw Refusal.Conflict(Words.Of("Stock_Ordered", product.NameEn, item.Reserved), "variant_ordered");
        db.Remove(item);
    }
}
