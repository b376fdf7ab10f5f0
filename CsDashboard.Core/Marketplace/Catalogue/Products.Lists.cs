using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

public sealed partial class Products
{
    private const int MaxLimit = 100,
        MaxBrands = 50;

    // What can be sorted by; each has an index behind it.
    private static readonly Dictionary<string, ShelfOrder> InOrder = new()
    {
        ["created_at"] = ShelfOrder.By(p => p.CreatedAt, ShelfOrder.Ticks, ShelfOrder.Time),
        ["price"] = ShelfOrder.By(p => p.Price, HashChain.Text, Numbers.Stored),
        ["rating"] = ShelfOrder.By(p => p.Rating, n => HashChain.Text(n), text => (int)Numbers.Stored(text)),
        ["name"] = ShelfOrder.By(p => p.NameEn, text => text, text => text),
        ["name_ar"] = ShelfOrder.By(p => p.NameAr ?? p.NameEn, text => text, text => text),
        ["views"] = ShelfOrder.By(p => p.Views, n => HashChain.Text(n), text => (int)Numbers.Stored(text)),
    };

    /// <summary>
    /// A part of what is on sale, and how much there is. Invalid for a limit outside 1 to 100, a skip below 0 and an order that there
    /// isn't.
    /// </summary>
    public async Task<Slice<ProductView>> List(Actor actor, ProductFilter filter)
    {
        Check(filter);
        return await shelves.List(
            actor,
            filter,
            async db =>
            {
                var found = await Found(db, OnSale(db, db.Products), filter);
                return new Slice<ProductView>(await Views(db, Part(found, filter)), await Count(actor, db, found, filter));
            }
        );
    }

    /// <summary>
    /// As <see cref="List"/>, by the place where the part before or behind it ended, so that what comes in between shifts nothing, and the
    /// thousandth part is as quick as the first. What is sold out stands last.
    /// </summary>
    public async Task<ShelfPart> Leaf(Actor actor, ProductFilter filter, ShelfPlace? place = null)
    {
        Check(filter);
        filter = filter with { Skip = 0 };
        var order = OrderOf(filter);
        return await shelves.List(
            actor,
            (filter, place),
            async db =>
            {
                var found = await Found(db, OnSale(db, db.Products), filter);
                var back = place?.IsBack == true;
                var ids = await Leaf(found, order, filter, place);
                var more = ids.Count > filter.Limit;
                if (more)
                    ids.RemoveAt(filter.Limit);
                if (back)
                    ids.Reverse();
                var views = (await Views(db, db.Products.Where(p => ids.Contains(p.Id)))).ToDictionary(v => v.Product.Id);
                IReadOnlyList<ProductView> shown = [.. ids.Where(views.ContainsKey).Select(id => views[id])];
                ShelfPlace? At(ProductView? view, bool isBack) =>
                    view is null ? null : new(view.Product.IsSoldOut, order.KeyOf(view.Product), view.Product.Id, isBack);
                return new ShelfPart(shown, await Count(actor, db, found, filter))
                {
                    Before = (back ? more : place is not null) ? At(shown.FirstOrDefault(), true) : null,
                    After = (back || more) ? At(shown.LastOrDefault(), false) : null,
                };
            }
        );
    }

    private static async Task<List<Guid>> Leaf(IQueryable<Product> found, ShelfOrder order, ProductFilter filter, ShelfPlace? place)
    {
        var (back, ids) = (place?.IsBack == true, new List<Guid>());
        var down = filter.Down != back;
        foreach (var soldOut in back ? [true, false] : new[] { false, true })
        {
            // Those of the other half, on the way here.
            if (place is not null && soldOut != place.IsSoldOut && soldOut == back)
                continue;
            var half = found.Where(p => p.IsSoldOut == soldOut);
            if (place is not null && soldOut == place.IsSoldOut)
                half = order.Beyond(half, place, down);
            ids.AddRange(await order.Sorted(half, down).Select(p => p.Id).Take(filter.Limit + 1 - ids.Count).ToListAsync());
            if (ids.Count > filter.Limit)
                break;
        }
        return ids;
    }

    private static async Task<IReadOnlyList<ProductView>> Views(AppDb db, IQueryable<Product> part) =>
        await ProductViews.Of(db, await part.AsNoTracking().Include(p => p.Variants.OrderBy(v => v.Place)).AsSplitQuery().ToListAsync());

    // What is narrowed by nothing but category and brand is counted already.
    private async Task<int> Count(Actor actor, AppDb db, IQueryable<Product> found, ProductFilter filter)
    {
        if (!filter.IsWide)
            return await found.CountAsync();
        var shelf = filter.IsOfCategory ? await CategoryTree.Below(db, filter.CategoryId, filter.Category?.Trim()) : null;
        return (await shelves.Counts(actor))
            .Where(c => IsOn(c, shelf) && (string.IsNullOrWhiteSpace(filter.Brand) || c.Brand == filter.Brand))
            .Sum(c => c.Count);
    }

