using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>
/// The life of orders after they are placed. Customers see and cancel their own, a visitor the one they placed, staff move any of the
/// company's. An order that a shop told may be moved by staff too, in any direction.
/// </summary>
public sealed partial class OwnOrders(Store store, OrderPasses passes, TimeProvider clock)
{
    private const int Batch = 50;

    /// <summary>
    /// Moves an order on, with how it is tracked; the same again changes nothing. NotFound, or Conflict <c>order_step</c> for a jump, and
    /// for cancelling what was sent in part. Shipping sends what is left of it in one parcel, cancelling gives its stock back, once.
    /// </summary>
    public Task<OwnOrder> Move(Actor actor, Guid orderId, OrderStatus to, TrackingInput? tracking = null)
    {
        actor.Demand(MarketRights.Sell);
        tracking?.CheckAll();
        return store.WriteOnce(
            actor,
            async db =>
            {
                var order = await Find(db, orderId);
                var before = order.Facts;
                if (tracking is not null)
                    order.Track(tracking.Carrier, tracking.Number, tracking.Url, actor.Now);
                if (to == OrderStatus.Cancelled)
                    await DemandUnsent(db, order);
                if (order.Move(to, actor.Now))
                {
                    if (order.IsOwn && to == OrderStatus.Shipped)
                        await SendRest(db, order, tracking);
                    if (to == OrderStatus.Delivered)
                        (await ParcelsOf(db, order.Id)).ForEach(p => p.Arrive(actor.Now));
                    await Follow(db, order, before);
                }
                return await Saved(db, order);
            }
        );
    }

    /// <summary>
    /// The buyer takes the order back while it is neither packed nor sent; staff as long as it isn't sent. Cancelled again, it stays so.
    /// What was paid is for staff to give back.
    /// </summary>
    public Task<OwnOrder> Cancel(Actor actor, CartOwner owner, Guid orderId)
    {
        owner.Demand(actor, MarketRights.Sell);
        return store.WriteOnce(
            actor,
            async db =>
            {
                var order = await Find(db, orderId);
                Demand(order, owner);
                if (!order.IsOwn)
                    throw Refusal.Conflict(Words.Of("Order_OfShop"), "order_step");
                if (!actor.IsStaff && order.Status == OrderStatus.Processing)
                    throw Refusal.Conflict(Words.Of("Order_Packed"), "order_step");
                await DemandUnsent(db, order);
                var before = order.Facts;
                if (order.Move(OrderStatus.Cancelled, actor.Now))
                    await Follow(db, order, before);
                return await Saved(db, order);
            }
        );
    }

    /// <summary>
    /// Cancels orders whose goods were kept long enough without being paid, and gives everything back; for the schedule. Each in a write of
    /// its own, so that one that fails holds up no other.
    /// </summary>
    public async Task EndReservations(Actor company)
    {
        List<Guid> due;
        await using (var db = store.Open(company))
            due = await db
                .Orders.Where(o => o.ReservedUntil < company.Now && o.Status == OrderStatus.Pending)
                .OrderBy(o => o.ReservedUntil)
                .Select(o => o.Id)
                .Take(Batch)
                .ToListAsync();
        // All are awaited, whichever of them fails.
        await Task.WhenAll(due.Select(id => store.Write(company, db => EndReservation(db, id))));
    }

    private static async Task EndReservation(AppDb db, Guid id)
    {
        var order = await Find(db, id);
        // It may have been paid meanwhile.
        if (order.Status != OrderStatus.Pending || !(order.ReservedUntil < db.Actor.Now))
            return;
        var before = order.Facts;
        order.Move(OrderStatus.Cancelled, db.Actor.Now);
        await Follow(db, order, before);
    }

    internal static async Task<Order> Find(AppDb db, Guid orderId) =>
        await db.Orders.Include(o => o.Lines.OrderBy(l => l.Place)).SingleOrDefaultAsync(o => o.Id == orderId)
        ?? throw Refusal.NotFound(Words.Of("Order_NotFound"));

    internal static void Demand(Order order, CartOwner owner)
    {
        if (!IsOf(order, owner))
            throw Refusal.NotFound(Words.Of("Order_NotFound"));
    }

    private static bool IsOf(Order order, CartOwner owner) => owner.IsGuest ? order.GuestId == owner.Id : order.CustomerId == owner.Id;

    /// <summary>
    /// Inside a write: an order that is paid is accepted. What comes at once (a file, access) is delivered with it; what is sent, made by
    /// the team or handed out from a pool is not.
    /// </summary>
    internal static async Task Accept(AppDb db, Order order)
    {
        var before = order.Facts;
        if (!order.Move(OrderStatus.Confirmed, db.Actor.Now))
            return;
        await Follow(db, order, before);
        await Hand(db, order);
    }

    /// <summary>Inside a write: what is accepted and comes at once is delivered.</summary>
    internal static async Task Hand(AppDb db, Order order)
    {
        if (order.IsSent || order.Lines.Exists(l => l.Kind is not (GoodsKind.File or GoodsKind.Access)))
            return;
        var before = order.Facts;
        order.Move(OrderStatus.Delivered, db.Actor.Now);
        await Follow(db, order, before);
    }

    /// <summary>Inside a write: what a new status does to the stock, and that it happened.</summary>
    internal static async Task Follow(AppDb db, Order order, OrderFacts before)
    {
        if (order.IsOwn)
            switch (order.Status)
            {
                case OrderStatus.Delivered when before.Status.IsKept():
                    await StockLedger.Ship(db, order.Id, Demands(order));
                    break;
                case OrderStatus.Cancelled:
                    await StockLedger.Release(db, order.Id);
                    break;
                case OrderStatus.Pending
                or OrderStatus.Confirmed
                or OrderStatus.Processing
                or OrderStatus.Shipped
                or OrderStatus.Delivered
                or OrderStatus.Returned:
                    break;
            }
        await Orders.Changed(db, order, before);
    }

    internal static IReadOnlyList<StockDemand> Demands(Order order, Predicate<OrderLine>? of = null) =>
        [
            .. order
                .Lines.Where(l => l.VariantId is not null && of?.Invoke(l) != false)
                .Select(l => new StockDemand(l.VariantId!.Value, l.Id, l.Quantity)),
        ];

    private static async Task DemandUnsent(AppDb db, Order order)
    {
        if (order.Status == OrderStatus.Processing && await db.Parcels.AnyAsync(p => p.OrderId == order.Id))
            throw Refusal.Conflict(Words.Of("Parcel_OnItsWay"), "order_step");
    }
}
