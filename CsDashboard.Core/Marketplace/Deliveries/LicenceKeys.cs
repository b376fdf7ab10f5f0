using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>The pools of licence keys that admins fill. A key is kept sealed, and shown to nobody but its buyer.</summary>
public sealed class LicenceKeys(Store store, IDataProtectionProvider protection)
{
    /// <summary>As many at once.</summary>
    public const int Most = 10_000;

    private const int AtOnce = 500;

    /// <summary>What the pools of a product hold, a row a variant. Admins; NotFound.</summary>
    public async Task<IReadOnlyList<PoolView>> Pools(Actor actor, int number)
    {
        actor.Demand(MarketRights.Manage);
        await using var db = store.Open(actor);
        var product = await Find(db, number);
        var keys = await db
            .LicenceKeys.Where(k => k.ProductId == product.Id)
            .GroupBy(k => new { k.VariantId, IsGiven = k.LineId != null })
            .Select(g => new
            {
                g.Key.VariantId,
                g.Key.IsGiven,
                Count = g.Count(),
            })
            .ToListAsync();
        var variants = product.Variants.Select(v => v.Id).ToList();
        var waits = await db.KeyWaits.Where(w => variants.Contains(w.VariantId)).Select(w => new { w.VariantId, w.Missing }).ToListAsync();
        return
        [
            .. product
                .Variants.OrderBy(v => v.Place)
                .Select(v => new PoolView(
                    v.Id,
                    v.Label(Words.Language),
                    keys.Where(k => k.VariantId == v.Id && !k.IsGiven).Sum(k => k.Count),
                    keys.Where(k => k.VariantId == v.Id && k.IsGiven).Sum(k => k.Count),
                    waits.Where(w => w.VariantId == v.Id).Sum(w => w.Missing)
                )),
        ];
    }

    /// <summary>
    /// Adds keys, one a line; of a table with commas or semicolons the first cell of each line. Those that the pool knows already are
    /// passed over. Who waits is served at once. Admins; Invalid (field keys) for none, too many at once, or one that is too long;
    /// NotFound.
    /// </summary>
    public async Task<PoolFilled> Fill(Actor actor, int number, Guid variantId, string? text)
    {
        actor.Demand(MarketRights.Manage);
        var keys = Read(text);
        return await store.WriteOnce(
            actor,
            async db =>
            {
                var product = await Find(db, number);
                if (!product.Variants.Exists(v => v.Id == variantId))
                    throw Refusal.NotFound();
                var known = await Known(db, variantId);
                var fresh = keys.Where(known.Add).ToList();
                foreach (var part in fresh.Chunk(AtOnce))
                {
                    db.LicenceKeys.AddRange(
                        part.Select(key => new LicenceKey
                        {
                            ProductId = product.Id,
                            VariantId = variantId,
                            Sealed = Protector(actor.TenantId).Protect(key),
                            AddedAt = actor.Now,
                            AddedBy = actor.Name,
                        })
                    );
                    await db.SaveChangesAsync();
                }
                if (fresh.Count == 0)
                    return new PoolFilled(0, keys.Count, 0);
                db.Record(new KeyPoolFilled(product.Id, product.NameEn, fresh.Count));
                var served = await KeyPool.Serve(db, variantId);
                foreach (var order in served)
                    await DeliveriesOnOrders.Finish(db, order);
                return new PoolFilled(fresh.Count, keys.Count - fresh.Count, served.Count);
            }
        );
    }

    /// <summary>Takes the keys that nobody was given out of the pool of a variant. Admins; NotFound.</summary>
    public Task<int> Empty(Actor actor, int number, Guid variantId)
    {
        actor.Demand(MarketRights.Manage);
        return store.Write(
            actor,
            async db =>
            {
                var product = await Find(db, number);
                var gone = await db
                    .LicenceKeys.Where(k => k.ProductId == product.Id && k.VariantId == variantId && k.LineId == null)
                    .ExecuteDeleteAsync();
                if (gone > 0)
                    db.Record(new KeyPoolFilled(product.Id, product.NameEn, -gone));
                return gone;
            }
        );
    }

    internal string Open(LicenceKey key) => Protector(key.TenantId).Unprotect(key.Sealed);

    // Equal keys look different once they are sealed, so that they are opened to be compared.
    private async Task<HashSet<string>> Known(AppDb db, Guid variantId)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var key in db.LicenceKeys.AsNoTracking().Where(k => k.VariantId == variantId).AsAsyncEnumerable())
            known.Add(Open(key));
        return known;
    }

    private static IReadOnlyList<string> Read(string? text)
    {
        var keys = (text ?? "")
            .Split('\n')
            .Select(line => line.Split(',', ';', '\t')[0].Trim().Trim('"').Trim())
            .Where(key => key.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (keys.Count is 0 or > Most)
            throw Refusal.Invalid("keys", Words.Of("Keys_Count", Most));
        if (keys.Find(key => key.Length > LicenceKey.MaxText || !TextAttribute.CanBeStored(key)) is not null)
            throw Refusal.Invalid("keys", Words.Of("Keys_Long", LicenceKey.MaxText));
        return keys;
    }

    private static async Task<Product> Find(AppDb db, int number) =>
        await db.Products.Include(p => p.Variants).SingleOrDefaultAsync(p => p.Number == number && p.Kind == GoodsKind.Key)
        ?? throw Refusal.NotFound();

    private IDataProtector Protector(Guid company) => protection.CreateProtector("CsDashboard.LicenceKeys", company.ToString());
}
