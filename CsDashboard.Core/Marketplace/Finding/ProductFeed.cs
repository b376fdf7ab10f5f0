using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Reviews;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Finding;

/// <summary>
/// Other programs tell the search of products (contract: market, Search). There is no second catalogue behind it: what they tell is
/// written into the shop's own, and what they take out stays there and is no longer found.
/// </summary>
public sealed class ProductFeed(Store store, ProductIndexes indexes)
{
    /// <summary>Told at once.</summary>
    public const int Most = 5_000;

    /// <summary>Makes or changes the product of a number, and shows it. Invalid names the field, as saving a product does.</summary>
    public async Task Tell(Actor actor, FedProduct told)
    {
        actor.Demand(MarketRights.Manage);
        await store.Write(
            actor,
            async db =>
            {
                var id = await Tell(db, told);
                Say(db, 1, 0, [id]);
            }
        );
    }

    /// <summary>It is found no longer; its page and its orders stay. Safe to repeat, also for one that isn't there.</summary>
    public async Task Hide(Actor actor, int number)
    {
        actor.Demand(MarketRights.Manage);
        await store.Write(
            actor,
            async db =>
            {
                var shown = await db.Products.Where(p => p.Number == number && !p.IsHidden).Select(p => p.Id).ToListAsync();
                await Turn(db, shown, hidden: true);
                if (shown.Count > 0)
                    Say(db, 0, shown.Count, shown);
            }
        );
    }

