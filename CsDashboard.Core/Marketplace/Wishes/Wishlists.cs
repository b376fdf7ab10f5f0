using CsDashboard.Customers;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Wishes;

/// <summary>
/// What a customer put aside, compares and has looked at: theirs alone, and staff's to read. Nothing of it is in the history.
/// </summary>
public sealed class Wishlists(Store store)
{
    /// <summary>Of a customer.</summary>
    public const int MostWishes = 500,
        MostComparisons = 20,
        MostGlances = 50;

    /// <summary>Those of a customer that are still on sale, the latest first.</summary>
    public async Task<IReadOnlyList<ProductOf<Wish>>> List(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, MarketRights.See);
        await using var db = store.Open(actor);
        var wishes = await db
            .Wishes.Where(w => w.CustomerId == customerId)
            .OrderByDescending(w => w.AddedAt)
            .ThenByDescending(w => w.Number)
            .ToListAsync();
        return await With(db, wishes, w => w.ProductId);
    }

    /// <summary>The numbers of the products on it, for pages that mark them.</summary>
    public async Task<IReadOnlySet<int>> Marked(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, MarketRights.See);
        await using var db = store.Open(actor);
        return await db
            .Wishes.Where(w => w.CustomerId == customerId)
            .Join(db.Products, w => w.ProductId, p => p.Id, (_, p) => p.Number)
            .ToHashSetAsync();
    }

    /// <summary>Puts a product aside; one that is there stays as it is. NotFound, Conflict <c>too_many</c> beyond five hundred.</summary>
    public Task<Wish> Add(Actor actor, Guid customerId, int product)
    {
        actor.DemandFor(customerId, MarketRights.Sell);
        return store.Write(
            actor,
            async db =>
            {
                var (about, _) = (await Shelved.Find(db, product), await CustomerRecords.Find(db, customerId));
                var own = db.Wishes.Where(w => w.CustomerId == customerId);
                if (await own.SingleOrDefaultAsync(w => w.ProductId == about.Id) is { } known)
                    return known;
                if (await own.CountAsync() >= MostWishes)
                    throw Refusal.Conflict(Words.Of("Wish_Most", MostWishes), "too_many");
                var wish = new Wish
                {
                    Number = await Sequences.Next(db, "wish"),
                    CustomerId = customerId,
                    ProductId = about.Id,
                    AddedAt = actor.Now,
                };
                db.Wishes.Add(wish);
                db.AnnounceAfterCommit(Topic.Customer(actor.TenantId, customerId));
                return wish;
            }
        );
    }

    /// <summary>Takes a product off again, whatever became of it. NotFound for one that isn't on it.</summary>
    public Task Remove(Actor actor, Guid customerId, int product)
    {
        actor.DemandFor(customerId, MarketRights.Sell);
        return store.Write(
            actor,
            async db =>
            {
                var about = db.Products.Where(p => p.Number == product);
                if (await db.Wishes.Where(w => w.CustomerId == customerId && about.Any(p => p.Id == w.ProductId)).ExecuteDeleteAsync() == 0)
                    throw Refusal.NotFound(Words.Of("Wish_NotFound"));
                db.AnnounceAfterCommit(Topic.Customer(actor.TenantId, customerId));
            }
        );
    }

    /// <summary>A customer's sets, the latest first.</summary>
    public async Task<IReadOnlyList<Comparison>> Comparisons(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, MarketRights.See);
        await using var db = store.Open(actor);
        return await db
            .Comparisons.Where(c => c.CustomerId == customerId)
            .OrderByDescending(c => c.UpdatedAt)
            .ThenByDescending(c => c.Number)
            .ToListAsync();
    }

    /// <summary>
    /// Keeps a set of one to four products under a name; under a name that is there it takes the other's place. Of more than twenty the
    /// oldest goes. Invalid, with field name or product_ids, also for a product that is not on sale.
    /// </summary>
    public Task<Comparison> Compare(Actor actor, Guid customerId, ComparisonInput input)
    {
        actor.DemandFor(customerId, MarketRights.Sell);
        var name = input.Checked().Name!.Trim();
        var numbers = input.Products?.Distinct().ToList() ?? [];
        if (numbers.Count is 0 or > Comparison.Most)
            throw Refusal.Invalid("product_ids", Words.Of("Compare_Count", Comparison.Most));
        return store.Write(
            actor,
            async db =>
            {
                await CustomerRecords.Find(db, customerId);
                if (await Products.OnSale(db, db.Products).CountAsync(p => numbers.Contains(p.Number)) != numbers.Count)
                    throw Refusal.Invalid("product_ids", Words.Of("Product_NotFound"));
                var own = await db.Comparisons.Where(c => c.CustomerId == customerId).OrderBy(c => c.UpdatedAt).ToListAsync();
                var set = own.Find(c => c.Name == name);
                if (set is null)
                {
                    db.RemoveRange(own.SkipLast(MostComparisons - 1));
                    db.Comparisons.Add(
                        set = new Comparison
                        {
                            Number = await Sequences.Next(db, "comparison"),
                            CustomerId = customerId,
                            Name = name,
                        }
                    );
                }
                (set.Products, set.UpdatedAt) = (numbers, actor.Now);
                return set;
            }
        );
    }

    /// <summary>What a customer looked at and is still on sale, the latest first. Invalid for a limit outside 1 to 50.</summary>
    public async Task<IReadOnlyList<ProductOf<Glance>>> Seen(Actor actor, Guid customerId, int limit = 10)
    {
        actor.DemandFor(customerId, MarketRights.See);
        ListPart.DemandSkip(0, limit, MostGlances);
        await using var db = store.Open(actor);
        var seen = await db
            .Glances.Where(g => g.CustomerId == customerId)
            .OrderByDescending(g => g.At)
            .ThenByDescending(g => g.Number)
            .ToListAsync();
        return [.. (await With(db, seen, g => g.ProductId)).Take(limit)];
    }

    /// <summary>A customer looks at a product: it is the latest now. Of more than fifty the oldest go. NotFound.</summary>
    public Task<Glance> See(Actor actor, Guid customerId, int product)
    {
        actor.DemandFor(customerId, MarketRights.Sell);
        return store.Write(
            actor,
            async db =>
            {
                var (about, _) = (await Shelved.Find(db, product), await CustomerRecords.Find(db, customerId));
                var own = await db.Glances.Where(g => g.CustomerId == customerId).OrderBy(g => g.At).ThenBy(g => g.Number).ToListAsync();
                var glance = own.Find(g => g.ProductId == about.Id);
                if (glance is null)
                {
                    db.RemoveRange(own.SkipLast(MostGlances - 1));
                    db.Glances.Add(
                        glance = new Glance
                        {
                            Number = await Sequences.Next(db, "glance"),
                            CustomerId = customerId,
                            ProductId = about.Id,
                        }
                    );
                }
                // Two at the same moment keep their order.
                var last = own.Where(g => g != glance).Select(g => g.At).DefaultIfEmpty().Max();
                glance.At = actor.Now > last ? actor.Now : last.AddMilliseconds(1);
                return glance;
            }
        );
    }

    private static async Task<IReadOnlyList<ProductOf<T>>> With<T>(AppDb db, IReadOnlyList<T> things, Func<T, Guid> product)
    {
        var ids = things.Select(product).Distinct().ToList();
        var shown = await Products
            .OnSale(db, db.Products)
            .Where(p => ids.Contains(p.Id))
            .Include(p => p.Variants.OrderBy(v => v.Place))
            .ToListAsync();
        var views = (await ProductViews.Of(db, shown)).ToDictionary(v => v.Product.Id);
        return [.. things.Where(t => views.ContainsKey(product(t))).Select(t => new ProductOf<T>(t, views[product(t)]))];
    }
}
