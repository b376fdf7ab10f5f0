using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>The files that buyers of a product download, as admins keep them.</summary>
public sealed class ProductFiles(Store store, IFileStore files, FileQuota quota)
{
    /// <summary>At most 100 MB a file, and twenty files a product.</summary>
    public const long MaxBytes = 100 * 1024 * 1024;
    public const int Most = 20;

    /// <summary>In the order in which they were added. Admins; NotFound.</summary>
    public async Task<IReadOnlyList<ProductFile>> List(Actor actor, int number)
    {
        actor.Demand(MarketRights.Manage);
        await using var db = store.Open(actor);
        var product = await Find(db, number);
        return await Of(db, [product.Id]).ToListAsync();
    }

    /// <summary>
    /// Adds a file of any kind. Admins; NotFound for what is no product of files, Conflict beyond twenty, Invalid (file) for an empty one,
    /// TooLarge beyond 100 MB or the company's quota. If it breaks off, nothing remains.
    /// </summary>
    public async Task Add(Actor actor, int number, string? name, Stream content, CancellationToken cancellation = default)
    {
        actor.Demand(MarketRights.Manage);
        var shown = FileKinds.ShownName(name ?? "");
        await using (var db = store.Open(actor))
        {
            await quota.Demand(db, 1, cancellation);
            await DemandRoom(db, (await Find(db, number)).Id);
        }
        var counted = new CheckedContent(content, MaxBytes, name: null);
        await files.Keep(
            actor.TenantId,
            counted,
            key =>
                store.Write(
                    actor,
                    async db =>
                    {
                        await quota.Demand(db, counted.Length, cancellation);
                        var product = await Find(db, number);
                        await DemandRoom(db, product.Id);
                        db.ProductFiles.Add(
                            new ProductFile
                            {
                                ProductId = product.Id,
                                Name = shown,
                                ContentType = FileKinds.TypeOf(shown) ?? "application/octet-stream",
                                Size = counted.Length,
                                Key = key,
                                AddedAt = actor.Now,
                                AddedBy = actor.Name,
                            }
                        );
                        db.Record(new ProductFilesChanged(product.Id, product.NameEn, shown, IsGone: false));
                        return true;
                    },
                    CancellationToken.None
                ),
            cancellation
        );
    }

    /// <summary>Nobody downloads it any more, also who bought it. Admins; NotFound.</summary>
    public async Task Remove(Actor actor, int number, Guid fileId)
    {
        actor.Demand(MarketRights.Manage);
        var key = await store.Write(
            actor,
            async db =>
            {
                var product = await Find(db, number);
                var file =
                    await db.ProductFiles.SingleOrDefaultAsync(f => f.Id == fileId && f.ProductId == product.Id)
                    ?? throw Refusal.NotFound();
                db.ProductFiles.Remove(file);
                db.Record(new ProductFilesChanged(product.Id, product.NameEn, file.Name, IsGone: true));
                return file.Key;
            }
        );
        await files.Delete(actor.TenantId, key, CancellationToken.None);
    }

    internal static IQueryable<ProductFile> Of(AppDb db, IReadOnlyCollection<Guid> products) =>
        db.ProductFiles.AsNoTracking().Where(f => products.Contains(f.ProductId)).OrderBy(f => f.AddedAt).ThenBy(f => f.Id);

    private static async Task DemandRoom(AppDb db, Guid product)
    {
        if (await db.ProductFiles.CountAsync(f => f.ProductId == product) >= Most)
            throw Refusal.Conflict(Words.Of("Product_Files", Most));
    }

    private static async Task<Product> Find(AppDb db, int number) =>
        await db.Products.SingleOrDefaultAsync(p => p.Number == number && p.Kind == GoodsKind.File) ?? throw Refusal.NotFound();
}
