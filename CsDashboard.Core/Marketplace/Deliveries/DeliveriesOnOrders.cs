using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Payments;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>
/// Gives what was paid and is not sent: access for its time, files, keys from their pool, services as a ticket for the team. Takes it
/// back when the order is cancelled or the line was paid back, and says so in the ticket. Looks at the order as it is by now, so that an
/// event heard twice, late or out of order changes nothing.
/// </summary>
public sealed class DeliveriesOnOrders(ServiceTickets services) : IHandle<OrderRecorded>
{
    public async Task Handle(Recorded<OrderRecorded> happening, AppDb db)
    {
        if (!happening.Event.To.IsOwn)
            return;
        var order = await db.Orders.Include(o => o.Lines.OrderBy(l => l.Place)).SingleOrDefaultAsync(o => o.Id == happening.Event.OrderId);
        if (order is null)
            return;
        var lines = order.Lines.ToLookup(l => l.Kind);
        if (lines[GoodsKind.Access].Any())
            await Access(db, order, [.. lines[GoodsKind.Access]]);
        await services.Follow(db, order, [.. lines[GoodsKind.Service]]);
        if (lines[GoodsKind.File].Any())
            await Files(db, order, [.. lines[GoodsKind.File]]);
        if (lines[GoodsKind.Key].Any() && !await KeyPool.Follow(db, order, [.. lines[GoodsKind.Key]]))
            await Finish(db, order);
    }

    /// <summary>Inside a write: an order whose goods are all given, and of which nothing is sent or made, is delivered.</summary>
    internal static async Task Finish(AppDb db, Order order)
    {
        if (
            order.IsSent
            || order.Status is not (OrderStatus.Confirmed or OrderStatus.Processing)
            || order.Lines.Exists(l => l.Kind is not (GoodsKind.File or GoodsKind.Access or GoodsKind.Key))
            || await db.KeyWaits.AnyAsync(w => w.OrderId == order.Id)
        )
            return;
        var before = order.Facts;
        order.Move(OrderStatus.Delivered, db.Actor.Now);
        await OwnOrders.Follow(db, order, before);
    }

    private static async Task Files(AppDb db, Order order, IReadOnlyList<OrderLine> lines)
    {
        var granted = await db.FileGrants.Where(g => g.OrderId == order.Id).ToDictionaryAsync(g => g.LineId);
        foreach (var line in lines.Where(l => l.ProductId is not null))
            if (!granted.TryGetValue(line.Id, out var grant) && IsDue(order, line))
                db.FileGrants.Add(FileGrant.Of(order, line, db.Actor.Now));
            else if (grant is not null && !IsDue(order, line))
                grant.End(db.Actor.Now);
    }

    private static async Task Access(AppDb db, Order order, IReadOnlyList<OrderLine> lines)
    {
        var granted = await db.AccessGrants.Where(g => g.OrderId == order.Id).ToDictionaryAsync(g => g.LineId);
        var ids = lines.Select(l => l.ProductId).ToList();
        var products = await db.Products.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        foreach (var line in lines)
            if (line.ProductId is { } id && products.TryGetValue(id, out var product))
                await Access(db, order, line, product, granted.GetValueOrDefault(line.Id));
    }

    private static async Task Access(AppDb db, Order order, OrderLine line, Product product, AccessGrant? grant)
    {
        if (grant is null && IsDue(order, line) && product is { Tier: { } tier, AccessDays: { } days })
            await Accesses.Begin(db, order, line, (product.Id, tier, days));
        else if (grant is { EndedAt: null } && !IsDue(order, line))
            await Accesses.End(db, grant.CustomerId, [grant], takenBack: true);
    }

    /// <summary>It was paid, and the customer keeps it.</summary>
    internal static bool IsDue(Order order, OrderLine line) =>
        order.IsPaid
        && order.Status is not (OrderStatus.Cancelled or OrderStatus.Returned)
        && order.Payment != PaymentStatus.Refunded
        && (line.Refunded is null or 0 || line.Refunded < order.PaidFor(line));
}
