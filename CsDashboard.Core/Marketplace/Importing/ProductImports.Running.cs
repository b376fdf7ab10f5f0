using CsDashboard.Customers.Importing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Marketplace.Importing;

public sealed partial class ProductImports
{
    /// <summary>
    /// Runs what was asked for in a company, one import after another, until nothing is left. An import that fails says so and holds up no
    /// other.
    /// </summary>
    public async Task Work(Actor company, CancellationToken stopping = default)
    {
        while (true)
        {
            ProductImport? next;
            await using (var db = store.Open(company))
                next = await UnderWay(db).OrderBy(i => i.CreatedAt).FirstOrDefaultAsync(stopping);
            if (next is null)
                return;
            // In the history the person who asked is the one who acted.
            var person = company with
            {
                Role = Role.Admin,
                UserId = next.ById,
                Name = next.By,
            };
            try
            {
                if (!await (next.State == ImportState.Undoing ? TakeBack(person, next, stopping) : Run(person, next, stopping)))
                    return;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                if (e is not Refusal)
                    log.LogError(e, "The import {Import} failed", next.Id);
                await End(person, next.Id, ImportState.Failed, e is Refusal ? e.Message : Words.Of("Import_Broke"));
            }
        }
    }

    internal static IQueryable<ProductImport> UnderWay(AppDb db) =>
        db.ProductImports.Where(i => i.State == ImportState.Waiting || i.State == ImportState.Running || i.State == ImportState.Undoing);

    // False when another process is running it.
    private async Task<bool> Run(Actor person, ProductImport import, CancellationToken stopping)
    {
        await store.Write(person, async db => (await Find(db, import.Id)).Run(), stopping);
        var handled = import.Handled;
        await foreach (var groups in Groups(person, import, ProductColumns.Read(import.ColumnText), handled, stopping))
        {
            var outcome = await store.Write(person, db => Write(db, import.Id, handled, groups), stopping);
            if (outcome is not true)
                return outcome is false;
            handled += groups.Sum(g => g.Rows.Count);
        }
        await End(person, import.Id, ImportState.Done);
        return true;
    }

    /// <summary>Null when another process has handled other rows meanwhile, false when it was asked to stop.</summary>
    private static async Task<bool?> Write(AppDb db, Guid importId, int handled, IReadOnlyList<ProductGroup> groups)
    {
        var import = await Find(db, importId);
        if (import.Handled != handled || import.State != ImportState.Running)
            return null;
        if (import.StopAsked)
        {
            End(db, import, ImportState.Cancelled);
            return false;
        }
        var planned = (await ProductPlan.Of(db, groups)).ToLookup(one => one.Outcome);
        await ProductWriting.Add(db, import, [.. planned[ProductOutcome.New]]);
        await ProductWriting.Change(db, import, [.. planned[ProductOutcome.Changed]]);
        int Rows(ProductOutcome outcome) => planned[outcome].Sum(one => one.Rows);
        import.CountRows(Rows(ProductOutcome.New), Rows(ProductOutcome.Changed), Rows(ProductOutcome.Same), Rows(ProductOutcome.Faulty));
        Tell(db, importId);
        return true;
    }

    private async Task<bool> TakeBack(Actor person, ProductImport import, CancellationToken stopping)
    {
        while (await NextChange(person, import.Id, stopping) is { } change)
            await Restore(person, import.Id, change, stopping);
        var to = import.UndoneTo;
        while (true)
        {
            var outcome = await store.Write(person, db => Remove(db, import.Id, to), stopping);
            if (outcome is not { } reached)
                return false;
            if (reached == to)
                return true;
            to = reached;
        }
    }

    private async Task<Guid?> NextChange(Actor person, Guid importId, CancellationToken stopping)
    {
        await using var db = store.Open(person);
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
            await store.Write(person, db => Settle(db, importId, product, restores: true), stopping);
        }
        catch (Refusal)
        {
            await store.Write(person, db => Settle(db, importId, product, restores: false), stopping);
        }
    }

    private static async Task Settle(AppDb db, Guid importId, Guid product, bool restores)
    {
        var import = await Find(db, importId);
        if (await db.ProductImportChanges.SingleOrDefaultAsync(c => c.ImportId == importId && c.ProductId == product) is not { } change)
            return;
        var isBack = restores && await ProductWriting.Restore(db, import, change);
        import.CountUndone(isBack ? 1 : 0, isBack ? 0 : 1, import.UndoneTo);
        db.Remove(change);
        Tell(db, importId);
    }

    /// <summary>
    /// Takes a batch of new products away. Gives the number it came to, the same one when nothing was left; null when another process is
    /// doing it.
    /// </summary>
    private static async Task<long?> Remove(AppDb db, Guid importId, long after)
    {
        var import = await Find(db, importId);
        if (import.UndoneTo != after || import.State != ImportState.Undoing)
            return null;
        var batch = await db
            .Products.AsNoTracking()
            .Where(p => p.ImportId == importId && p.Number > after)
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
        {
            import.End(ImportState.Undone, db.Actor.Now);
            db.Record(new ProductImportUndone(importId, import.FileName, import.Removed, import.Kept));
            Tell(db, importId);
            return after;
        }
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
            db.Record(new ImportedProductsRemoved(importId, import.FileName, gone.ConvertAll(p => p.Number)));
        import.CountUndone(gone.Count, touched.Count, batch[^1].Number);
        Tell(db, importId);
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

    private Task End(Actor person, Guid importId, ImportState state, string? why = null) =>
        store.Write(person, async db => End(db, await Find(db, importId), state, why), CancellationToken.None);

    private static void End(AppDb db, ProductImport import, ImportState state, string? why = null)
    {
        import.End(state, db.Actor.Now, why);
        db.Record(new ProductImportEnded(import.Id, import.FileName, state, import.Tally, import.Changed));
        Tell(db, import.Id);
    }
}
