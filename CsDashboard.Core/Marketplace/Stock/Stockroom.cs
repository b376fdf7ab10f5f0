using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Stock;

/// <summary>What staff see of stock, and move by hand; orders move it by themselves (<see cref="StockLedger"/>).</summary>
public sealed class Stockroom(Store store)
{
    private const int MaxMoves = 100;

    /// <summary>The moves of a product's stock, newest first. Invalid for a limit outside 1 to 100; NotFound.</summary>
    public async Task<IReadOnlyList<StockMove>> Moves(Actor actor, int number, int limit = 50)
    {
        actor.Demand(MarketRights.See);
        ListPart.DemandLimit(limit, MaxMoves);
        await using var db = store.Open(actor);
        var product = await IdOf(db, number);
        var variants = await db.ProductVariants.Where(v => v.ProductId == product).Select(v => v.Id).ToListAsync();
        return await db.StockMoves.Where(m => variants.Contains(m.VariantId)).OrderByDescending(m => m.Number).Take(limit).ToListAsync();
    }

    /// <summary>As <see cref="Moves"/>, with what was moved.</summary>
    public async Task<IReadOnlyList<StockRow>> MovesOf(Actor actor, int number, int limit = 50)
    {
        var moves = await Moves(actor, number, limit);
        await using var db = store.Open(actor);
        return await With(db, moves);
    }

    /// <summary>The latest moves of all products, with what they moved.</summary>
    public async Task<Slice<StockRow>> AllMoves(Actor actor, int skip = 0, int take = 50)
    {
        actor.Demand(MarketRights.See);
        await using var db = store.Open(actor);
        var moves = await db
            .StockMoves.OrderByDescending(m => m.Number)
            .Skip(Math.Max(skip, 0))
            .Take(Math.Clamp(take, 1, 100))
            .ToListAsync();
        return new(await With(db, moves), await db.StockMoves.CountAsync());
    }

    /// <summary>Everything that is counted, what is low or gone first; or that alone. A part of it.</summary>
    public async Task<Slice<StockRow>> Levels(Actor actor, bool low, string? search = null, int skip = 0, int take = 50)
    {
        actor.Demand(MarketRights.See);
        await using var db = store.Open(actor);
        var rows = Named(db).Where(n => n.Product.State != ProductState.Archived);
        if (low)
            rows = rows.Where(n => n.Item.OnHand - n.Item.Reserved <= n.Item.Threshold);
        foreach (var word in Folding.Words(search ?? "").Select(w => w.Text).Take(8))
            rows = rows.Where(n => n.Product.Sought.Contains(word));
        var part = await rows.OrderBy(n => n.Item.OnHand - n.Item.Reserved)
            .ThenBy(n => n.Product.Number)
            .ThenBy(n => n.Variant.Place)
            .Skip(Math.Max(skip, 0))
            .Take(Math.Clamp(take, 1, 100))
            .ToListAsync();
        return new([.. part.Select(StockRow.Of)], await rows.CountAsync());
    }

    /// <summary>
    /// Moves stock of a variant, or of the product's first: in; out, no further than what isn't held for orders; counted anew; or reserved,
    /// which is only noted (contract: market, Stock). Invalid for a quantity outside 0 to a thousand million, for a kind
    /// that only orders move, and for goods of which there are as many as anybody wants; NotFound. Gives what can be sold of the product.
    /// </summary>
    public async Task<int> Move(Actor actor, int number, Guid? variantId, StockMoveKind kind, int quantity, string? reason = null)
    {
        actor.Demand(MarketRights.Manage);
        if (kind is not (StockMoveKind.In or StockMoveKind.Out or StockMoveKind.Adjustment or StockMoveKind.Reserved))
            throw Refusal.Invalid("action", Words.Of("Word_Unknown", "in, out, adjustment, reserved"));
        if (quantity is < 0 or > StockItem.Most)
            throw Refusal.Invalid("quantity", Words.Of("Range_Beyond", 0, StockItem.Most));
        if (reason is { Length: > 200 } || reason is not null && !TextAttribute.CanBeStored(reason))
            throw Refusal.Invalid("reason", Words.Of("Text_TooLong", 200));
        return await store.WriteOnce(
            actor,
            async db =>
            {
                var product = await IdOf(db, number);
                var variants = await db
                    .ProductVariants.Where(v => v.ProductId == product)
                    .OrderByDescending(v => v.IsActive)
                    .ThenBy(v => v.Place)
                    .Select(v => v.Id)
                    .ToListAsync();
                if (variantId is { } named && !variants.Contains(named))
                    throw Refusal.NotFound();
                var id = variantId ?? variants[0];
                var item =
                    await db.StockItems.AsNoTracking().SingleOrDefaultAsync(i => i.VariantId == id)
                    ?? throw Refusal.Invalid("quantity", Words.Of("Stock_Uncounted"));
                await StockLedger.Move(db, item, kind, quantity, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
                db.AnnounceAfterCommit(Topic.Room(actor.TenantId, "Marketplace"));
                var left = await db.StockItems.AsNoTracking().Where(i => variants.Contains(i.VariantId)).ToListAsync();
                return left.Sum(i => Math.Max(i.Available, 0));
            }
        );
    }

    private static async Task<IReadOnlyList<StockRow>> With(AppDb db, IReadOnlyList<StockMove> moves)
    {
        var ids = moves.Select(m => m.VariantId).Distinct().ToList();
        var named = (await Named(db).Where(n => ids.Contains(n.Variant.Id)).ToListAsync()).ToDictionary(n => n.Variant.Id);
        return [.. moves.Where(m => named.ContainsKey(m.VariantId)).Select(m => StockRow.Of(named[m.VariantId]) with { Move = m })];
    }

    private static async Task<Guid> IdOf(AppDb db, int number) =>
        await db.Products.Where(p => p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync() ?? throw Refusal.NotFound();

    private static IQueryable<NamedStock> Named(AppDb db) =>
        db
            .StockItems.AsNoTracking()
            .Join(db.ProductVariants, i => i.VariantId, v => v.Id, (i, v) => new { i, v })
            .Join(
                db.Products,
                n => n.v.ProductId,
                p => p.Id,
                (n, p) =>
                    new NamedStock
                    {
                        Item = n.i,
                        Variant = n.v,
                        Product = p,
                    }
            );
}
