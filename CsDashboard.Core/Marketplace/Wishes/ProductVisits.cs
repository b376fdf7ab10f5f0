using System.Collections.Concurrent;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Wishes;

/// <summary>
/// Who opened which product's page: gathered, and written a moment later with all others, so that looking costs no write. What a stop
/// loses of it is lost.
/// </summary>
public sealed class ProductVisits(Store store, Wishlists wishlists)
{
    // Beyond so many something is wrong; they are not worth the memory.
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<Guid, ConcurrentQueue<Visit>> gathered = new();

    /// <summary>Somebody opened its page; of a customer it is the latest that they looked at.</summary>
    public void Note(Actor actor, int product)
    {
        var visits = gathered.GetOrAdd(actor.TenantId, _ => new());
        if (visits.Count < Most)
            visits.Enqueue(new(product, actor.CustomerId));
    }

    /// <summary>Writes what was gathered of a company; for the schedule.</summary>
    public async Task Write(Actor company)
    {
        if (!gathered.TryRemove(company.TenantId, out var visits))
            return;
        // Of one person, a product that was opened several times is seen once, at its last place.
        foreach (var seen in visits.Where(v => v.Customer is not null).Reverse().Distinct().Reverse())
            await See(company, seen.Customer!.Value, seen.Product);
        var often = visits.GroupBy(v => v.Product).Select(g => (Product: g.Key, Count: g.Count())).ToLookup(g => g.Count, g => g.Product);
        await store.Write(
            company,
            async db =>
            {
                foreach (var products in often)
                foreach (var some in products.Chunk(500))
                    await Products
                        .OnSale(db, db.Products)
                        .Where(p => some.Contains(p.Number))
                        .ExecuteUpdateAsync(set => set.SetProperty(p => p.Views, p => p.Views + products.Key));
                db.AnnounceAfterCommit(Topic.Room(company.TenantId, "Marketplace"));
            }
        );
    }

    private async Task See(Actor company, Guid customer, int product)
    {
        try
        {
            await wishlists.See(company, customer, product);
        }
        catch (Refusal)
        {
            // The product has left the shop meanwhile, or the customer the company.
        }
    }

    private sealed record Visit(int Product, Guid? Customer);
}
