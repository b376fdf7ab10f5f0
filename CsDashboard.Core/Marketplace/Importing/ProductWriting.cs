using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Importing;

/// <summary>
/// Writes what was planned, inside the write of a batch: new products past EF, those that change by the verbs of the catalogue, each with
/// what it was before.
/// </summary>
internal static class ProductWriting
{
    public static async Task Add(AppDb db, ProductImport import, IReadOnlyList<PlannedProduct> added)
    {
        if (added.Count == 0)
            return;
        var number = await Sequences.Next(db, "product", added.Count);
        var (first, now) = (number, db.Actor.Now);
        var (products, variants, prices, tiers, stock) = (
            new List<Product>(added.Count),
            new List<ProductVariant>(added.Count),
            new List<PriceEntry>(added.Count),
            new List<TierPrice>(),
            new List<(StockItem Item, int First)>(added.Count)
        );
        foreach (var one in added)
        {
            var product = new Product
            {
                Number = number++,
                Slug = one.Slug,
                NameEn = one.Input.Name!,
                CreatedAt = now,
                ImportId = import.Id,
            };
            Products.Describe(product, one.Input, one.Slug);
            foreach (var (i, input) in one.Input.Variants.Index())
            {
                var variant = VariantWriter.Made(product, input, i);
                variants.Add(variant);
                prices.Add(VariantWriter.Entry(db, product.Id, variant));
                tiers.AddRange(
                    input.TierPrices.Select(t => new TierPrice
                    {
                        VariantId = variant.Id,
                        Tier = t.Key,
                        Price = t.Value,
                    })
                );
                if (VariantWriter.IsCounted(product, input, isThere: false))
                    stock.Add((StockLedger.Opened(variant, product.Id, input.Threshold, input.Policy, now), input.Stock ?? 0));
            }
            product.Arrive(one.State ?? ProductState.Draft, now);
            var counted = stock.Where(s => s.Item.ProductId == product.Id).ToDictionary(s => s.Item.VariantId, s => s);
            product.IsSoldOut = product
                .Variants.Where(v => v.IsActive)
                .All(v => counted.TryGetValue(v.Id, out var item) && item.First == 0 && item.Item.Policy == StockPolicy.Refuse);
            products.Add(product);
        }
        await db.InsertAll(products);
        await db.InsertAll(variants);
        await db.InsertAll(prices);
        await db.InsertAll(tiers);
        await StockLedger.Open(db, stock, ReasonOf(import));
        db.Record(new ProductsImported(import.Id, import.FileName, products.Count, first, number - 1));
        db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Marketplace"));
    }

    public static async Task Change(AppDb db, ProductImport import, IReadOnlyList<PlannedProduct> changed)
    {
        if (changed.Count == 0)
            return;
        var ids = changed.Select(c => c.Known!.Product.Id).ToList();
        var known = await db
            .ProductImportChanges.Where(c => c.ImportId == import.Id && ids.Contains(c.ProductId))
            .ToDictionaryAsync(c => c.ProductId);
        // First, while little is tracked: each move is saved.
        var moved = new Dictionary<Guid, Dictionary<Guid, int>>();
        foreach (var one in changed)
            moved[one.Known!.Product.Id] = await Restock(db, import, one);
        var repriced = changed.Where(c => c.IsRepriced).ToHashSet();
        await Products.Reprice(db, [.. repriced.Select(c => (c.Known!.Product.Id, c.Input))]);
        foreach (var one in changed)
        {
            if (one.IsRewritten && !repriced.Contains(one))
                await Products.Save(db, one.Known!.Product.Number, one.Input);
            if (one.NewState is { } state)
                await Products.Turn(db, one.Known!.Product.Number, state);
        }
        await db.SaveChangesAsync();
        var left = await db.Products.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.UpdatedAt);
        foreach (var one in changed)
        {
            var product = one.Known!.Product;
            if (!known.TryGetValue(product.Id, out var change))
                db.Add(
                    change = new ProductImportChange
                    {
                        ImportId = import.Id,
                        ProductId = product.Id,
                        Before = ProductPrint.Of(new ProductBefore(ProductInput.Of(one.Known), product.State, product.PublishAt)),
                    }
                );
            foreach (var (variant, by) in ProductImportChange.Read(change.Moved))
                moved[product.Id][variant] = moved[product.Id].GetValueOrDefault(variant) + by;
            change.Moved = moved[product.Id].Count == 0 ? "" : JsonSerializer.Serialize(moved[product.Id]);
            change.Left = left[product.Id];
        }
    }

    // By how much each variant was moved.
    private static async Task<Dictionary<Guid, int>> Restock(AppDb db, ProductImport import, PlannedProduct one)
    {
        var moved = new Dictionary<Guid, int>();
        foreach (var (variant, left) in one.Stock.OrderBy(s => s.Key))
        {
            var item = await db.StockItems.AsNoTracking().SingleAsync(i => i.VariantId == variant);
            await StockLedger.Move(db, item, StockMoveKind.Adjustment, left, ReasonOf(import));
            moved[variant] = left - item.Available;
        }
        return moved;
    }

    /// <summary>
    /// The product becomes what it was. False when it isn't what the import left any more: then it stays. Refuses as saving a product does.
    /// </summary>
    public static async Task<bool> Restore(AppDb db, ProductImport import, ProductImportChange change)
    {
        var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == change.ProductId);
        if (product is null || product.UpdatedAt != change.Left)
            return false;
        var before = ProductPrint.Read(change.Before);
        before.Product.Seen = null;
        foreach (var (variant, by) in ProductImportChange.Read(change.Moved))
            if (await db.StockItems.AsNoTracking().SingleOrDefaultAsync(i => i.VariantId == variant) is { } item)
                await StockLedger.Move(db, item, by < 0 ? StockMoveKind.In : StockMoveKind.Out, Math.Abs(by), ReasonOf(import));
        await Products.Save(db, product.Number, before.Product);
        if (product.State != before.State)
            await Products.Turn(db, product.Number, before.State, before.PublishAt);
        return true;
    }

    private static string ReasonOf(ProductImport import) => Lines.Cut(import.FileName, 200);
}