    /// <summary>
    /// All that is to be found, in one act: these are as they are told, and whatever else is on sale is hidden. Without any, the index is
    /// made anew of the catalogue. Gives how many are found then. Invalid for more than 5,000, a number twice, or as <see cref="Tell"/>,
    /// with the place in the list: nothing is changed then.
    /// </summary>
    public async Task<int> TellAll(Actor actor, IReadOnlyList<FedProduct> all)
    {
        actor.Demand(MarketRights.Manage);
        if (all.Count > Most)
            throw Refusal.Invalid("products", Words.Of("Find_MostFed", Most));
        if (all.GroupBy(p => p.Number).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw Refusal.Invalid("id", Words.Of("Find_Twice", twice.Key));
        if (all.Count > 0)
            await store.Write(
                actor,
                async db =>
                {
                    var touched = new List<Guid>(all.Count);
                    for (var i = 0; i < all.Count; i++)
                        touched.Add(await TellOne(db, all, i));
                    var numbers = all.Select(p => p.Number).ToHashSet();
                    var others = await db
                        .Products.Where(p => p.State == ProductState.Published && !p.IsHidden)
                        .Select(p => new { p.Id, p.Number })
                        .ToListAsync();
                    List<Guid> hidden = [.. others.Where(o => !numbers.Contains(o.Number)).Select(o => o.Id)];
                    await Turn(db, hidden, hidden: true);
                    Say(db, all.Count, hidden.Count, [.. touched, .. hidden]);
                }
            );
        var own = indexes.Of(actor.TenantId);
        await own.Make();
        return (await own.Get(TimeSpan.FromSeconds(30)))?.Count ?? 0;
    }

    private static async Task<Guid> TellOne(AppDb db, IReadOnlyList<FedProduct> all, int at)
    {
        try
        {
            return await Tell(db, all[at]);
        }
        catch (Refusal refusal) when (refusal.Fields.Count > 0)
        {
            throw Refusal.Invalid([.. refusal.Fields.Select(f => f with { Field = $"products[{at}].{f.Field}" })]);
        }
    }

    private static async Task<Guid> Tell(AppDb db, FedProduct told)
    {
        told.Checked();
        if (told.Rating is < 0 or > 5)
            throw Refusal.Invalid("rating", Words.Of("Range_Beyond", 0, 5));
        var known = await db
            .Products.AsNoTracking()
            .Include(p => p.Variants.OrderBy(v => v.Place))
            .SingleOrDefaultAsync(p => p.Number == told.Number);
        var input = known is null
            ? new ProductInput { Kind = GoodsKind.Physical, Variants = [new()] }
            : ProductInput.Of((await ProductViews.Of(db, [known]))[0]);
        input.Seen = null;
        Describe(input, told);
        if (told.Category is { Length: > 0 } category)
            input.CategoryId = await Shelf(db, category, told.Subcategory);
        await Products.Save(db, told.Number, input, new(told.CreatedAt));
        var product = await db.Products.Include(p => p.Variants).SingleAsync(p => p.Number == told.Number);
        if (product.State != ProductState.Published)
            await Products.Turn(db, told.Number, ProductState.Published);
        product.IsHidden = false;
        var isReviewed = await db.Reviews.AnyAsync(r => r.ProductId == product.Id);
        product.Told(isReviewed ? null : told.Rating, told.ReviewCount, told.Views);
        if (known is not null && told.StockQuantity is { } left)
            await Restock(db, product, left);
        await db.SaveChangesAsync();
        return product.Id;
    }

    private static void Describe(ProductInput input, FedProduct told)
    {
        input.Name = told.Name;
        input.Description = told.Description ?? input.Description;
        input.Brand = told.Brand ?? input.Brand;
        input.Tags = told.Tags ?? input.Tags;
        input.Features = told.Features is { } features ? string.Join('\n', features) : input.Features;
        input.Specifications = told.Specifications is { } rows
            ? string.Join('\n', rows.Select(r => $"{r.Key}: {r.Value}"))
            : input.Specifications;
        input.IsFeatured = told.IsFeatured ?? input.IsFeatured;
        input.IsDeal = told.IsDeal ?? input.IsDeal;
        input.IsTrending = told.IsTrending ?? input.IsTrending;
        // Of a product in several sizes nobody can say which one is meant.
        if (input.Variants is not [var only])
            return;
        only.Price = told.Price ?? only.Price;
        var before = told.OriginalPrice ?? only.ComparePrice;
        only.ComparePrice = before > only.Price ? before : null;
        only.Stock = only.Id is null ? told.StockQuantity ?? 0 : only.Stock;
    }

    private static async Task Restock(AppDb db, Product product, int left)
    {
        if (product.Variants is not [var only])
            return;
        var item = await db.StockItems.AsNoTracking().SingleOrDefaultAsync(i => i.VariantId == only.Id);
        if (item is not null && item.Available != left)
            await StockLedger.Move(db, item, StockMoveKind.Adjustment, left, null);
    }

    private static async Task<Guid> Shelf(AppDb db, string category, string? below)
    {
        var top = await Shelf(db, category, (Guid?)null);
        return below is { Length: > 0 } ? await Shelf(db, below, top) : top;
    }

    private static async Task<Guid> Shelf(AppDb db, string named, Guid? parent)
    {
        var all = await db.Categories.AsNoTracking().ToListAsync();
        bool Is(Category c) =>
            string.Equals(c.Slug, named, StringComparison.OrdinalIgnoreCase)
            || string.Equals(c.NameEn, named, StringComparison.OrdinalIgnoreCase)
            || c.NameAr == named;
        if (all.Find(c => Is(c) && (parent is null || c.ParentId == parent)) is { } known)
            return known.Id;
        var slug = Slugs.Hyphened(named) is { Length: > 0 } latin ? latin : "category";
        for (var i = 2; all.Exists(c => c.Slug == slug); i++)
            slug = $"{Slugs.Hyphened(named)}-{i}".Trim('-');
        var number = await Categories.Save(
            db,
            null,
            new()
            {
                Name = named,
                Slug = slug,
                ParentId = parent,
            }
        );
        await db.SaveChangesAsync();
        return await db.Categories.Where(c => c.Number == number).Select(c => c.Id).SingleAsync();
    }

    private static async Task Turn(AppDb db, IReadOnlyList<Guid> products, bool hidden)
    {
        foreach (var some in products.Chunk(500))
            await db.Products.Where(p => some.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsHidden, hidden));
    }

    private static void Say(AppDb db, int count, int hidden, IReadOnlyList<Guid> products)
    {
        db.Record(new ProductsFed(db.Actor.TenantId, count, hidden, products));
        db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Marketplace"));
    }
}
