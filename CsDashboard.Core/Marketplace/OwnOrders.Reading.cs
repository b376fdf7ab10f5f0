using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Payments;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

// What is read of orders.
public sealed partial class OwnOrders
{
    /// <summary>One order by any of its names, of this buyer. NotFound for another's.</summary>
    public async Task<OwnOrder> Get(Actor actor, CartOwner owner, string? word)
    {
        owner.Demand(actor, MarketRights.See);
        await using var db = store.Open(actor);
        var order = await Read(db, word);
        Demand(order, owner);
        return await ViewOf(db, order);
    }

    /// <summary>As <see cref="Get(Actor, CartOwner, string?)"/>, with null for what isn't there or is another's.</summary>
    public async Task<OwnOrder?> Seek(Actor actor, CartOwner owner, string? word)
    {
        owner.Demand(actor, MarketRights.See);
        await using var db = store.Open(actor);
        if (await OrderNumbers.Find(db, word) is not { } id)
            return null;
        var order = await Find(db, id);
        return IsOf(order, owner) ? await ViewOf(db, order) : null;
    }

    /// <summary>
    /// The order that the link in a mail to its buyer shows, and the company whose it is; null for a link that isn't ours, or is too old.
    /// </summary>
    public async Task<(Actor Company, OwnOrder Order)?> Shown(string? pass)
    {
        if (passes.Read(pass) is not { } read)
            return null;
        var company = Actor.System(read.Company, clock);
        await using var db = store.Open(company);
        return
            await db.Orders.Include(o => o.Lines.OrderBy(l => l.Place)).SingleOrDefaultAsync(o => o.Id == read.Order) is { } order
            && order.PlacedAt + OrderPasses.Life > company.Now
            ? (company, await ViewOf(db, order))
            : null;
    }

    /// <summary>
    /// The invoice of an order that the actor has read. NotFound for one that a shop told, which bills it itself.
    /// </summary>
    public async Task<Invoice> Billed(Actor actor, OwnOrder order)
    {
        if (!order.IsOwn)
            throw Refusal.NotFound(Words.Of("Order_NotFound"));
        await using var db = store.Open(actor);
        var company = await db.Tenants.Where(t => t.Id == actor.TenantId).Select(t => new { t.Name, t.TimeZone }).SingleAsync();
        return new Invoice
        {
            Order = order,
            Company = company.Name,
            Seller = await ShopSettings.SellerAt(db, order.PlacedAt),
            Zone = Zones.Of(company.TimeZone),
        };
    }

    /// <summary>As <see cref="Get(Actor, string?)"/>, with null for what isn't there or is another's.</summary>
    public async Task<OwnOrder?> Seek(Actor actor, string? word)
    {
        if (actor.Role == Role.Customer)
            return await Seek(actor, CartOwner.Customer(actor.DemandCustomer()), word);
        actor.Demand(MarketRights.See);
        await using var db = store.Open(actor);
        return await OrderNumbers.Find(db, word) is { } id ? await ViewOf(db, await Find(db, id)) : null;
    }

    /// <summary>One order of the company by any of its names, for staff; a customer finds their own.</summary>
    public async Task<OwnOrder> Get(Actor actor, string? word)
    {
        if (actor.Role == Role.Customer)
            return await Get(actor, CartOwner.Customer(actor.DemandCustomer()), word);
        actor.Demand(MarketRights.See);
        await using var db = store.Open(actor);
        return await ViewOf(db, await Read(db, word));
    }

    /// <summary>A customer's orders, newest first, and how many there are. Invalid for a limit outside 1 to 100.</summary>
    public async Task<(IReadOnlyList<OwnOrder> Orders, int Total)> List(Actor actor, Guid customerId, int skip = 0, int limit = 20)
    {
        actor.DemandFor(customerId, MarketRights.See);
        ListPart.DemandSkip(skip, limit);
        await using var db = store.Open(actor);
        var all = db.Orders.Where(o => o.CustomerId == customerId);
        var page = await all.OrderByDescending(o => o.PlacedAt)
            .ThenByDescending(o => o.Id)
            .Skip(skip)
            .Take(limit)
            .Include(o => o.Lines.OrderBy(l => l.Place))
            .ToListAsync();
        return (await ViewsOf(db, page), await all.CountAsync());
    }

    /// <summary>The queue of orders that were placed here, newest first: all, of a status, or those that money is due for.</summary>
    public async Task<(IReadOnlyList<OwnOrder> Orders, int Total)> Queue(Actor actor, OrderQueue asked)
    {
        actor.Demand(MarketRights.Sell);
        await using var db = store.Open(actor);
        var all = asked.Of(db.Orders.Where(o => o.IsOwn));
        if (asked.Sought is { Length: > 0 } sought)
        {
            var found = await OrderNumbers.Find(db, sought);
            var email = Accounts.Emails.TryNormalise(sought);
            var customers = db.Customers;
            all = all.Where(o =>
                o.Id == found || (email != null && customers.Any(c => c.Id == o.CustomerId && c.NormalizedEmail == email))
            );
        }
        var page = await all.OrderByDescending(o => o.PlacedAt)
            .ThenByDescending(o => o.Id)
            .Skip((Math.Max(1, asked.Page) - 1) * OrderQueue.Size)
            .Take(OrderQueue.Size)
            .Include(o => o.Lines.OrderBy(l => l.Place))
            .ToListAsync();
        return (await ViewsOf(db, page), await all.CountAsync());
    }