    private static bool IsOn(ShelfCount count, IReadOnlyList<Guid>? shelf) =>
        shelf is null || count.Category is { } category && shelf.Contains(category);

    /// <summary>The brands of what is found, whichever of them is asked for, with how many are of each; at most fifty.</summary>
    public async Task<IReadOnlyList<Tallied>> Brands(Actor actor, ProductFilter filter)
    {
        await using var db = store.Open(actor);
        if (filter.IsWide)
        {
            var shelf = filter.IsOfCategory ? await CategoryTree.Below(db, filter.CategoryId, filter.Category?.Trim()) : null;
            return
            [
                .. (await shelves.Counts(actor))
                    .Where(c => c.Brand is not null && IsOn(c, shelf))
                    .GroupBy(c => c.Brand!)
                    .Select(g => new Tallied(g.Key, g.Sum(c => c.Count)))
                    .OrderByDescending(t => t.Count)
                    .ThenBy(t => t.Word, StringComparer.Ordinal)
                    .Take(MaxBrands),
            ];
        }
        var found = await Found(db, OnSale(db, db.Products), filter with { Brand = null });
        var brands = await found
            .Where(p => p.Brand != null)
            .GroupBy(p => p.Brand!)
            .Select(g => new { Brand = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count)
            .ThenBy(g => g.Brand)
            .Take(MaxBrands)
            .ToListAsync();
        return brands.ConvertAll(g => new Tallied(g.Brand, g.Count));
    }

    /// <summary>For staff: all of a state (without one all), with what is left of each. Invalid for an order that there isn't.</summary>
    public async Task<Slice<ProductRow>> Shelf(Actor actor, ProductFilter filter, ProductState? state)
    {
        actor.Demand(MarketRights.See);
        Check(filter);
        await using var db = store.Open(actor);
        var found = await Found(db, state is null ? db.Products : db.Products.Where(p => p.State == state), filter);
        var rows = await Part(found, filter).Include(p => p.Variants.OrderBy(v => v.Place)).AsSplitQuery().ToListAsync();
        return new([.. (await ProductViews.Of(db, rows)).Select(ProductRow.Of)], await found.CountAsync());
    }

    private static void Check(ProductFilter filter)
    {
        ListPart.DemandLimit(filter.Limit, MaxLimit);
        if (filter.Skip < 0)
            throw Refusal.Invalid("skip", Words.Of("Number_Negative"));
    }

    private static IQueryable<Product> Part(IQueryable<Product> found, ProductFilter filter) =>
        OrderOf(filter).Sorted(found, filter.Down).Skip(filter.Skip).Take(filter.Limit);

    private static ShelfOrder OrderOf(ProductFilter filter) =>
        InOrder.TryGetValue(filter.Sort is { Length: > 0 } word ? word : "created_at", out var order)
            ? order
            : throw Refusal.Invalid("sort_by", Words.Of("Word_Unknown", string.Join(", ", InOrder.Keys)));

    private static async Task<IQueryable<Product>> Found(AppDb db, IQueryable<Product> those, ProductFilter filter)
    {
        if (filter.CategoryId is not null || !string.IsNullOrWhiteSpace(filter.Category))
        {
            var shelves = await CategoryTree.Below(db, filter.CategoryId, filter.Category?.Trim());
            those = those.Where(p => p.CategoryId != null && shelves.Contains(p.CategoryId.Value));
        }
        foreach (var word in Folding.Words(filter.Search ?? "").Select(w => w.Text).Take(8))
            those = those.Where(p => p.Sought.Contains(word));
        // Nothing costs more than the most, so that a bound beyond it says the same.
        if (filter.MinPrice is { } asked && Math.Clamp(asked, 0, Money.Most) is var least)
            those = those.Where(p => p.Price >= least);
        if (filter.MaxPrice is { } wanted && Math.Clamp(wanted, 0, Money.Most) is var most)
            those = those.Where(p => p.Price <= most);
        if (!string.IsNullOrWhiteSpace(filter.Brand))
            those = those.Where(p => p.Brand == filter.Brand);
        if (filter.Kind is { } kind)
            those = those.Where(p => p.Kind == kind);
        if (filter.Featured)
            those = those.Where(p => p.IsFeatured);
        if (filter.Deals)
            those = those.Where(p => p.IsDeal && p.ComparePrice != null);
        if (filter.Trending)
            those = those.Where(p => p.IsTrending);
        return filter.InStock ? those.Where(p => !p.IsSoldOut) : those;
    }
}
