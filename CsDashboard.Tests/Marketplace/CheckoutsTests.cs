using CsDashboard.Customers;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>From a cart to an order that is paid, sent or given up, on each database.</summary>
public sealed class CheckoutsTests
{
    private static async Task<int> Left(House house, Guid variant)
    {
        await using var db = house.Store.Open(house.Amina);
        return (await db.StockItems.SingleAsync(i => i.VariantId == variant)).Available;
    }

    private static async Task<(House House, Guid Mug, ProductView Product)> Open(DatabaseKind kind, int stock = 20, decimal price = 99.99m)
    {
        var house = await House.On(kind);
        await house.Sells();
        var mug = await house.Thing(price: price, stock: stock);
        return (house, mug.Product.Variants[0].Id, mug);
    }

    [Theory, EachDatabase]
    public async Task Of_two_hundred_buyers_of_twenty_exactly_twenty_have_an_order(DatabaseKind kind)
    {
        var (house, mug, _) = await Open(kind);
        await using var _ = house;
        var buyers = Enumerable.Range(0, 200).Select(i => (Guest: CartOwner.Guest(Guid.NewGuid()), Email: $"buyer{i}@example.test"));
        var visitor = Actor.System(house.Sara.TenantId, house.Clock);
        var outcomes = await Task.WhenAll(
            buyers.Select(async b =>
            {
                try
                {
                    return (await house.Get<Checkouts>().Place(visitor, b.Guest, Till.Order(mug, email: b.Email))).Number;
                }
                catch (Refusal refusal)
                {
                    return refusal.Code;
                }
            })
        );
        outcomes.Count(o => o == "sold_out").ShouldBe(180);
        outcomes.Where(o => o != "sold_out").Distinct().Count().ShouldBe(20);
        (await Left(house, mug)).ShouldBe(0);
        await using var db = house.Store.Open(house.Amina);
        (await db.Orders.CountAsync(), await db.Orders.Select(o => o.SequenceNumber).Distinct().CountAsync()).ShouldBe((20, 20));
    }

