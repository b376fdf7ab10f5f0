using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Stock;

/// <summary>
/// Keeps on the product whether anything is left of it, so that lists need not ask. Inside the write that changed stock or variants, after
/// it was saved.
/// </summary>
internal static class StockMarks
{
    public static async Task Set(AppDb db, IReadOnlyCollection<Guid> products)
    {
        var stock = db.StockItems;
        var there = await db
            .ProductVariants.Where(v => products.Contains(v.ProductId) && v.IsActive)
            .Where(v =>
                !stock.Any(i => i.VariantId == v.Id)
                || stock.Any(i => i.VariantId == v.Id && (i.Policy == StockPolicy.BackOrder || i.OnHand > i.Reserved))
            )
            .Select(v => v.ProductId)
            .Distinct()
            .ToListAsync();
        var gone = products.Except(there).ToList();
        await db
            .Products.Where(p => there.Contains(p.Id) && p.IsSoldOut)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.IsSoldOut, false));
        await db
            .Products.Where(p => gone.Contains(p.Id) && !p.IsSoldOut)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.IsSoldOut, true));
        foreach (var known in db.ChangeTracker.Entries<Product>().Where(e => products.Contains(e.Entity.Id)))
            known.Entity.IsSoldOut = gone.Contains(known.Entity.Id);
    }
}
