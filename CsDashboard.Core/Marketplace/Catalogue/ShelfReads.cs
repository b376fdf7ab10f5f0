using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>
/// What everybody who looks into a shop reads alike: read once, until anything happens in its company's market, and anew each minute, since
/// what is planned appears by itself. How many products stand where is counted with it, not with every list.
/// </summary>
public sealed class ShelfReads(Store store, LiveFeed feed)
{
    private readonly SharedReads products = new(feed, Market, atMost: 5_000),
        besides = new(feed, Market, atMost: 5_000),
        lists = new(feed, Market, atMost: 100);

    /// <summary>One product, by what it was asked by.</summary>
    internal Task<ProductView> Product(Actor actor, object key, Func<AppDb, Task<ProductView>> read) => Get(products, actor, key, read);

    /// <summary>What goes with one product: others, and what is said of it.</summary>
    internal Task<T> Beside<T>(Actor actor, object key, Func<AppDb, Task<T>> read) => Get(besides, actor, key, read);

    /// <summary>A list of them, by all that it was asked by.</summary>
    internal Task<T> List<T>(Actor actor, object key, Func<AppDb, Task<T>> read) => Get(lists, actor, key, read);

    /// <summary>How many are on sale of each category and brand.</summary>
    internal Task<IReadOnlyList<ShelfCount>> Counts(Actor actor) =>
        List<IReadOnlyList<ShelfCount>>(
            actor,
            "counts",
            async db =>
                await Products
                    .OnSale(db, db.Products)
                    .GroupBy(p => new { p.CategoryId, p.Brand })
                    .Select(g => new ShelfCount(g.Key.CategoryId, g.Key.Brand, g.Count()))
                    .ToListAsync()
        );

    private async Task<T> Get<T>(SharedReads reads, Actor actor, object key, Func<AppDb, Task<T>> read) =>
        await reads.Get(
            actor.TenantId,
            (key, actor.Now.Ticks / TimeSpan.TicksPerMinute),
            async () =>
            {
                // Nobody's read in particular: it is the same for all.
                await using var db = store.Open(Actor.System(actor.TenantId, actor.Clock) with { Language = actor.Language });
                return await read(db);
            }
        );

    private static Topic Market(Guid company) => Topic.Room(company, "Marketplace");
}