    [Theory, EachDatabase]
    public async Task The_cart_becomes_one_order_however_often_it_is_sent(DatabaseKind kind)
    {
        var (house, mug, _) = await Open(kind);
        await using var _ = house;
        var (carts, checkouts, cart) = (house.Get<ShoppingCarts>(), house.Get<Checkouts>(), house.Sara.Cart());
        await carts.Add(house.Sara, cart, mug, 2);
        var input = Till.Order();
        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => checkouts.Place(house.Sara.Once("click", input), cart, input)));
        clicks.Select(o => o.Number).Distinct().Count().ShouldBe(1);
        var order = clicks[0];
        (order.Subtotal, order.Shipping, order.Tax, order.Total).ShouldBe((199.98m, 0m, 16.50m, 216.48m));
        order.Number.ShouldMatch(@"^ORD-\d{8}-[0-9A-F]{8}$");
        (order.Status, order.Payment, order.IsPaidNow).ShouldBe((OrderStatus.Pending, PaymentStatus.Pending, false));
        order.ReservedUntil.ShouldBe(house.Clock.Now().AddHours(72));
        (await Left(house, mug)).ShouldBe(18);
        (await carts.Get(house.Sara, cart)).Lines.ShouldBeEmpty();
        // The same key with something else is another question.
        (await Till.Refused(() => checkouts.Place(house.Sara.Once("click", "other"), cart, input))).Code.ShouldBe("idempotency_key_reused");
        (await Till.Refused(() => checkouts.Place(house.Sara, cart, input))).Code.ShouldBe("cart_empty");
        (await house.Get<Orders>().List(house.Sara, house.Sara.CustomerId!.Value)).Single().Total.ShouldBe(216.48m);
    }

    [Theory, EachDatabase]
    public async Task A_price_that_rose_is_asked_about_and_one_that_fell_is_the_buyers(DatabaseKind kind)
    {
        var (house, mug, product) = await Open(kind, price: 10);
        await using var _ = house;
        var (checkouts, products, cart) = (house.Get<Checkouts>(), house.Get<Products>(), house.Sara.Cart());
        var input = Till.Order(mug);
        input.Quote = (await checkouts.Quote(house.Sara, cart, input)).Token;
        await products.Save(house.Amina, product.Product.Number, Shelf.Input(price: 12, stock: null));
        (await Till.Refused(() => checkouts.Place(house.Sara, cart, input))).Code.ShouldBe("price_changed");
        input.Quote = (await checkouts.Quote(house.Sara, cart, input)).Token;
        await products.Save(house.Amina, product.Product.Number, Shelf.Input(price: 8, stock: null));
        (await checkouts.Place(house.Sara, cart, input)).Subtotal.ShouldBe(8m);
        input.Quote = (await checkouts.Quote(house.Sara, cart, input)).Token;
        // Other goods than were agreed to, and an agreement of long ago.
        input.Items = [new CheckoutItem { VariantId = mug, Quantity = 2 }];
        (await Till.Refused(() => checkouts.Place(house.Sara, cart, input))).Code.ShouldBe("price_changed");
        input.Quote = (await checkouts.Quote(house.Sara, cart, input)).Token;
        house.Clock.AdvanceMinutes(16);
        (await Till.Refused(() => checkouts.Place(house.Sara, cart, input))).Code.ShouldBe("quote_expired");
        input.Quote = "nonsense";
        (await Till.Refused(() => checkouts.Place(house.Sara, cart, input))).Fields[0].Field.ShouldBe("quote_hash");
    }

    [Theory, EachDatabase]
    public async Task What_is_missing_or_wrong_is_named(DatabaseKind kind)
    {
        var (house, mug, _) = await Open(kind);
        await using var _ = house;
        async Task<string> Field(Action<CheckoutInput> with)
        {
            var input = Till.Order(mug);
            with(input);
            return (await Till.Refused(() => house.Get<Checkouts>().Place(house.Sara, house.Sara.Cart(), input))).Fields[0].Field;
        }
        (await Field(i => i.ShipTo = null)).ShouldBe("shipping_address.street");
        (await Field(i => i.ShipTo = new() { Street = "x", City = "y" })).ShouldBe("shipping_address.country");
        (await Field(i => i.ShippingMethod = "pigeon")).ShouldBe("shipping_method");
        (await Field(i => i.PaymentMethod = "beads")).ShouldBe("payment_method");
        (await Field(i => i.Items = [])).ShouldBe("items");
        (await Field(i => i.Items = [new() { ProductNumber = 4711 }])).ShouldBe("items");
        (await Field(i => i.Items = [new() { VariantId = mug, Quantity = int.MaxValue }])).ShouldBe("items");
        var guest = Till.Order(mug);
        var place = () =>
            house.Get<Checkouts>().Place(Actor.System(house.Sara.TenantId, house.Clock), CartOwner.Guest(Guid.NewGuid()), guest);
        (await Till.Refused(place)).Fields[0].Field.ShouldBe("email");
        // Two lines of one thing are added up before it is looked whether there is enough.
        var both = Till.Order(mug);
        both.Items = [new() { VariantId = mug, Quantity = 11 }, new() { VariantId = mug, Quantity = 10 }];
        (await Till.Refused(() => house.Get<Checkouts>().Place(house.Sara, house.Sara.Cart(), both))).Code.ShouldBe("sold_out");
        (await Left(house, mug)).ShouldBe(20);
    }

    [Theory, EachDatabase]
    public async Task What_is_not_paid_in_time_is_given_back_and_what_is_paid_late_is_taken_up_if_it_is_there(DatabaseKind kind)
    {
        var (house, mug, _) = await Open(kind, stock: 1);
        await using var _ = house;
        var (orders, payments, company) = (
            house.Get<OwnOrders>(),
            house.Get<OrderPayments>(),
            Actor.System(house.Sara.TenantId, house.Clock)
        );
        var late = await house.Buy(house.Sara, mug, pay: "credit_card");
        (late.IsPaidNow, late.ReservedUntil).ShouldBe((true, house.Clock.Now().AddMinutes(30)));
        await orders.EndReservations(company);
        (await orders.Get(house.Sara, late.Number)).Status.ShouldBe(OrderStatus.Pending);
        house.Clock.AdvanceMinutes(31);
        await orders.EndReservations(company);
        await orders.EndReservations(company);
        ((await orders.Get(house.Sara, late.Number)).Status, await Left(house, mug)).ShouldBe((OrderStatus.Cancelled, 1));

        await payments.Tell(company, late.Number, new("card", "c-1", PaymentKind.Captured, late.Total));
        ((await orders.Get(house.Sara, late.Number)).Status, await Left(house, mug)).ShouldBe((OrderStatus.Confirmed, 0));

        var second = await Till.Refused(() => house.Buy(house.David, mug));
        second.Code.ShouldBe("sold_out");
        // Gone meanwhile: the money is here, and staff see that it has to go back.
        await orders.Cancel(house.Karim, house.Sara.Cart(), late.Id);
        var other = await house.Buy(house.David, mug);
        await orders.Cancel(house.David, house.David.Cart(), other.Id);
        var taken = await house.Buy(house.Sara, mug);
        await payments.MarkPaid(house.Karim, other.Id);
        var waiting = await orders.Get(house.Karim, other.Number);
        (waiting.Status, waiting.Payment, waiting.Refundable).ShouldBe((OrderStatus.Cancelled, PaymentStatus.Paid, other.Total));
        (await orders.Queue(house.Karim, new() { Shelf = OrderShelf.ToRefund }))
            .Orders.Select(o => o.Id)
            .ShouldBe([other.Id, late.Id], ignoreOrder: true);
        (await orders.Get(house.Sara, taken.Number)).Status.ShouldBe(OrderStatus.Pending);
    }

    [Theory, EachDatabase]
    public async Task A_payment_is_there_once_however_and_in_whatever_order_it_is_told(DatabaseKind kind)
    {
        var (house, mug, _) = await Open(kind);
        await using var _ = house;
        var (orders, payments, company) = (
            house.Get<OwnOrders>(),
            house.Get<OrderPayments>(),
            Actor.System(house.Sara.TenantId, house.Clock)
        );
        var order = await house.Buy(house.Sara, mug, pay: "credit_card");
        Task Tell(string reference, PaymentKind what, decimal amount, string? currency = null) =>
            payments.Tell(company, order.Number, new("card", reference, what, amount) { Currency = currency });
        // A failure that arrives after the success, and the success twice at once.
        await Task.WhenAll(Tell("c-1", PaymentKind.Captured, order.Total), Tell("c-1", PaymentKind.Captured, order.Total));
        await Tell("c-0", PaymentKind.Failed, order.Total);
        var paid = await orders.Get(house.Sara, order.Number);
        (paid.Payment, paid.Paid, paid.Status, paid.ReservedUntil).ShouldBe((PaymentStatus.Paid, order.Total, OrderStatus.Confirmed, null));
        paid.Payments.Count(p => p.Kind == PaymentKind.Captured).ShouldBe(1);

        var part = await house.Buy(house.Sara, mug, pay: "credit_card");
        await payments.Tell(company, part.Number, new("card", "c-2", PaymentKind.Captured, part.Total - 1));
        (await orders.Get(house.Sara, part.Number)).ShouldSatisfyAllConditions(
            o => o.Payment.ShouldBe(PaymentStatus.Pending),
            o => o.Status.ShouldBe(OrderStatus.Pending)
        );
        (await Till.Refused(() => payments.Tell(company, part.Number, new("card", "c-1", PaymentKind.Captured, 1)))).Code.ShouldBe(
            "reference_taken"
        );
        (await Till.Refused(() => payments.Tell(company, part.Number, new("card", "c-3", PaymentKind.Captured, 1) { Currency = "EUR" })))
            .Fields[0]
            .Field.ShouldBe("currency");
        var foreign = Actor.System(house.Olga.TenantId, house.Clock);
        (await Till.Refused(() => payments.Tell(foreign, part.Number, new("card", "c-4", PaymentKind.Captured, 1)))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
    }

    [Theory, EachDatabase]
    public async Task An_order_is_sent_or_cancelled_and_its_stock_follows_once(DatabaseKind kind)
    {
        var (house, mug, _) = await Open(kind, stock: 5);
        await using var _ = house;
        var orders = house.Get<OwnOrders>();
        var sent = await house.Buy(house.Sara, mug, 2);
        (await Till.Refused(() => orders.Move(house.Karim, sent.Id, OrderStatus.Shipped))).Code.ShouldBe("order_step");
        await orders.Move(house.Karim, sent.Id, OrderStatus.Confirmed);
        await orders.Move(house.Karim, sent.Id, OrderStatus.Processing);
        (await Till.Refused(() => orders.Cancel(house.Sara, house.Sara.Cart(), sent.Id))).Code.ShouldBe("order_step");
        (await Till.Refused(() => orders.Move(house.Karim, sent.Id, OrderStatus.Shipped, new() { Url = "javascript:alert(1)" })))
            .Fields[0]
            .Field.ShouldBe("url");
        await orders.Move(house.Karim, sent.Id, OrderStatus.Shipped, new() { Carrier = "DHL", Number = "JD0" });
        await orders.Move(house.Karim, sent.Id, OrderStatus.Shipped);
        await orders.Move(house.Karim, sent.Id, OrderStatus.Delivered);
        (await orders.Get(house.Sara, sent.Number)).ShouldSatisfyAllConditions(
            o => o.TrackingNumber.ShouldBe("JD0"),
            o => o.DeliveredAt.ShouldBe(house.Clock.Now())
        );
        await using (var db = house.Store.Open(house.Amina))
            (await db.StockItems.SingleAsync(i => i.VariantId == mug)).ShouldSatisfyAllConditions(
                i => i.OnHand.ShouldBe(3),
                i => i.Reserved.ShouldBe(0)
            );
        var given = await house.Buy(house.Sara, mug, 3);
        (await Left(house, mug)).ShouldBe(0);
        (await Till.Refused(() => orders.Cancel(house.David, house.David.Cart(), given.Id))).Kind.ShouldBe(RefusalKind.NotFound);
        await Task.WhenAll(orders.Cancel(house.Sara, house.Sara.Cart(), given.Id), orders.Cancel(house.Sara, house.Sara.Cart(), given.Id));
        (await Left(house, mug)).ShouldBe(3);
        (await Till.Refused(() => orders.Get(house.Olga, given.Number))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Till.Refused(() => orders.Move(house.Sara, given.Id, OrderStatus.Confirmed))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task A_visitor_buys_by_e_mail_pays_elsewhere_and_sees_that_it_was_paid(DatabaseKind kind)
    {
        var (house, mug, _) = await Open(kind);
        await using var _ = house;
        var (guest, visitor) = (CartOwner.Guest(Guid.NewGuid()), Actor.System(house.Sara.TenantId, house.Clock));
        await house.Get<ShoppingCarts>().Add(visitor, guest, mug, 1);
        var order = await house.Get<Checkouts>().Place(visitor, guest, Till.Order(email: "gus@example.test"));
        await house.Get<OrderPayments>().MarkPaid(house.Karim, order.Id, "transfer 4711");
        await house.Get<OrderPayments>().MarkPaid(house.Karim, order.Id, "transfer 4711");
        var seen = await house.Get<OwnOrders>().Get(visitor, guest, order.Number);
        (seen.Payment, seen.Status, seen.Paid, seen.Email).ShouldBe(
            (PaymentStatus.Paid, OrderStatus.Confirmed, order.Total, "gus@example.test")
        );
        (await Till.Refused(() => house.Get<OwnOrders>().Get(visitor, CartOwner.Guest(Guid.NewGuid()), order.Number))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        // The next order by the same address is the same person's.
        var next = await house.Get<Checkouts>().Place(visitor, CartOwner.Guest(Guid.NewGuid()), Till.Order(mug, email: "GUS@example.test"));
        (await house.Get<OwnOrders>().Get(house.Karim, next.Number)).CustomerId.ShouldBe(seen.CustomerId);
    }

    [Theory, EachDatabase]
    public async Task Points_are_earned_at_once_and_can_be_used_once_it_is_paid_and_delivered(DatabaseKind kind)
    {
        var (house, mug, _) = await Open(kind, price: 100);
        await using var _ = house;
        var (points, sara) = (house.Get<Points>(), house.Sara.CustomerId!.Value);
        var order = await house.Buy(house.Sara, mug);
        await house.Drain();
        async Task<(long Lifetime, long Available, long Locked, bool)> Now()
        {
            var view = await points.Of(house.Sara, sara);
            return (view.Lifetime, view.Available, view.Locked, view.UnlocksAt is not null);
        }
        // With the fifty for signing up.
        (await Now()).ShouldBe((150, 50, 100, false));
        await house.Get<OrderPayments>().MarkPaid(house.Karim, order.Id);
        house.Clock.AdvanceDays(100);
        await house.Drain();
        (await Now()).ShouldBe((150, 50, 100, false));
        foreach (var step in new[] { OrderStatus.Processing, OrderStatus.Shipped, OrderStatus.Delivered })
            await house.Get<OwnOrders>().Move(house.Karim, order.Id, step);
        await house.Drain();
        (await Now()).ShouldBe((150, 50, 100, true));
        house.Clock.AdvanceDays(15);
        (await Now()).ShouldBe((150, 150, 0, false));
        await house.Get<OrderPayments>().Refund(house.Karim, order.Id, order.Total);
        await house.Drain();
        (await Now()).ShouldBe((50, 50, 0, false));
    }
}
