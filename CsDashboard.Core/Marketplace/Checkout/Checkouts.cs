using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>
/// From a cart to an order. Customers for themselves, visitors by e-mail, staff and programs for any customer of the company. Prices are
/// always the server's.
/// </summary>
public sealed partial class Checkouts(
    Store store,
    OutsideOrders outside,
    Shares shares,
    IEnumerable<IPaymentProvider> providers,
    IEnumerable<IDiscountOrders> discounts
)
{
    private const int MostAnHour = 30;
    private static readonly TimeSpan QuoteLasts = TimeSpan.FromMinutes(15);

    /// <summary>
    /// What it would cost, as far as the input goes: an address that isn't there yet is not asked for. Invalid for an empty cart and for
    /// goods that can't be bought so.
    /// </summary>
    public async Task<Quote> Quote(Actor actor, CartOwner owner, CheckoutInput input)
    {
        Demand(actor, owner);
        await using var db = store.Open(actor);
        var (ship, bill) = (Known(input.ShipTo), Known(input.BillTo));
        var basket = await Fill(db, owner, input, new BasketTerms(ship, bill, input.ShippingMethod, MayChoose: true));
        var (priced, until) = (basket.Priced, actor.Now + QuoteLasts);
        return new Quote
        {
            Lines = [.. basket.Lines.Zip(priced.Lines, (line, part) => LineOf(line, part.Amount))],
            Priced = priced,
            Currency = basket.Currency,
            IsSent = basket.IsSent,
            Ways = [.. basket.Ways.Select(m => new ShippingChoice(m.Word, m.NameIn(Words.Language), m.CostOf(basket.Subtotal), m.Days))],
            Way = basket.Way?.Word,
            Payments = [.. providers.Where(p => p.IsUsed(basket.Terms)).SelectMany(p => p.Methods).Distinct().Order()],
            Discount = basket.Discount,
            Until = until,
            Token = new QuoteToken(basket.Shape, priced.Total, until).ToString(),
        };
    }

    /// <summary>
    /// Places the order: its stock is held, the order is written, and the cart it came from is emptied, all of it or nothing. With a key
    /// (<see cref="Actor.Once"/>) the same call gives the same order. Invalid names whatever is missing or wrong; Conflict
    /// <c>price_changed</c> and <c>quote_expired</c> for what the buyer has not agreed to, <c>sold_out</c> for what is gone meanwhile.
    /// </summary>
    public Task<PlacedOrder> Place(Actor actor, CartOwner owner, CheckoutInput input)
    {
        Demand(actor, owner);
        input.Checked();
        var method = Word.Demand<PaymentMethod>("payment_method", input.PaymentMethod);
        var token = QuoteToken.Read(input.Quote);
        if (input.Quote is not null && token is null)
            throw Refusal.Invalid("quote_hash", Words.Of("Refused_Invalid"));
        var guest = owner.IsGuest ? GuestOf(input) : null;
        return store.WriteOnce(
            actor,
            async db =>
            {
                var customer = owner.CustomerId ?? await CustomerOf(db, guest!, actor);
                if (owner.CustomerId is { } id)
                    await CustomerRecords.Demand(db, id);
                await DemandPace(db, actor, owner, customer);
                var (ship, bill) = (
                    input.ShipTo?.Read("shipping_address", isWhole: false),
                    input.BillTo?.Read("billing_address", isWhole: false)
                );
                var basket = await Fill(db, owner, input, new BasketTerms(ship, bill, input.ShippingMethod, MayChoose: false));
                if (basket.IsSent)
                    ship = (input.ShipTo ?? new PostalAddressInput()).Read("shipping_address", isWhole: true);
                if (basket is { IsSent: true, Way: null })
                    throw Refusal.Invalid("shipping_method", Words.Of("Checkout_Way"), "shipping_method_unknown");
                var provider =
                    providers.FirstOrDefault(p => p.Methods.Contains(method) && p.IsUsed(basket.Terms))
                    ?? throw Refusal.Invalid("payment_method", Words.Of("Checkout_Pay"), "payment_method_unused");
                token?.Demand(basket.Shape, basket.Priced.Total, actor.Now);
                var order = await Write(
                    db,
                    basket,
                    new Buyer(customer, owner.IsGuest ? owner.Id : null, ship, bill ?? ship, method),
                    provider
                );
                if (input.Items is null)
                    await ShoppingCarts.Empty(db, owner);
                if (await Drafted.First(db, new(owner.Id)) is { } draft)
                    db.CheckoutDrafts.Remove(draft);
                return ViewOf(order, basket, provider);
            }
        );
    }

    // With every order, and there seldom is one.
    private static readonly CompiledRead<AskedDraft, CheckoutDraft> Drafted = new(
        (db, asked) => db.Set<CheckoutDraft>().AsTracking().Where(d => d.OwnerId == asked.OwnerId)
    );

    private sealed record AskedDraft(Guid OwnerId);

    private async Task<Basket> Fill(AppDb db, CartOwner owner, CheckoutInput input, BasketTerms terms)
    {
        var basket = await Basket.Of(db, owner, await Wanted(db, owner, input), terms);
        if (basket.Lines.Sum(l => l.Quantity * l.Good.Price) > Money.Most)
            throw Refusal.Invalid("quantity", Words.Of("Amount_Bad", Money.Most));
        if (owner.CustomerId is { } customer)
            foreach (var room in discounts)
                if (await room.Best(db, customer, basket.Goods) is { Saved: > 0 } best && !(basket.Discount?.Saved >= best.Saved))
                    basket = basket with { Discount = best };
        return basket;
    }

    private static async Task<IReadOnlyList<(Guid, int)>> Wanted(AppDb db, CartOwner owner, CheckoutInput input)
    {
        if (input.Items is not { } items)
        {
            var lines = await ShoppingCarts.LinesOf(db, owner);
            return lines.Count > 0
                ? [.. lines.Select(l => (l.VariantId, l.Quantity))]
                : throw Refusal.Invalid("items", Words.Of("Cart_Empty"), "cart_empty");
        }
        if (items.Count is 0 or > ShoppingCarts.MaxLines)
            throw Refusal.Invalid("items", Words.Of("Order_Lines", ShoppingCarts.MaxLines));
        if (items.Any(i => i is null || i.Quantity is < 1 or > 100_000))
            throw Refusal.Invalid("items", Words.Of("Range_Beyond", 1, 100_000), "quantity");
        if (items.All(i => i.VariantId is not null))
            return [.. items.Select(i => (i.VariantId!.Value, i.Quantity))];
        var numbers = items.Where(i => i.VariantId is null).Select(i => i.ProductNumber ?? 0).Distinct().ToList();
        var plain = await db
            .ProductVariants.Join(
                db.Products.Where(p => numbers.Contains(p.Number)),
                v => v.ProductId,
                p => p.Id,
                (v, p) => new { p.Number, Variant = v }
            )
            .OrderByDescending(v => v.Variant.IsActive)
            .ThenBy(v => v.Variant.Place)
            .Select(v => new { v.Number, v.Variant.Id })
            .ToListAsync();
        return
        [
            .. items.Select(i =>
                (
                    i.VariantId
                        ?? plain.Find(p => p.Number == i.ProductNumber)?.Id
                        ?? throw Refusal.Invalid("items", Words.Of("Cart_NoProduct"), "product_not_found"),
                    i.Quantity
                )
            ),
        ];
    }

    private async Task<Order> Write(AppDb db, Basket basket, Buyer buyer, IPaymentProvider provider)
    {
        var (now, priced) = (db.Actor.Now, basket.Priced);
        var lines = basket
            .Lines.Zip(
                priced.Lines,
                (line, part) =>
                    (
                        Line: new OrderLine
                        {
                            Name = Lines.Cut(line.Good.NameIn(db.Actor.Language), 200),
                            Sku = line.Good.Variant.Sku,
                            Category = line.Good.Category is { } category ? Lines.Cut(category, 60) : null,
                            Quantity = line.Quantity,
                            UnitPrice = line.Good.Price,
                            ProductId = line.Good.Product.Id,
                            VariantId = line.Good.Variant.Id,
                            Kind = line.Good.Product.Kind,
                            Amount = part.Amount,
                            Discount = part.Discount,
                            TaxShare = part.Tax,
                        },
                        line.Good
                    )
            )
            .ToList();
        var order = new Order
        {
            CustomerId = buyer.CustomerId,
            Number = await OrderNumbers.Draw(db),
            IsOwn = true,
            SequenceNumber = await Sequences.Next(db, "order"),
            GuestId = buyer.GuestId,
            PaysBy = buyer.Method,
            ShippingMethod = basket.IsSent ? basket.Way!.Word : null,
            ShipTo = buyer.ShipTo,
            BillTo = buyer.BillTo,
            Discount = priced.Discount,
            TaxRate = priced.TaxRate,
            IsTaxIncluded = priced.IsTaxIncluded,
        };
        order.Lines.AddRange(lines.Select((l, i) => l.Line.At(order.Id, i)));
        Order.Placed(order, priced, now, now + provider.Holds(basket.Terms), new RateBook(basket.Currency, []));
        await StockLedger.Hold(db, order.Id, [.. order.Lines.Select(l => new StockDemand(l.VariantId!.Value, l.Id, l.Quantity))]);
        if (basket.Discount is { } discount)
            foreach (var room in discounts)
                await room.Use(db, discount, order.Number);
        db.Orders.Add(order);
        await Orders.Changed(db, order, before: null);
        if (order.IsPaid)
            await OwnOrders.Accept(db, order);
        return order;
    }

    private static QuoteLine LineOf((Good Good, int Quantity) line, decimal amount) =>
        new(line.Good.Variant.Id, line.Good.Product.Number, line.Good.NameIn(Words.Language), line.Quantity, line.Good.Price, amount);

    private static PlacedOrder ViewOf(Order order, Basket basket, IPaymentProvider provider) =>
        new()
        {
            Id = order.Id,
            SequenceNumber = order.SequenceNumber!.Value,
            Number = order.Number,
            Status = order.Status,
            Payment = order.Payment!.Value,
            Subtotal = order.Subtotal,
            Discount = order.Discount,
            Shipping = order.Shipping,
            Tax = order.Tax,
            Total = order.Total,
            Lines = [.. basket.Lines.Select(l => LineOf(l, l.Quantity * l.Good.Price))],
            Currency = order.Currency,
            PlacedAt = order.PlacedAt,
            ReservedUntil = order.ReservedUntil,
            IsPaidNow = provider.AsksAtOnce && !order.IsPaid,
        };

    private sealed record Buyer(Guid CustomerId, Guid? GuestId, PostalAddress? ShipTo, PostalAddress? BillTo, PaymentMethod Method);
}
