using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Wishes;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Advice;

/// <summary>
/// What goes with a product, or might please a customer: first what others bought with it, then what is like it, then what many want.
/// Never what is not on sale, sold out, or theirs already.
/// </summary>
public sealed class Recommendations(Store store, ShelfReads shelves)
{
    /// <summary>What a customer bought, put aside and looked at last leads to more; so many of it.</summary>
    private const int MostSeeds = 20;

    // Enough of them to choose from.
    private const int MostCandidates = 200;

    /// <summary>
    /// For a customer, from what they bought and looked at, or beside one product. Invalid for a limit outside 1 to 50, NotFound for a
    /// product that is not on sale.
    /// </summary>
    public async Task<IReadOnlyList<Recommended>> For(Actor actor, Guid customerId, int? product = null, int limit = 10)
    {
        actor.DemandFor(customerId, MarketRights.See);
        ListPart.DemandSkip(0, limit, 50);
        await using var db = store.Open(actor);
        return await Find(db, customerId, product, limit);
    }

    /// <summary>Beside a product, for anybody; a customer sees nothing there that they have.</summary>
    public async Task<IReadOnlyList<Recommended>> Beside(Actor actor, int product, int limit = 4)
    {
        ListPart.DemandSkip(0, limit, 50);
        if (actor is not { Role: Role.Customer, CustomerId: { } customer })
            return await shelves.Beside(actor, (product, limit), db => Find(db, null, product, limit));
        await using var db = store.Open(actor);
        return await Find(db, customer, product, limit);
    }

    private async Task<IReadOnlyList<Recommended>> Find(AppDb db, Guid? customer, int? product, int limit)
    {
        var owned = customer is { } id ? await Owned(db, id) : [];
        List<Guid> seeds =
            product is { } number ? [(await Shelved.Find(db, number)).Id]
            : customer is { } person ? await Seeds(db, person, owned)
            : [];
        var taken = new HashSet<Guid>([.. owned, .. product is null ? [] : seeds]);
        var found = new List<Found>();
        void Add(IEnumerable<Found> more)
        {
            foreach (var one in more.Where(f => !taken.Contains(f.Id)))
                if (found.Count < limit && taken.Add(one.Id))
                    found.Add(one);
        }
        Add(await BoughtWith(db, seeds));
        if (found.Count < limit)
            Add(await Alike(db, seeds));
        if (found.Count < limit)
            Add(await Popular(db, taken));
        return await Views(db, found);
    }

    // count / sqrt(na * nb), so that what everybody buys does not always win.
    private static async Task<IReadOnlyList<Found>> BoughtWith(AppDb db, List<Guid> seeds)
    {
        if (seeds.Count == 0)
            return [];
        var shown = Shown(db);
        var pairs = await db
            .ProductPairs.Where(p => seeds.Contains(p.ProductId) && p.OtherId != p.ProductId && p.Orders > 0)
            .Where(p => shown.Any(s => s.Id == p.OtherId))
            .OrderByDescending(p => p.Orders)
            .Take(MostCandidates)
            .ToListAsync();
        var ids = pairs.SelectMany(p => new[] { p.ProductId, p.OtherId }).Distinct().ToList();
        var alone = await db
            .ProductPairs.Where(p => ids.Contains(p.ProductId) && p.OtherId == p.ProductId)
            .ToDictionaryAsync(p => p.ProductId, p => p.Orders);
        double Of(Guid id) => Math.Max(1, alone.GetValueOrDefault(id));
        return
        [
            .. pairs
                .Select(p => new Found(
                    p.OtherId,
                    p.ProductId,
                    Math.Min(1, p.Orders / Math.Sqrt(Of(p.ProductId) * Of(p.OtherId))),
                    AdviceWay.Collaborative
                ))
                .GroupBy(f => f.Id)
                .Select(g => g.MaxBy(f => f.Score)!)
                .OrderByDescending(f => f.Score)
                .ThenBy(f => f.Id),
        ];
    }

