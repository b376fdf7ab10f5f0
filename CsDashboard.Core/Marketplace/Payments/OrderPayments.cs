using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Payments;

/// <summary>
/// The book of payments. Whoever tells of one (staff, the page after paying, a provider's call) only adds a line, which is there once;
/// what it means for the order follows from the lines, in whatever order they came.
/// </summary>
public sealed class OrderPayments(Store store, IEnumerable<IPaymentProvider> providers)
{
    /// <summary>
    /// Money for an order has come, say staff: all that is open, or so much. The order is accepted once it is paid whole. Said again with
    /// the same reference it changes nothing. Invalid for an amount that isn't one.
    /// </summary>
    public Task<OwnOrder> MarkPaid(Actor actor, Guid orderId, string? reference = null, decimal? amount = null)
    {
        actor.Demand(MarketRights.Sell);
        var known = Reference(reference);
        return store.WriteOnce(
            actor,
            async db =>
            {
                var order = await OwnOrders.Find(db, orderId);
                DemandOwn(order);
                var open = order.Total - order.Paid;
                if (known is null && amount is null && open <= 0)
                    return await OwnOrders.Saved(db, order);
                var told = new PaymentTold(
                    OfflinePayments.Name,
                    known ?? $"{order.Number}/{order.Paid:0.####}",
                    PaymentKind.Captured,
                    amount ?? Math.Max(open, 0)
                );
                await Take(db, order, told, actor.Name);
                return await OwnOrders.Saved(db, order);
            }
        );
    }

    /// <summary>
    /// An amount goes back, of the lines that it is for; entered by staff or by a return. Invalid <c>refund_exceeds</c> beyond what was
    /// paid (<see cref="Order.Refund"/>). With the same reference again it changes nothing.
    /// </summary>
    public Task<OwnOrder> Refund(Actor actor, Guid orderId, decimal amount, string? reference = null)
    {
        actor.Demand(MarketRights.Sell);
        var known = Reference(reference);
        return store.WriteOnce(
            actor,
            async db =>
            {
                var order = await OwnOrders.Find(db, orderId);
                await Refund(db, order, amount, known);
                return await OwnOrders.Saved(db, order);
            }
        );
    }

    /// <summary>
    /// Who placed the order says on the page of the test provider whether paying worked. NotFound where nobody tries the shop out, and for
    /// another's order.
    /// </summary>
    public async Task<OwnOrder> Try(Actor actor, CartOwner owner, Guid orderId, bool works)
    {
        owner.Demand(actor, MarketRights.Sell);
        return await store.Write(
            actor,
            async db =>
            {
                var order = await OwnOrders.Find(db, orderId);
                OwnOrders.Demand(order, owner);
                if (!order.IsOwn || Of(await ShopSettings.TermsOf(db), order.PaysBy) is not TestPayments test)
                    throw Refusal.NotFound(Words.Of("Order_NotFound"));
                if (order.Status == OrderStatus.Cancelled)
                    throw Refusal.Conflict(Words.Of("Pay_Late"), "order_cancelled");
                var reference = works ? order.Number : $"{order.Number}/{Guid.NewGuid():N}";
                var told = new PaymentTold(test.Word, reference, works ? PaymentKind.Captured : PaymentKind.Failed, order.Total);
                await Take(db, order, told, by: null);
                return await OwnOrders.Saved(db, order);
            }
        );
    }

    /// <summary>The first that takes it: who pays for real comes before who tries the shop out.</summary>
    private IPaymentProvider? Of(ShopTerms terms, PaymentMethod? method) =>
        providers.FirstOrDefault(p => method is { } by && p.IsUsed(terms) && p.Methods.Contains(by));

    /// <summary>
    /// A provider has told the company of a payment, perhaps again, late or before something that happened earlier. NotFound for an order
    /// that is not the company's, Invalid for another currency than the order's.
    /// </summary>
    internal Task Tell(Actor company, string number, PaymentTold told) =>
        store.Write(
            company,
            async db =>
            {
                var id = await OrderNumbers.Find(db, number) ?? throw Refusal.NotFound(Words.Of("Order_NotFound"));
                var order = await OwnOrders.Find(db, id);
                DemandOwn(order);
                await Take(db, order, told, by: null);
            }
        );

    /// <summary>A refund of the order under that reference is in the book.</summary>
    internal static Task<bool> IsRefunded(AppDb db, Order order, string reference) =>
        IsKnown(db, order, OfflinePayments.Name, reference, PaymentKind.Refunded);

    /// <summary>Inside a write; for returns, too.</summary>
    internal static async Task Refund(
        AppDb db,
        Order order,
        decimal amount,
        string? reference = null,
        IReadOnlyDictionary<Guid, decimal>? byLine = null,
        string field = "refund_amount"
    )
    {
        var word = reference ?? $"{order.Number}/{order.Refunded:0.####}";
        foreach (var provider in new[] { OfflinePayments.Name, StripePayments.Name })
            if (await IsKnown(db, order, provider, word, PaymentKind.Refunded))
                return;
        var before = order.Facts;
        order.Refund(amount, db.Actor.Now, byLine, field);
        await AddRefund(db, order, amount, word, OfflinePayments.Name);
        await Orders.Changed(db, order, before);
    }

