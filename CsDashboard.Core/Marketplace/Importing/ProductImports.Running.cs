using System.Runtime.CompilerServices;
using CsDashboard.Customers.Importing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Importing;

public sealed partial class ProductImports
{
    private protected override async IAsyncEnumerable<ImportBatch<ProductImport>> Batches(
        Actor person,
        ProductImport run,
        [EnumeratorCancellation] CancellationToken stopping
    )
    {
        await foreach (var groups in Groups(person, run, ProductColumns.Read(run.ColumnText), run.Handled, stopping))
            yield return new(groups.Sum(g => g.Rows.Count), (db, import) => Write(db, import, groups));
    }

    private static async Task Write(AppDb db, ProductImport import, IReadOnlyList<ProductGroup> groups)
    {
        var planned = (await ProductPlan.Of(db, groups)).ToLookup(one => one.Outcome);
        await ProductWriting.Add(db, import, [.. planned[ProductOutcome.New]]);
        await ProductWriting.Change(db, import, [.. planned[ProductOutcome.Changed]]);
        int Rows(ProductOutcome outcome) => planned[outcome].Sum(one => one.Rows);
        import.CountRows(Rows(ProductOutcome.New), Rows(ProductOutcome.Changed), Rows(ProductOutcome.Same), Rows(ProductOutcome.Faulty));
    }

    private protected override async Task Restore(Actor person, ProductImport run, CancellationToken stopping)
    {
        while (await NextChange(person, run.Id, stopping) is { } change)
            await Restore(person, run.Id, change, stopping);
    }

    private async Task<Guid?> NextChange(Actor person, Guid importId, CancellationToken stopping)
    {
        await using var db = Store.Open(person);
        return await db
            .ProductImportChanges.Where(c => c.ImportId == importId)
            .OrderBy(c => c.ProductId)
            .Select(c => (Guid?)c.ProductId)
            .FirstOrDefaultAsync(stopping);
    }

    // Each for itself: what can't be restored, since orders wait for a variant that came with the import, stays.
    private async Task Restore(Actor person, Guid importId, Guid product, CancellationToken stopping)
    {
        try
        {
            await Store.Write(person, db => Settle(db, importId, product, restores: true), stopping);
        }
        catch (Refusal)
        {
            await Store.Write(person, db => Settle(db, importId, product, restores: false), stopping);
        }
    }

    private async Task Settle(AppDb db, Guid importId, Guid product, bool restores)
    {
        var import = await Find(db, importId);
        if (await db.ProductImportChanges.SingleOrDefaultAsync(c => c.ImportId == importId && c.ProductId == product) is not { } change)
            return;
        var isBack = restores && await ProductWriting.Restore(db, import, change);
        import.CountUndone(isBack ? 1 : 0, isBack ? 0 : 1, import.UndoneTo);
        db.Remove(change);
        Tell(db, importId);
    }

    private protected override async Task<long?> Remove(AppDb db, ProductImport run, long after)
    {
        var batch = await db
            .Products.AsNoTracking()
            .Where(p => p.ImportId == run.Id && p.Number > after)
            .OrderBy(p => p.Number)
            .Take(Batch)
            .Select(p => new
            {
                p.Id,
                p.Number,
                Changed = p.RatingCount > 0,
            })
            .ToListAsync();
        if (batch.Count == 0)
            return null;
        // Whatever happened to a product was recorded, and an import records nothing of each one that it makes.
        var ids = batch.ConvertAll(p => p.Id);
        var touched = batch.Where(p => p.Changed).Select(p => p.Id).ToHashSet();
        touched.UnionWith(await db.Events.Where(e => ids.Contains(e.SubjectId)).Select(e => e.SubjectId).Distinct().ToListAsync());
        touched.UnionWith(
            await db
                .Orders.SelectMany(o => o.Lines)
                .Where(l => l.ProductId != null && ids.Contains(l.ProductId.Value))
                .Select(l => l.ProductId!.Value)
                .Distinct()
                .ToListAsync()
        );
        var gone = batch.Where(p => !touched.Contains(p.Id)).ToList();
        if (gone.Count > 0)
            await Take(db, gone.ConvertAll(p => p.Id));
        if (gone.Count > 0)
            db.Record(new ImportedProductsRemoved(run.Id, run.FileName, gone.ConvertAll(p => p.Number)));
        run.CountUndone(gone.Count, touched.Count, batch[^1].Number);
        return batch[^1].Number;
    }

    private static async Task Take(AppDb db, List<Guid> products)
    {
        var variants = db.ProductVariants.Where(v => products.Contains(v.ProductId)).Select(v => v.Id);
        await db.StockMoves.Where(m => variants.Contains(m.VariantId)).ExecuteDeleteAsync();
        await db.StockItems.Where(i => products.Contains(i.ProductId)).ExecuteDeleteAsync();
        await db.TierPrices.Where(t => variants.Contains(t.VariantId)).ExecuteDeleteAsync();
        await db.PriceEntries.Where(e => products.Contains(e.ProductId)).ExecuteDeleteAsync();
        await db.ProductVariants.Where(v => products.Contains(v.ProductId)).ExecuteDeleteAsync();
        await db.Products.Where(p => products.Contains(p.Id)).ExecuteDeleteAsync();
    }
}
