using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>
/// The ledger of what customers bought, as shops report it. The customer's figures are kept beside it, in the same transaction.
/// </summary>
public sealed class Orders(Store store) : ICustomerOrders, IHoldCustomer, ICountForCustomers
{
    private const int Months = 12;
    private static readonly string[] Asked = ["Placed", "Processing", "Shipped", "Delivered", "Cancelled", "Return Requested", "Returned"];

    /// <summary>
    /// Takes over an order by its number, new or in its new state; sent again, it changes nothing. Invalid for a time ahead,
    /// Conflict for a number that is another customer's, NotFound for a customer who is not there. True says that the order is new.
    /// </summary>
    public async Task<(OrderView Order, bool IsNew)> Record(Actor actor, Guid customerId, OrderInput input)
    {
        actor.Demand(MarketRights.Record);
        input.CheckAll(actor.Now);
        var (number, (status, returnOpen)) = (input.Number!.Trim(), input.Standing);
        return await store.WriteOnce(
            actor,
            async db =>
            {
                if (!await db.Customers.AnyAsync(c => c.Id == customerId))
                    throw Refusal.NotFound(Words.Of("Customer_NotFound"));
                var order = await db.Orders.Include(o => o.Lines.OrderBy(l => l.Place)).SingleOrDefaultAsync(o => o.Number == number);
                if (order is { IsOwn: true } || (order is not null && order.CustomerId != customerId))
                    throw Refusal.Conflict(Words.Of("Order_Taken", number), "order_taken");
                var (isNew, before) = (order is null, order?.Facts);
                if (order is null)
                    db.Orders.Add(order = new Order { CustomerId = customerId, Number = number });
                var rates = await Currencies.Book(db, input.Currency?.ToUpperInvariant() ?? order.Currency);
                if (order.Take(input, status, returnOpen, actor.Now, rates))
                {
                    await Match(db, order);
                    await Changed(db, order, before);
                }
                return (ViewOf(order, rates.Own), isNew);
            }
        );
    }

    // What a shop sold under a number of ours is ours: it can be reviewed, sent back and bought again.
    private static async Task Match(AppDb db, Order order)
    {
        var numbers = order.Lines.Where(l => l.ProductId is null).Select(l => l.Sku).OfType<string>().Distinct().ToList();
        var known =
            numbers.Count == 0
                ? []
                : await db.ProductVariants.AsNoTracking().Where(v => numbers.Contains(v.Sku!)).ToDictionaryAsync(v => v.Sku!);
        foreach (var line in order.Lines.Where(l => l.ProductId is null && l.Sku is not null))
            if (known.TryGetValue(line.Sku!, out var variant))
                (line.ProductId, line.VariantId) = (variant.ProductId, variant.Id);
    }

    /// <summary>
    /// The customer's orders in the ledger, newest first: staff anybody's, customers their own. Invalid for a limit outside 1 to 100 or a
    /// status that is not one of the CRM's words.
    /// </summary>
    public async Task<IReadOnlyList<OrderView>> List(Actor actor, Guid customerId, int limit = 10, int page = 1, string? word = null)
    {
        actor.DemandFor(customerId, MarketRights.See);
        ListPart.DemandPage(page, limit);
        await using var db = store.Open(actor);
        var own = await Accounts.Tenants.CurrencyOf(db);
        var orders = Of(db.Orders.Where(o => o.CustomerId == customerId), word)
            .OrderByDescending(o => o.PlacedAt)
            .ThenByDescending(o => o.Id);
        return
        [
            .. (await orders.Skip((page - 1) * limit).Take(limit).Include(o => o.Lines.OrderBy(l => l.Place)).ToListAsync()).Select(o =>
                ViewOf(o, own)
            ),
        ];
    }