    // Same category, and the share of tags that both have.
    private async Task<IReadOnlyList<Found>> Alike(AppDb db, List<Guid> seeds)
    {
        var from = await db
            .Products.Where(p => seeds.Contains(p.Id) && p.CategoryId != null)
            .Select(p => new Likened(p.Id, p.CategoryId!.Value, p.TagText))
            .ToListAsync();
        var found = new List<Found>();
        foreach (var shelf in from.GroupBy(p => p.CategoryId))
        foreach (var other in await shelves.Beside(db.Actor, ("category", shelf.Key), read => OfCategory(read, shelf.Key)))
        {
            var seed = shelf.MaxBy(s => Likeness(s, other))!;
            found.Add(new(other.Id, seed.Id, Likeness(seed, other), AdviceWay.ContentBased));
        }
        return [.. found.OrderByDescending(f => f.Score)];
    }

    // The same for each product of the category.
    private static Task<List<Likened>> OfCategory(AppDb db, Guid category) =>
        Shown(db)
            .Where(p => p.CategoryId == category)
            .OrderByDescending(p => p.Views)
            .ThenBy(p => p.Number)
            .Take(MostCandidates)
            .Select(p => new Likened(p.Id, category, p.TagText))
            .ToListAsync();

    private static double Likeness(Likened one, Likened other)
    {
        static HashSet<string> Tags(Likened product) =>
            [.. product.TagText.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var (a, b) = (Tags(one), Tags(other));
        var all = a.Union(b).Count();
        return 0.25 + (all == 0 ? 0 : 0.25 * a.Intersect(b).Count() / all);
    }

    private async Task<IReadOnlyList<Found>> Popular(AppDb db, IReadOnlyCollection<Guid> taken)
    {
        var liked = await shelves.Beside(db.Actor, "popular", MostLiked);
        return [.. liked.Except(taken).Take(MostCandidates / 4).Select((id, i) => new Found(id, null, 0.2 / (i + 1), AdviceWay.Hybrid))];
    }

    // The same for everybody in the shop.
    private static Task<List<Guid>> MostLiked(AppDb db)
    {
        var pairs = db.ProductPairs;
        return Shown(db)
            .OrderByDescending(p => pairs.Where(o => o.ProductId == p.Id && o.OtherId == p.Id).Sum(o => o.Orders))
            .ThenByDescending(p => p.Views)
            .ThenByDescending(p => p.Rating)
            .ThenBy(p => p.Number)
            .Take(MostCandidates)
            .Select(p => p.Id)
            .ToListAsync();
    }

    private static IQueryable<Product> Shown(AppDb db) => Products.OnSale(db, db.Products).Where(p => !p.IsSoldOut);

    private static async Task<List<Guid>> Owned(AppDb db, Guid customer) =>
        await db
            .Orders.Where(o => o.CustomerId == customer && o.Status != OrderStatus.Cancelled)
            .SelectMany(o => o.Lines)
            .Where(l => l.ProductId != null)
            .Select(l => l.ProductId!.Value)
            .Distinct()
            .ToListAsync();

    private static async Task<List<Guid>> Seeds(AppDb db, Guid customer, IReadOnlyList<Guid> owned)
    {
        var wishes = await db.Wishes.Where(w => w.CustomerId == customer).OrderByDescending(w => w.AddedAt).Take(MostSeeds).ToListAsync();
        var seen = await db.Glances.Where(g => g.CustomerId == customer).OrderByDescending(g => g.At).Take(MostSeeds).ToListAsync();
        return [.. owned.Concat(wishes.Select(w => w.ProductId)).Concat(seen.Select(g => g.ProductId)).Distinct().Take(MostSeeds)];
    }

    private static async Task<IReadOnlyList<Recommended>> Views(AppDb db, IReadOnlyList<Found> found)
    {
        var ids = found.Select(f => f.Id).ToList();
        var because = found.Select(f => f.Because).OfType<Guid>().ToList();
        var products = await db
            .Products.AsNoTracking()
            .Where(p => ids.Contains(p.Id))
            .Include(p => p.Variants.OrderBy(v => v.Place))
            .ToListAsync();
        var views = (await ProductViews.Of(db, products)).ToDictionary(v => v.Product.Id);
        var numbers = await db.Products.Where(p => because.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number);
        // What was found by a weaker way scores no more than what was found before.
        var least = 1.0;
        return
        [
            .. found.Select(f => new Recommended(
                views[f.Id],
                f.Because is { } id ? numbers[id] : null,
                decimal.Round((decimal)(least = Math.Min(least, f.Score)), 4),
                f.Way
            )),
        ];
    }

    private sealed record Likened(Guid Id, Guid CategoryId, string TagText);

    private sealed record Found(Guid Id, Guid? Because, double Score, AdviceWay Way);
}
