using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Images;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>
/// The pictures of products, in the order that admins give them: the first stands for the product wherever it is one of many. What is seen
/// on them is said in the library.
/// </summary>
public sealed class ProductPictures(Store store, Pictures pictures)
{
    /// <summary>As many of one product.</summary>
    public const int Most = 12;

    /// <summary>
    /// Adds a picture behind the others; one that the product shows already stays in its place. Admins; NotFound for a product that isn't
    /// there, Conflict beyond twelve, and what <see cref="Pictures.Upload"/> refuses.
    /// </summary>
    public async Task<Guid> Add(Actor actor, int number, string? name, Stream content, CancellationToken cancellation = default)
    {
        actor.Demand(MarketRights.Manage);
        Guid product;
        await using (var db = store.Open(actor))
        {
            product = await IdOf(db, number);
            if (await Shown(db, product).CountAsync(cancellation) >= Most)
                throw Refusal.Conflict(Words.Of("Product_Pictures", Most));
        }
        var id = await pictures.Bring(actor, name, content, (PictureFor.Product, product), cancellation);
        await store.Write(
            actor,
            async db =>
            {
                var shown = await Shown(db, product).ToListAsync(CancellationToken.None);
                if (shown.Find(u => u.PictureId == id) is { Place: 0 } added)
                    added.Place = shown.Max(u => u.Place) + 1;
                Tell(db);
            },
            CancellationToken.None
        );
        return id;
    }

    /// <summary>Shows them in this order. Admins; Invalid (order) unless it names each once, NotFound.</summary>
    public async Task Order(Actor actor, int number, IReadOnlyList<Guid> order)
    {
        actor.Demand(MarketRights.Manage);
        await store.Write(
            actor,
            async db =>
            {
                var product = await IdOf(db, number);
                var shown = await Shown(db, product).ToListAsync();
                if (order.Count != shown.Count || shown.Exists(u => !order.Contains(u.PictureId)))
                    throw Refusal.Invalid("order", Words.Of("Product_PictureOrder"));
                for (var i = 0; i < order.Count; i++)
                    shown.Find(u => u.PictureId == order[i])!.Place = i + 1;
                Tell(db);
            }
        );
    }

    /// <summary>The product shows it no more. Admins; NotFound.</summary>
    public async Task Remove(Actor actor, int number, Guid picture)
    {
        actor.Demand(MarketRights.Manage);
        await store.Write(
            actor,
            async db =>
            {
                var product = await IdOf(db, number);
                db.PictureUses.Remove(
                    await Shown(db, product).SingleOrDefaultAsync(u => u.PictureId == picture) ?? throw Refusal.NotFound()
                );
                Tell(db);
            }
        );
        await pictures.Remove(actor, picture);
    }

    /// <summary>
    /// The pictures of these products, by their ids, each in its order; those without any are left out. Whoever asks knows the products.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ProductPicture>>> Of(Actor actor, IReadOnlyCollection<Guid> products)
    {
        await using var db = store.Open(actor);
        return await Of(db, products);
    }

    internal static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ProductPicture>>> Of(AppDb db, IReadOnlyCollection<Guid> products)
    {
        if (products.Count == 0)
            return new Dictionary<Guid, IReadOnlyList<ProductPicture>>();
        var rows = await db
            .PictureUses.Where(u => u.For == PictureFor.Product && products.Contains(u.SubjectId))
            .OrderBy(u => u.Place)
            .ThenBy(u => u.Id)
            .Join(
                db.Pictures,
                u => u.PictureId,
                p => p.Id,
                (u, p) =>
                    new
                    {
                        u.SubjectId,
                        p.Id,
                        p.Width,
                        p.Height,
                        p.AltEn,
                        p.AltAr,
                    }
            )
            .ToListAsync();
        var company = db.Actor.TenantId;
        return rows.GroupBy(r => r.SubjectId)
            .ToDictionary(
                r => r.Key,
                IReadOnlyList<ProductPicture> (r) =>
                    [.. r.Select(p => new ProductPicture(company, p.Id, p.Width, p.Height, p.AltEn, p.AltAr))]
            );
    }

    /// <summary>The picture that stands for each, by the product's id; those without any are left out.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, ProductPicture>> FirstOf(AppDb db, IReadOnlyCollection<Guid> products) =>
        (await Of(db, products)).ToDictionary(p => p.Key, p => p.Value[0]);

    private static IQueryable<PictureUse> Shown(AppDb db, Guid product) =>
        db.PictureUses.Where(u => u.For == PictureFor.Product && u.SubjectId == product);

    private static async Task<Guid> IdOf(AppDb db, int number) =>
        await db.Products.Where(p => p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync() ?? throw Refusal.NotFound();

    private static void Tell(AppDb db) => db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Marketplace"));
}
