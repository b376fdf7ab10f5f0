using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>
/// The catalogue. What is on sale (published, and its time has come) anybody may read, also a visitor for whom the product itself acts: so
/// these reads show nothing else to anyone. What admins and agents see besides has verbs of its own.
/// </summary>
public sealed partial class Products(Store store, ShelfReads shelves)
{
    /// <summary>What is on sale under a number. NotFound.</summary>
    public async Task<ProductView> Of(Actor actor, int number) =>
        await For(actor, await shelves.Product(actor, number, db => View(db, OnSale(db, db.Products).Where(p => p.Number == number))));

    /// <summary>What is on sale at an address. NotFound.</summary>
    public async Task<ProductView> Of(Actor actor, string slug) =>
        await For(actor, await shelves.Product(actor, slug, db => View(db, OnSale(db, db.Products).Where(p => p.Slug == slug))));

    /// <summary>Those of these numbers that are on sale, in their order.</summary>
    public async Task<IReadOnlyList<ProductView>> Of(Actor actor, IReadOnlyList<int> numbers)
    {
        await using var db = store.Open(actor);
        var views = (await Views(db, OnSale(db, db.Products).Where(p => numbers.Contains(p.Number)))).ToDictionary(v => v.Product.Number);
        return [.. numbers.Where(views.ContainsKey).Select(number => views[number])];
    }

    /// <summary>For staff: whatever state it is in. NotFound.</summary>
    public async Task<ProductView> Known(Actor actor, int number)
    {
        actor.Demand(MarketRights.See);
        await using var db = store.Open(actor);
        return await View(db, db.Products.Where(p => p.Number == number));
    }

    private static async Task<ProductView> View(AppDb db, IQueryable<Product> those)
    {
        if (await those.AsNoTracking().Include(p => p.Variants.OrderBy(v => v.Place)).SingleOrDefaultAsync() is not { } product)
            throw Refusal.NotFound();
        return (await ProductViews.Of(db, [product]))[0];
    }

    // What members of the reader's tier pay is theirs alone.
    private async Task<ProductView> For(Actor actor, ProductView view)
    {
        if (actor.CustomerId is not { } customer || view.TierPrices.Count == 0)
            return view;
        await using var db = store.Open(actor);
        return view with { OwnTier = await db.Customers.Where(c => c.Id == customer).Select(c => c.MembershipTier).SingleOrDefaultAsync() };
    }

    /// <summary>For staff: what its variants have cost since when, newest first. NotFound.</summary>
    public async Task<IReadOnlyList<PriceEntry>> Prices(Actor actor, int number)
    {
        actor.Demand(MarketRights.See);
        await using var db = store.Open(actor);
        var id =
            await db.Products.Where(p => p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync() ?? throw Refusal.NotFound();
        return await db
            .PriceEntries.Where(e => e.ProductId == id)
            .OrderByDescending(e => e.From)
            .ThenByDescending(e => e.Id)
            .Take(200)
            .ToListAsync();
    }

    /// <summary>Those that anybody may buy now.</summary>
    internal static IQueryable<Product> OnSale(AppDb db, IQueryable<Product> those)
    {
        var now = db.Actor.Now;
        return those.Where(p => p.State == ProductState.Published && (p.PublishAt == null || p.PublishAt <= now));
    }
}
