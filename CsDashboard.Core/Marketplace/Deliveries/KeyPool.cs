using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Payments;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>Giving keys out, inside somebody's write: each to one line, the line that waits longest first.</summary>
internal static class KeyPool
{
    /// <summary>
    /// The key lines of an order as they are by now: what is due is given, what the pool lacks waits, what is not due any more is taken
    /// back. Says whether anything is still to be given.
    /// </summary>
    public static async Task<bool> Follow(AppDb db, Order order, IReadOnlyList<OrderLine> lines)
    {
        var waits = false;
        foreach (var line in lines.Where(l => l.VariantId is not null))
            if (DeliveriesOnOrders.IsDue(order, line))
                waits |= await Give(db, order, line);
            else
                await TakeBack(db, line);
        return waits;
    }

    /// <summary>Serves who waits for a variant, as far as the pool goes. Gives the orders that lack nothing any more.</summary>
    public static async Task<IReadOnlyList<Order>> Serve(AppDb db, Guid variantId)
    {
        var served = new List<Order>();
        var waiting = await db.KeyWaits.Where(w => w.VariantId == variantId).OrderBy(w => w.Since).ThenBy(w => w.LineId).ToListAsync();
        foreach (var wait in waiting)
        {
            var order = await db.Orders.Include(o => o.Lines.OrderBy(l => l.Place)).SingleAsync(o => o.Id == wait.OrderId);
            var line = order.Lines.Single(l => l.Id == wait.LineId);
            if (!DeliveriesOnOrders.IsDue(order, line))
                await TakeBack(db, line);
            else if (await Give(db, order, line))
                break;
            else
                served.Add(order);
        }
        return served;
    }

    private static async Task<bool> Give(AppDb db, Order order, OrderLine line)
    {
        var (variant, now) = (line.VariantId!.Value, db.Actor.Now);
        var had = await db.LicenceKeys.CountAsync(k => k.LineId == line.Id);
        var wait = await db.KeyWaits.SingleOrDefaultAsync(w => w.LineId == line.Id);
        var missing = line.Quantity - had;
        if (missing <= 0)
            return false;
        // Who came first is served first, whatever order the pool is filled in.
        var since = wait?.Since ?? now;
        var before = await db.KeyWaits.AnyAsync(w => w.VariantId == variant && w.LineId != line.Id && w.Since < since);
        var free = before
            ? []
            : await db
                .LicenceKeys.Where(k => k.VariantId == variant && k.LineId == null)
                .OrderBy(k => k.AddedAt)
                .ThenBy(k => k.Id)
                .Select(k => k.Id)
                .Take(missing)
                .ToListAsync();
        var given = await db
            .LicenceKeys.Where(k => free.Contains(k.Id) && k.LineId == null)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(k => k.LineId, line.Id).SetProperty(k => k.OrderId, order.Id).SetProperty(k => k.GivenAt, now)
            );
        if (given > 0)
            db.Record(new KeysGiven(order.Id, order.CustomerId, order.Number, line.Name, given, Again: false));
        missing -= given;
        if (missing == 0 && wait is not null)
            db.Remove(wait);
        else if (missing > 0 && wait is not null)
            wait.Missing = missing;
        else if (missing > 0)
        {
            db.KeyWaits.Add(
                new KeyWait
                {
                    LineId = line.Id,
                    OrderId = order.Id,
                    VariantId = variant,
                    Missing = missing,
                    Since = now,
                }
            );
            var product = await db.Products.Where(p => p.Id == line.ProductId).Select(p => p.Number).SingleOrDefaultAsync();
            db.Record(new KeysLacking(order.Id, order.CustomerId, order.Number, product, line.Name, missing));
        }
        await db.SaveChangesAsync();
        return missing > 0;
    }

    private static async Task TakeBack(AppDb db, OrderLine line)
    {
        var now = db.Actor.Now;
        await db
            .LicenceKeys.Where(k => k.LineId == line.Id && k.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.RevokedAt, now));
        await db.KeyWaits.Where(w => w.LineId == line.Id).ExecuteDeleteAsync();
    }
}