    /// <summary>How many wait in each part of the queue.</summary>
    public async Task<IReadOnlyDictionary<OrderShelf, int>> Counts(Actor actor)
    {
        actor.Demand(MarketRights.Sell);
        await using var db = store.Open(actor);
        var counts = new Dictionary<OrderShelf, int>();
        foreach (var shelf in Enum.GetValues<OrderShelf>().Where(s => s != OrderShelf.All))
            counts[shelf] = await new OrderQueue { Shelf = shelf }
                .Of(db.Orders.Where(o => o.IsOwn))
                .CountAsync();
        return counts;
    }

    private static async Task<Order> Read(AppDb db, string? word) =>
        await Find(db, await OrderNumbers.Find(db, word) ?? throw Refusal.NotFound(Words.Of("Order_NotFound")));

    /// <summary>Inside a write: as it is by now, with the payments of this very write.</summary>
    internal static async Task<OwnOrder> Saved(AppDb db, Order order)
    {
        await db.SaveChangesAsync();
        return await ViewOf(db, order);
    }

    internal static async Task<OwnOrder> ViewOf(AppDb db, Order order)
    {
        var payments = await db
            .PaymentEntries.AsNoTracking()
            .Where(p => p.OrderId == order.Id)
            .OrderBy(p => p.At)
            .ThenBy(p => p.Id)
            .ToListAsync();
        return (await ViewsOf(db, [order]))[0] with
        {
            Payments = [.. payments.Select(p => new PaymentView(p.Provider, p.Reference, p.Kind, p.Amount, p.At, p.By))],
        };
    }

    private static async Task<IReadOnlyList<OwnOrder>> ViewsOf(AppDb db, IReadOnlyList<Order> orders)
    {
        var (buyers, products, ways) = (
            orders.Select(o => o.CustomerId).Distinct().ToList(),
            orders.SelectMany(o => o.Lines).Select(l => l.ProductId).OfType<Guid>().Distinct().ToList(),
            orders.Select(o => o.ShippingMethod).OfType<string>().Distinct().ToList()
        );
        var people = await db
            .Customers.AsNoTracking()
            .Where(c => buyers.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.Name,
                c.Email,
                c.PublicId,
            })
            .ToDictionaryAsync(c => c.Id);
        var goods = await db
            .Products.AsNoTracking()
            .Where(p => products.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Number,
                p.Slug,
            })
            .ToDictionaryAsync(p => p.Id, p => (p.Number, (string?)p.Slug));
        var parcels = await ParcelsOf(db, orders);
        var pictures = await ProductPictures.FirstOf(db, products);
        var sending = await db.ShippingMethods.AsNoTracking().Where(m => ways.Contains(m.Word)).ToDictionaryAsync(m => m.Word);
        return
        [
            .. orders.Select(o =>
            {
                var buyer = people.GetValueOrDefault(o.CustomerId);
                var lines = LinesOf(o, [.. parcels[o.Id]])
                    .Select(l =>
                        l.Line.ProductId is { } id
                            ? LineOf(o, l.Line, l.ToSend, goods.GetValueOrDefault(id)) with
                            {
                                Picture = pictures.GetValueOrDefault(id),
                            }
                            : LineOf(o, l.Line, l.ToSend, default)
                    );
                return OwnOrder.Of(o, [.. lines]) with
                {
                    Parcels = [.. parcels[o.Id].Select(ParcelView.Of)],
                    Buyer = buyer?.Name ?? "",
                    Email = buyer?.Email ?? "",
                    BuyerPublicId = buyer?.PublicId ?? "",
                    WayName = o.ShippingMethod is { } way ? sending.GetValueOrDefault(way)?.NameIn(Words.Language) ?? way : null,
                    DeliveryBy =
                        o.ShippingMethod is { } word && sending.TryGetValue(word, out var known)
                            ? (o.ShippedAt ?? o.PlacedAt).AddDays(known.Days)
                            : null,
                };
            }),
        ];
    }

    private static OwnOrderLine LineOf(Order o, OrderLine l, int toSend, (int Number, string? Slug) good) =>
        new()
        {
            Id = l.Id,
            Name = l.Name,
            Sku = l.Sku,
            Quantity = l.Quantity,
            UnitPrice = l.UnitPrice,
            Amount = l.Amount ?? l.Quantity * l.UnitPrice,
            Discount = l.Discount ?? 0,
            Paid = o.PaidFor(l),
            Refunded = l.Refunded ?? 0,
            Refundable = o.RefundableOf(l),
            ToSend = toSend,
            NotSent = l.NotSent,
            ProductId = l.ProductId,
            VariantId = l.VariantId,
            ProductNumber = good.Slug is null ? null : good.Number,
            Slug = good.Slug,
        };
}
