using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

public sealed partial class Products
{
    private const int MaxLimit = 100;

    // What can be sorted by; each has an index behind it.
    private static readonly Dictionary<string, ShelfOrder> InOrder = new()
    {
        ["created_at"] = ShelfOrder.By(p => p.CreatedAt),
        ["price"] = ShelfOrder.By(p => p.Price),
        ["rating"] = ShelfOrder.By(p => p.Rating),
        ["name"] = ShelfOrder.By(p => p.NameEn),
        ["name_ar"] = ShelfOrder.By(p => p.NameAr ?? p.NameEn),
        ["views"] = ShelfOrder.By(p => p.Views),
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

    internal static async Task<IReadOnlyList<ProductView>> Views(AppDb db, IQueryable<Product> part) =>
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
        if (filter.MinRating is { } stars)
        {
            var rating = (int)Math.Ceiling(stars * 100);
            those = those.Where(p => p.Rating >= rating);
        }
        if (filter.Tags.Count > 0)
        {
            var tags = filter.Tags.Select(tag => "," + tag + ",").ToList();
            those = those.Where(p => tags.Any(tag => p.TagText.Contains(tag)));
        }
        if (filter.Shown)
            those = those.Where(p => !p.IsHidden);
        return filter.InStock ? those.Where(p => !p.IsSoldOut) : those;
    }
}