    /// <summary>
    /// Inside a write: the line of an amount that goes back, which the order has taken by then. What Stripe took it gives back by itself;
    /// anything else staff give back, as the provider that is named.
    /// </summary>
    internal static async Task AddRefund(AppDb db, Order order, decimal amount, string reference, string otherwise)
    {
        var isByStripe = await StripeMoney.GiveBack(db, order, amount);
        var told = new PaymentTold(isByStripe ? StripePayments.Name : otherwise, reference, PaymentKind.Refunded, amount);
        Add(db, order, told, db.Actor.Name);
    }

    /// <summary>Inside a write: what somebody says of a payment, once.</summary>
    internal static async Task Take(AppDb db, Order order, PaymentTold told, string? by)
    {
        if (told.Currency is { } currency && !string.Equals(currency, order.Currency, StringComparison.OrdinalIgnoreCase))
            throw Refusal.Invalid("currency", Words.Of("Pay_Currency", order.Currency));
        if (await IsKnown(db, order, told.Provider, told.Reference, told.Kind))
            return;
        if (told.Amount < 0 || told.Amount > Money.Most || (told.Kind == PaymentKind.Captured && told.Amount == 0))
            throw Refusal.Invalid("amount", Words.Of("Amount_Bad", Money.Most));
        var before = order.Facts;
        switch (told.Kind)
        {
            case PaymentKind.Captured:
                order.Receive(told.Amount, db.Actor.Now);
                break;
            case PaymentKind.Refunded:
                // What staff have entered already the provider tells of as well: it went back once.
                told = told with
                {
                    Amount = Math.Min(told.Amount, order.Refundable),
                };
                if (told.Amount > 0)
                    order.Refund(told.Amount, db.Actor.Now, field: "amount");
                break;
            case PaymentKind.Failed:
                order.Settle(failed: true, db.Actor.Now);
                break;
            case PaymentKind.Authorised:
                break;
        }
        Add(db, order, told, by);
        await Orders.Changed(db, order, before);
        if (order.IsPaid && told.Kind == PaymentKind.Captured)
            await Paid(db, order);
    }

    // Paid in time it is accepted. Paid late, it is taken up again if its goods are still there; else staff see that money is to go back.
    private static async Task Paid(AppDb db, Order order)
    {
        if (order.Status == OrderStatus.Pending)
            await OwnOrders.Accept(db, order);
        else if (order.Status == OrderStatus.Cancelled && await IsThere(db, order))
        {
            var before = order.Facts;
            await StockLedger.Reserve(db, order.Id, OwnOrders.Demands(order));
            order.Revive(db.Actor.Now);
            await Orders.Changed(db, order, before);
            await OwnOrders.Hand(db, order);
        }
    }

    private static async Task<bool> IsThere(AppDb db, Order order)
    {
        var wanted = OwnOrders.Demands(order).GroupBy(d => d.VariantId).ToDictionary(g => g.Key, g => g.Sum(d => d.Quantity));
        var goods = await Good.Of(db, wanted.Keys, order.CustomerId);
        return wanted.All(w => goods.TryGetValue(w.Key, out var good) && !(good.Left < w.Value));
    }

    // The same reference of the same order is the same money, whoever tells of it: staff enter what the provider tells as well. One that
    // stands beside another order is a slip, and not the same payment again.
    private static async Task<bool> IsKnown(AppDb db, Order order, string provider, string reference, PaymentKind kind)
    {
        var known = await db
            .PaymentEntries.Where(p => p.Reference == reference && p.Kind == kind && (p.Provider == provider || p.OrderId == order.Id))
            .Select(p => p.OrderId)
            .ToListAsync();
        if (known.Count > 0 && !known.Contains(order.Id))
            throw Refusal.Conflict(Words.Of("Pay_Taken", reference), "reference_taken");
        return known.Count > 0;
    }

    private static void Add(AppDb db, Order order, PaymentTold told, string? by) =>
        db.PaymentEntries.Add(
            new PaymentEntry
            {
                OrderId = order.Id,
                Provider = told.Provider,
                Reference = told.Reference,
                Kind = told.Kind,
                Amount = told.Amount,
                At = db.Actor.Now,
                By = by,
            }
        );

    private static void DemandOwn(Order order)
    {
        if (!order.IsOwn)
            throw Refusal.Conflict(Words.Of("Order_OfShop"), "order_of_shop");
    }

    private static string? Reference(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (typed.Trim().Length > PaymentEntry.MaxReference || !TextAttribute.CanBeStored(typed))
            throw Refusal.Invalid("reference", Words.Of("Text_TooLong", PaymentEntry.MaxReference));
        return typed.Trim();
    }
}
