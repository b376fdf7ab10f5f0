using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>
/// The catalogue. What is on sale (published, and its time has come) anybody may read, also a visitor for whom the product itself acts: so
/// these reads show nothing else to anyone. What admins and agents see besides has verbs of its own.
/// </summary>
public sealed partial class Products(Store store)
{
    /// <summary>What is on sale under a number. NotFound.</summary>
    public async Task<ProductView> Of(Actor actor, int number)
    {
        await using var db = store.Open(actor);
        return await View(db, OnSale(db, db.Products).Where(p => p.Number == number));
    }

    /// <summary>What is on sale at an address. NotFound.</summary>
    public async Task<ProductView> Of(Actor actor, string slug)
    {
        await using var db = store.Open(actor);
        return await View(db, OnSale(db, db.Products).Where(p => p.Slug == slug));
    }

    /// <summary>For staff: whatever state it is in. NotFound.</summary>
    public async Task<ProductView> Known(Actor actor, int number)
    {
        actor.Demand(MarketRights.See);
        await using var db = store.Open(actor);
        return await View(db, db.Products.Where(p => p.Number == number));
    }

    private static async Task<ProductView> View(AppDb db, IQueryable<Product> those) =>
        await those.Include(p => p.Variants.OrderBy(v => v.Place)).SingleOrDefaultAsync() is { } product
            ? (await ProductViews.Of(db, [product]))[0]
            : throw Refusal.NotFound();

    /// <summary>Those that anybody may buy now.</summary>
    internal static IQueryable<Product> OnSale(AppDb db, IQueryable<Product> those)
    {
        var now = db.Actor.Now;
        return those.Where(p => p.State == ProductState.Published && (p.PublishAt == null || p.PublishAt <= now));
    }
}