    public async Task<OrderSummary> Summary(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, MarketRights.See);
        await using var db = store.Open(actor);
        var orders = await db
            .Orders.Where(o => o.CustomerId == customerId)
            .Select(o => new
            {
                o.Status,
                o.IsReturnOpen,
                o.Currency,
                o.Total,
                o.Value,
                o.PlacedAt,
            })
            .ToListAsync();
        var own = await Accounts.Tenants.CurrencyOf(db);
        var counted = orders.Where(o => o.Status.Counts()).ToList();
        var first = new DateTime(actor.Now.Year, actor.Now.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1 - Months);
        var months = Enumerable
            .Range(0, Months)
            .Select(i => first.AddMonths(i))
            .Select(m =>
                (
                    m.Year,
                    m.Month,
                    Orders: counted.Where(o => o.PlacedAt.UtcDateTime.Year == m.Year && o.PlacedAt.UtcDateTime.Month == m.Month).ToList()
                )
            );
        var valued = counted.Where(o => o.Value is not null).Select(o => new Money(o.Value!.Value, own)).ToList();
        return new OrderSummary(
            orders.Count,
            valued.Sum(own).Amount,
            Spending.Mean(valued.Sum(own), valued.Count).Amount,
            orders.Count == 0 ? null : orders.Max(o => o.PlacedAt),
            orders.GroupBy(o => OrderView.WordOf(o.Status, o.IsReturnOpen)).ToDictionary(g => g.Key, g => g.Count()),
            [.. months.Select(m => new OrderMonth(m.Year, m.Month, m.Orders.Count, m.Orders.Sum(o => o.Value ?? 0)))]
        )
        {
            Currency = own,
            Apart = Spending.Apart(counted.Where(o => o.Value is null).Select(o => (o.Currency, o.Total))),
        };
    }

    async Task<CustomerOrders> ICustomerOrders.Of(Actor actor, Guid customerId, int limit, int page, string? word) =>
        new(await Summary(actor, customerId), await List(actor, customerId, limit, page, word));

    public async Task<string?> Why(AppDb db, Guid customerId)
    {
        var open = await db.Orders.CountAsync(o =>
            o.CustomerId == customerId
            && (
                o.IsReturnOpen
                || o.Status == OrderStatus.Pending
                || o.Status == OrderStatus.Confirmed
                || o.Status == OrderStatus.Processing
                || o.Status == OrderStatus.Shipped
            )
        );
        return open == 0 ? null : Words.Of("Customer_OpenOrders", open);
    }

    public async Task<Func<Guid, CustomerFigures, CustomerFigures>> Count(AppDb db, IReadOnlyCollection<Guid> customers)
    {
        var all = await Counted(db, customers);
        var of = all.ToLookup(g => g.CustomerId);
        return (id, figures) => With(figures, of[id]);
    }

    /// <summary>Inside a write: an order is new, or other than before; everybody else learns of it from here.</summary>
    internal static async Task Changed(AppDb db, Order order, OrderFacts? before)
    {
        db.Record(new OrderRecorded(order.Id, order.CustomerId, order.Number, before, order.Facts));
        await db.SaveChangesAsync();
        await Recount(db, [order.CustomerId]);
    }

    /// <summary>Inside a write: sets the figures of customers to what their orders say by now.</summary>
    internal static async Task Recount(AppDb db, IReadOnlyCollection<Guid> customers)
    {
        if (customers.Count == 0)
            return;
        var of = (await Counted(db, customers)).ToLookup(g => g.CustomerId);
        foreach (var customer in await Buyers.List(db, new(customers)))
            if (customer.Count(With(customer.Figures, of[customer.Id])))
                db.AnnounceAfterCommit(Topic.Of(db.Actor.TenantId, customer.Id));
    }

    private sealed record Sums(Guid CustomerId, OrderStatus Status, int Count, decimal? Value, DateTimeOffset Last);

    private sealed record AskedCustomers(IReadOnlyCollection<Guid> Ids);

    private static Task<List<Sums>> Counted(AppDb db, IReadOnlyCollection<Guid> customers) => ByStatus.List(db, new(customers));

    // With every order.
    private static readonly CompiledRead<AskedCustomers, Sums> ByStatus = new(
        (db, asked) =>
            db.Set<Order>()
                .Where(o => asked.Ids.Contains(o.CustomerId))
                .GroupBy(o => new { o.CustomerId, o.Status })
                .Select(g => new Sums(g.Key.CustomerId, g.Key.Status, g.Count(), g.Sum(o => o.Value), g.Max(o => o.PlacedAt)))
    );
    private static readonly CompiledRead<AskedCustomers, Customer> Buyers = new(
        (db, asked) => db.Set<Customer>().AsTracking().Where(c => asked.Ids.Contains(c.Id))
    );

    private static CustomerFigures With(CustomerFigures figures, IEnumerable<Sums> counted)
    {
        var all = counted.ToList();
        return figures with
        {
            TotalOrders = all.Sum(g => g.Count),
            TotalOrderValue = all.Where(g => g.Status.Counts()).Sum(g => g.Value ?? 0),
            LastOrderAt = all.Max(g => (DateTimeOffset?)g.Last),
        };
    }

    private static IQueryable<Order> Of(IQueryable<Order> orders, string? word) =>
        Read(word) switch
        {
            null => orders,
            "Placed" => orders.Where(o => !o.IsReturnOpen && (o.Status == OrderStatus.Pending || o.Status == OrderStatus.Confirmed)),
            "Processing" => orders.Where(o => o.Status == OrderStatus.Processing),
            "Shipped" => orders.Where(o => o.Status == OrderStatus.Shipped),
            "Delivered" => orders.Where(o => !o.IsReturnOpen && o.Status == OrderStatus.Delivered),
            "Cancelled" => orders.Where(o => o.Status == OrderStatus.Cancelled),
            "Return Requested" => orders.Where(o => o.IsReturnOpen),
            _ => orders.Where(o => o.Status == OrderStatus.Returned),
        };

    /// <summary>A word of the CRM as it writes it; null for none. Invalid for another.</summary>
    internal static string? Read(string? word)
    {
        if (string.IsNullOrWhiteSpace(word))
            return null;
        var plain = word.Trim().Replace('_', ' ');
        return Asked.FirstOrDefault(w => w.Equals(plain, StringComparison.OrdinalIgnoreCase))
            ?? throw Refusal.Invalid("status", Words.Of("Word_Unknown", string.Join(", ", Asked)));
    }

    private static OrderView ViewOf(Order o, Currency own) =>
        new()
        {
            Id = o.Id,
            Number = o.Number,
            Status = o.Status,
            IsReturnOpen = o.IsReturnOpen,
            Currency = o.Currency,
            Shipping = o.Shipping,
            Tax = o.Tax,
            Total = o.Total,
            City = o.City,
            State = o.State,
            Country = o.Country,
            PlacedAt = o.PlacedAt,
            UpdatedAt = o.UpdatedAt,
            Lines = [.. o.Lines.OrderBy(l => l.Place).Select(l => new OrderLineView(l.Name, l.Sku, l.Category, l.Quantity, l.UnitPrice))],
            Items = o.Lines.Sum(l => l.Quantity),
            Worth = o.Value is { } value ? new Money(value, own) : null,
        };
}
