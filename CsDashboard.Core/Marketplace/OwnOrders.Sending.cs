using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

// How the goods of an order leave: in one parcel or several.
public sealed partial class OwnOrders
{
    /// <summary>
    /// Sends a parcel, which takes its goods out of stock, once. The order is being packed until the last of its goods is sent, and
    /// shipped then. Invalid (field items) for a line that isn't to be sent, or more than is left of it; Conflict <c>order_step</c> for an
    /// order that is not accepted yet, or has nothing left to send. The place of a parcel that was sent already changes nothing.
    /// </summary>
    public Task<OwnOrder> Send(Actor actor, Guid orderId, ParcelInput input)
    {
        actor.Demand(MarketRights.Sell);
        input.Tracking.CheckAll();
        return store.WriteOnce(
            actor,
            async db =>
            {
                var order = await Find(db, orderId);
                DemandOwn(order);
                var parcels = await ParcelsOf(db, orderId);
                if (input.Place is { } place && parcels.Exists(p => p.Place == place))
                    return await Saved(db, order);
                var left = LeftToSend(order, parcels);
                if (left.Count == 0 || order.Status is not (OrderStatus.Confirmed or OrderStatus.Processing))
                    throw Refusal.Conflict(Words.Of("Parcel_NotNow", Word.Of(order.Status)), "order_step");
                var items = Chosen(input.Items, left);
                var before = order.Facts;
                order.Move(OrderStatus.Processing, actor.Now);
                var isLast = items.Sum(i => i.Quantity) == left.Values.Sum();
                await Pack(db, order, parcels, items, input.Tracking, isLast);
                if (isLast)
                {
                    await ShipUnsent(db, order);
                    order.Move(OrderStatus.Shipped, actor.Now);
                }
                if (order.Facts != before)
                    await Follow(db, order, before);
                return await Saved(db, order);
            }
        );
    }

    /// <summary>
    /// A parcel has arrived; with the last one of an order that is sent whole, the order is delivered. Again, it changes nothing. NotFound.
    /// </summary>
    public Task<OwnOrder> Arrive(Actor actor, Guid orderId, int place)
    {
        actor.Demand(MarketRights.Sell);
        return store.WriteOnce(
            actor,
            async db =>
            {
                var order = await Find(db, orderId);
                var parcels = await ParcelsOf(db, orderId);
                var parcel = parcels.Find(p => p.Place == place) ?? throw Refusal.NotFound(Words.Of("Parcel_NotFound"));
                if (parcel.DeliveredAt is not null)
                    return await Saved(db, order);
                var before = order.Facts;
                parcel.Arrive(actor.Now);
                var isLast = order.Status == OrderStatus.Shipped && parcels.TrueForAll(p => p.DeliveredAt is not null);
                Record(db, order, parcel, hasArrived: true, isLast);
                if (isLast && order.Move(OrderStatus.Delivered, actor.Now))
                    await Follow(db, order, before);
                return await Saved(db, order);
            }
        );
    }

    /// <summary>
    /// How a parcel is followed, said after it was sent; what is not said stays. NotFound, or Invalid for an address that isn't one.
    /// </summary>
    public Task<OwnOrder> Track(Actor actor, Guid orderId, int place, TrackingInput tracking)
    {
        actor.Demand(MarketRights.Sell);
        tracking.CheckAll();
        return store.WriteOnce(
            actor,
            async db =>
            {
                var order = await Find(db, orderId);
                var parcels = await ParcelsOf(db, orderId);
                var parcel = parcels.Find(p => p.Place == place) ?? throw Refusal.NotFound(Words.Of("Parcel_NotFound"));
                parcel.Track(tracking);
                if (place == parcels[^1].Place)
                    order.Track(tracking.Carrier, tracking.Number, tracking.Url, actor.Now);
                return await Saved(db, order);
            }
        );
    }

    /// <summary>
    /// Nothing more of an order is sent that was sent in part: what is left is given back to the stock, and what was paid for it is for
    /// staff to refund. Conflict <c>order_step</c> where nothing was sent yet (then the order is cancelled), or nothing is left.
    /// </summary>
    public Task<OwnOrder> SendNoMore(Actor actor, Guid orderId)
    {
        actor.Demand(MarketRights.Sell);
        return store.WriteOnce(
            actor,
            async db =>
            {
                var order = await Find(db, orderId);
                DemandOwn(order);
                var parcels = await ParcelsOf(db, orderId);
                var left = LeftToSend(order, parcels);
                if (order.Status != OrderStatus.Processing || parcels.Count == 0 || left.Count == 0)
                    throw Refusal.Conflict(Words.Of("Parcel_NotNow", Word.Of(order.Status)), "order_step");
                var before = order.Facts;
                foreach (var (line, some) in left)
                    line.NotSent = some;
                await ShipUnsent(db, order);
                await StockLedger.Release(db, order.Id);
                order.Move(OrderStatus.Shipped, actor.Now);
                var arrived = parcels.TrueForAll(p => p.DeliveredAt is not null);
                await Follow(db, order, before);
                if (arrived)
                {
                    before = order.Facts;
                    order.Move(OrderStatus.Delivered, actor.Now);
                    await Follow(db, order, before);
                }
                return await Saved(db, order);
            }
        );
    }

