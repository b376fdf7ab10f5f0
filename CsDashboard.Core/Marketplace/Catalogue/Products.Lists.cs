using System.Linq.Expressions;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

public sealed partial class Products
{
    private const int MaxLimit = 100,
        MaxBrands = 50;

    // What can be sorted by; each has an index behind it.
    private static readonly Dictionary<string, Func<IQueryable<Product>, ProductFilter, IQueryable<Product>>> InOrder = new()
    {
        ["created_at"] = (rows, filter) => By(rows, filter, p => p.CreatedAt),
        ["price"] = (rows, filter) => By(rows, filter, p => p.Price),
        ["rating"] = (rows, filter) => By(rows, filter, p => p.Rating),
        ["name"] = (rows, filter) => By(rows, filter, p => p.NameEn),
        ["name_ar"] = (rows, filter) => By(rows, filter, p => p.NameAr ?? p.NameEn),
        ["views"] = (rows, filter) => By(rows, filter, p => p.Views),
    };

    /// <summary>
    /// A part of what is on sale, and how much there is. Invalid for a limit outside 1 to 100, a skip below 0 and an order that there
    /// isn't.
    /// </summary>
    public async Task<Slice<ProductView>> List(Actor actor, ProductFilter filter)
    {
        Check(filter);
        await using var db = store.Open(actor);
        var found = await Found(db, OnSale(db, db.Products), filter);
        var rows = await Part(found, filter).Include(p => p.Variants.OrderBy(v => v.Place)).AsSplitQuery().ToListAsync();
        return new(await ProductViews.Of(db, rows), await found.CountAsync());
    }

    /// <summary>The brands of what is found, whichever of them is asked for, with how many are of each; at most fifty.</summary>
    public async Task<IReadOnlyList<Tallied>> Brands(Actor actor, ProductFilter filter)
    {
        await using var db = store.Open(actor);
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

    /// <summary>Somebody opened its page. Nothing for what is not on sale.</summary>
    public Task Viewed(Actor actor, int number) =>
        store.Write(
            actor,
            db =>
                OnSale(db, db.Products)
                    .Where(p => p.Number == number)
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.Views, p => p.Views + 1))
        );

    private static void Check(ProductFilter filter)
    {
        ListPart.DemandLimit(filter.Limit, MaxLimit);
        if (filter.Skip < 0)
            throw Refusal.Invalid("skip", Words.Of("Number_Negative"));
    }

    private static IQueryable<Product> Part(IQueryable<Product> found, ProductFilter filter) =>
        InOrder.TryGetValue(filter.Sort is { Length: > 0 } word ? word : "created_at", out var order)
            ? order(found, filter).Skip(filter.Skip).Take(filter.Limit)
            : throw Refusal.Invalid("sort_by", Words.Of("Word_Unknown", string.Join(", ", InOrder.Keys)));

    private static IQueryable<Product> By<TKey>(IQueryable<Product> rows, ProductFilter filter, Expression<Func<Product, TKey>> key)
    {
        if (filter.SoldOutLast)
        {
            var parted = rows.OrderBy(p => p.IsSoldOut);
            return filter.Down ? parted.ThenByDescending(key).ThenByDescending(p => p.Id) : parted.ThenBy(key).ThenBy(p => p.Id);
        }
        return filter.Down ? rows.OrderByDescending(key).ThenByDescending(p => p.Id) : rows.OrderBy(key).ThenBy(p => p.Id);
    }

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