    internal static Task<List<Parcel>> ParcelsOf(AppDb db, Guid orderId) =>
        db.Parcels.Include(p => p.Lines).Where(p => p.OrderId == orderId).OrderBy(p => p.Place).ToListAsync();

    private static async Task<ILookup<Guid, Parcel>> ParcelsOf(AppDb db, IReadOnlyList<Order> orders)
    {
        var own = orders.Where(o => o.IsOwn).Select(o => o.Id).ToList();
        var sent = db.Parcels.AsNoTracking().Include(p => p.Lines).Where(p => own.Contains(p.OrderId));
        return (await sent.OrderBy(p => p.Place).ToListAsync()).ToLookup(p => p.OrderId);
    }

    private static IEnumerable<(OrderLine Line, int ToSend)> LinesOf(Order order, IReadOnlyList<Parcel> parcels)
    {
        var left = order.IsOwn && order.Status.IsKept() ? LeftToSend(order, parcels) : [];
        return order.Lines.OrderBy(l => l.Place).Select(l => (l, left.GetValueOrDefault(l)));
    }

    // Inside a write: everything that is left goes in one parcel.
    private static async Task SendRest(AppDb db, Order order, TrackingInput? tracking)
    {
        var parcels = await ParcelsOf(db, order.Id);
        var rest = LeftToSend(order, parcels).Select(l => new ParcelItem(l.Key.Id, l.Value)).ToList();
        if (rest.Count > 0)
            await Pack(db, order, parcels, rest, tracking ?? new(), isLast: true);
        await ShipUnsent(db, order);
    }

    // What no parcel holds, but is counted (keys), goes out with the order.
    private static Task ShipUnsent(AppDb db, Order order) => StockLedger.Ship(db, order.Id, Demands(order, l => !IsSent(l)));

    private static async Task Pack(
        AppDb db,
        Order order,
        List<Parcel> parcels,
        IReadOnlyList<ParcelItem> items,
        TrackingInput tracking,
        bool isLast
    )
    {
        var parcel = new Parcel
        {
            OrderId = order.Id,
            Place = parcels.Count + 1,
            SentAt = db.Actor.Now,
        };
        parcel.Track(tracking);
        parcel.Lines.AddRange(
            items.Select(i => new ParcelLine
            {
                ParcelId = parcel.Id,
                OrderLineId = i.LineId,
                Quantity = i.Quantity,
            })
        );
        db.Parcels.Add(parcel);
        order.Track(parcel.Carrier, parcel.TrackingNumber, parcel.TrackingUrl, db.Actor.Now);
        await StockLedger.Ship(
            db,
            order.Id,
            [
                .. parcel
                    .Lines.Select(l => (Line: l, Variant: order.Lines.Find(o => o.Id == l.OrderLineId)!.VariantId))
                    .Where(l => l.Variant is not null)
                    .Select(l => new StockDemand(l.Variant!.Value, l.Line.Id, l.Line.Quantity)),
            ]
        );
        Record(db, order, parcel, hasArrived: false, isLast);
    }

    private static void Record(AppDb db, Order order, Parcel parcel, bool hasArrived, bool isLast) =>
        db.Record(
            new ParcelMoved(order.Id, order.CustomerId, order.Number, parcel.Place, parcel.Lines.Sum(l => l.Quantity), hasArrived, isLast)
        );

    // Lines that are sent, with how many of each are not in a parcel yet, in the order of the lines.
    private static Dictionary<OrderLine, int> LeftToSend(Order order, IReadOnlyList<Parcel> parcels)
    {
        var sent = parcels.SelectMany(p => p.Lines).ToLookup(l => l.OrderLineId, l => l.Quantity);
        return order
            .Lines.Where(IsSent)
            .Select(l => (Line: l, Left: l.Quantity - l.NotSent - sent[l.Id].Sum()))
            .Where(l => l.Left > 0)
            .ToDictionary(l => l.Line, l => l.Left);
    }

    private static IReadOnlyList<ParcelItem> Chosen(IReadOnlyList<ParcelItem>? asked, Dictionary<OrderLine, int> left)
    {
        if (asked is null)
            return [.. left.Select(l => new ParcelItem(l.Key.Id, l.Value))];
        var chosen = new List<ParcelItem>();
        foreach (var of in asked.GroupBy(i => i.LineId))
        {
            var line = left.Keys.FirstOrDefault(l => l.Id == of.Key) ?? throw Refusal.Invalid("items", Words.Of("Parcel_UnknownLine"));
            if (of.Any(i => i.Quantity is < 0 or > 100_000) || of.Sum(i => i.Quantity) > left[line])
                throw Refusal.Invalid("items", Words.Of("Parcel_TooMany", line.Name, left[line]));
            if (of.Sum(i => i.Quantity) is var some and > 0)
                chosen.Add(new(line.Id, some));
        }
        return chosen.Count > 0 ? chosen : throw Refusal.Invalid("items", Words.Of("Parcel_Empty"));
    }

    private static bool IsSent(OrderLine line) => line.Kind is null or GoodsKind.Physical;

    private static void DemandOwn(Order order)
    {
        if (!order.IsOwn)
            throw Refusal.Conflict(Words.Of("Order_OfShop"), "order_step");
    }
}
