using CsDashboard.Engagement.Offers;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>
/// A shop that can't oversell, can't charge twice, and whose cents add up: what happens at once, twice, late or in the wrong order, on each
/// database. After each story the books are held against each other (<see cref="ShopSums"/>).
/// </summary>
public sealed class ShopProofTests
{
    private static Guid Variant(ProductView product) => product.Product.Variants[0].Id;

    private static async Task<(House House, Guid Mug)> Open(DatabaseKind kind, int stock = 20, decimal price = 10)
    {
        var house = await House.On(kind);
        await house.Sells();
        return (house, Variant(await house.Thing(price: price, stock: stock)));
    }

    // Who of those that act at once is refused, by the code.
    private static async Task<string?> Outcome(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal.Code;
        }
    }

    private static async Task<List<Order>> Orders(House house)
    {
        await using var db = house.Store.Open(house.Amina);
        return await db.Orders.Where(o => o.IsOwn).Include(o => o.Lines.OrderBy(l => l.Place)).OrderBy(o => o.SequenceNumber).ToListAsync();
    }

    private static Task Tell(House house, PlacedOrder order, string reference = "pi_1") =>
        house.Get<OrderPayments>().Tell(house.Product, order.Number, new PaymentTold("card", reference, PaymentKind.Captured, order.Total));

    /// <summary>contract: market, Orders; Payment: the event of a payment is told at least once.</summary>
    [Theory, EachDatabase]
    public async Task Two_clicks_a_retry_and_a_payment_told_twice_are_one_order_and_one_charge(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind);
        await using var _ = house;
        var (checkouts, cart) = (house.Get<Checkouts>(), house.Sara.Cart());
        await house.Get<ShoppingCarts>().Add(house.Sara, cart, mug, 2);
        var input = Till.Order(pay: "credit_card");
        Task<PlacedOrder> Click() => checkouts.Place(house.Sara.Once("page-1", input), cart, input);
        var clicks = await Task.WhenAll(Click(), Click());
        // The answer was lost on the way: the same call is sent again later, and the page is left by the back button.
        house.Clock.AdvanceMinutes(10);
        var again = await Click();
        (await Outcome(() => checkouts.Place(house.Sara.Once("page-2", input), cart, input))).ShouldBe("cart_empty");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Tell(house, again)));
        await Tell(house, clicks[0]);

        var order = (await Orders(house)).ShouldHaveSingleItem();
        clicks.Append(again).ShouldAllBe(o => o.Number == order.Number);
        (order.Paid, order.Payment, order.Status).ShouldBe((order.Total, (PaymentStatus?)PaymentStatus.Paid, OrderStatus.Confirmed));
        await using var db = house.Store.Open(house.Amina);
        (await db.PaymentEntries.CountAsync()).ShouldBe(1);
        (await db.StockMoves.CountAsync(m => m.OrderId == order.Id)).ShouldBe(1);
        await house.ShopShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task An_order_is_sent_or_cancelled_whichever_comes_first_and_never_both(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind, stock: 6);
        await using var _ = house;
        var orders = house.Get<OwnOrders>();
        for (var i = 0; i < 6; i++)
        {
            var placed = await house.Buy(house.Sara, mug);
            foreach (var step in new[] { OrderStatus.Confirmed, OrderStatus.Processing })
                await orders.Move(house.Karim, placed.Id, step);
            var race = await Task.WhenAll(
                Outcome(() => orders.Move(house.Karim, placed.Id, OrderStatus.Shipped)),
                Outcome(() => orders.Move(house.Lena, placed.Id, OrderStatus.Cancelled)),
                Outcome(() => orders.Cancel(house.Amina, house.Sara.Cart(), placed.Id))
            );
            (race[0] is null).ShouldBe(race[1] is not null);
            race[1].ShouldBe(race[2]);
        }
        await house.ShopShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task A_payment_that_arrives_while_the_reservation_ends_is_taken_once_and_the_goods_are_its_own(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind, stock: 8);
        await using var _ = house;
        var placed = new List<PlacedOrder>();
        for (var i = 0; i < 8; i++)
            placed.Add(await house.Buy(house.Sara, mug, pay: "credit_card"));
        house.Clock.AdvanceMinutes(31);
        await Task.WhenAll(
            placed
                .Select(order => Tell(house, order, order.Number))
                .Concat(Enumerable.Range(0, 3).Select(_ => house.Get<OwnOrders>().EndReservations(house.Product)))
        );
        // Ended first or paid first: each is paid once, and has its mug.
        foreach (var order in await Orders(house))
            (order.Status, order.Paid).ShouldBe((OrderStatus.Confirmed, order.Total));
        await house.ShopShouldAddUp(house.Nour);
        await using var db = house.Store.Open(house.Amina);
        (await db.StockItems.SingleAsync()).Reserved.ShouldBe(8);
    }

    [Theory, EachDatabase]
    public async Task Access_that_is_paid_late_is_given_at_once_as_if_it_were_paid_in_time(DatabaseKind kind)
    {
        var (house, _) = await Open(kind);
        await using var _ = house;
        var signals = await house.Thing(
            "Signals",
            49,
            with: p => (p.Kind, p.Tier, p.AccessDays, p.Variants[0].Stock) = (GoodsKind.Access, "pro", 30, null)
        );
        var order = await house.Buy(house.Sara, Variant(signals), pay: "credit_card");
        house.Clock.AdvanceMinutes(31);
        await house.Get<OwnOrders>().EndReservations(house.Product);
        await Tell(house, order);
        await house.Drain();
        (await Orders(house))
            .Single()
            .ShouldSatisfyAllConditions(o => o.Status.ShouldBe(OrderStatus.Delivered), o => o.DeliveredAt.ShouldBe(house.Clock.Now()));
        var access = await house.Get<Accesses>().List(house.Sara, house.Sara.CustomerId!.Value);
        access.ShouldHaveSingleItem().Until.ShouldBe(house.Clock.Now().AddDays(30));
        // Its time ends while it is paid back, on two processes at once: it ends once.
        house.Clock.AdvanceDays(30);
        await Task.WhenAll(
            house.Get<Accesses>().EndDue(house.Product),
            house.Get<OrderPayments>().Refund(house.Karim, order.Id, order.Total),
            house.Get<Accesses>().EndDue(house.Product)
        );
        await house.Drain();
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(AccessEnded)).ShouldBe(1);
        await house.ShopShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task A_reservation_that_can_not_be_ended_holds_up_no_other(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind);
        await using var _ = house;
        var pen = Variant(await house.Thing("Pen"));
        var broken = await house.Buy(house.Sara, mug, pay: "credit_card");
        house.Clock.AdvanceSeconds(1);
        var other = await house.Buy(house.Sara, pen, pay: "credit_card");
        // Somebody has meddled with the table, and the database doesn't let less than nothing be held.
        await house.Store.Write(
            house.Product,
            db => db.StockItems.Where(i => i.VariantId == mug).ExecuteUpdateAsync(set => set.SetProperty(i => i.Reserved, 0))
        );
        house.Clock.AdvanceMinutes(31);
        await Should.ThrowAsync<Exception>(() => house.Get<OwnOrders>().EndReservations(house.Product));
        (await Orders(house))
            .Select(o => (o.Number, o.Status))
            .ShouldBe([(broken.Number, OrderStatus.Pending), (other.Number, OrderStatus.Cancelled)]);
    }

    [Theory, EachDatabase]
    public async Task Sixteen_writers_get_a_hundred_numbers_and_none_twice(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind, stock: 500);
        await using var _ = house;
        var placed = new System.Collections.Concurrent.ConcurrentBag<PlacedOrder>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 100),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (_, _) => placed.Add(await house.Buy(house.Sara, mug))
        );
        placed.Select(o => o.SequenceNumber).Order().ShouldBe(Enumerable.Range(1, 100));
        placed.Select(o => o.Number).ShouldBeUnique();
        await house.ShopShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task A_number_that_was_drawn_before_is_drawn_anew(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind);
        await using var _ = house;
        var taken = (await house.Buy(house.Sara, mug)).Number;
        var draws = new Queue<long>([Convert.ToInt64(taken[^8..], 16), Convert.ToInt64(taken[^8..], 16), 0xAB]);
        await using var db = house.Store.Open(house.Amina);
        (await OrderNumbers.Draw(db, "ORD", n => db.Orders.AnyAsync(o => o.Number == n), draws.Dequeue)).ShouldBe(taken[..^8] + "000000AB");
    }

    [Theory, EachDatabase]
    public async Task Of_fifty_buyers_one_has_the_last_coupon_and_uses_it_on_one_order(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind, stock: 200);
        await using var _ = house;
        await Coupon(house, most: 1);
        var buyers = new List<Actor>();
        for (var i = 0; i < 50; i++)
        {
            var record = await house
                .Get<CsDashboard.Customers.CustomerRecords>()
                .Add(house.Karim, new() { Name = $"Buyer {i}", Email = $"coupon{i}@example.test" });
            buyers.Add(house.Sara with { UserId = Guid.NewGuid(), CustomerId = record.Id, Name = record.Name });
        }
        var claims = await Task.WhenAll(buyers.Select(b => Outcome(() => house.Get<Offers>().Apply(b, b.CustomerId!.Value, "TENOFF"))));
        claims.Count(c => c is null).ShouldBe(1);
        claims.Count(c => c == "offer_exhausted").ShouldBe(49);
        await Task.WhenAll(buyers.Select(b => house.Buy(b, mug)));
        var winner = buyers[Array.IndexOf(claims, null)];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.Buy(winner, mug)));
        await house.Drain();
        var orders = await Orders(house);
        orders.Count(o => o.Discount > 0).ShouldBe(1);
        orders.Single(o => o.Discount > 0).CustomerId.ShouldBe(winner.CustomerId!.Value);
        await house.ShopShouldAddUp(house.Nour);
    }

    /// <summary>contract: membership, Offers: an offer of an order that is cancelled is there again.</summary>
    [Theory, EachDatabase]
    public async Task A_coupon_of_a_cancelled_order_is_there_again_once(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind);
        await using var _ = house;
        await Coupon(house);
        await house.Get<Offers>().Apply(house.Sara, house.Sara.CustomerId!.Value, "TENOFF");
        var first = await house.Buy(house.Sara, mug, 2);
        first.Discount.ShouldBe(2m);
        (await house.Buy(house.Sara, mug)).Discount.ShouldBe(0m);
        for (var i = 0; i < 3; i++)
            await house.Get<OwnOrders>().Cancel(house.Sara, house.Sara.Cart(), first.Id);
        await house.Drain();
        (await house.Buy(house.Sara, mug)).Discount.ShouldBe(1m);
        (await house.Buy(house.Sara, mug)).Discount.ShouldBe(0m);
        await house.Drain();
        await house.ShopShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task A_coupon_of_an_order_that_is_paid_late_is_used_and_not_there_again(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind);
        await using var _ = house;
        await Coupon(house);
        await house.Get<Offers>().Apply(house.Sara, house.Sara.CustomerId!.Value, "TENOFF");
        var late = await house.Buy(house.Sara, mug, 2, pay: "credit_card");
        late.Discount.ShouldBe(2m);
        house.Clock.AdvanceMinutes(31);
        await house.Get<OwnOrders>().EndReservations(house.Product);
        await Tell(house, late);
        await house.Drain();
        (await Orders(house)).Single().Status.ShouldBe(OrderStatus.Confirmed);
        (await house.Buy(house.Sara, mug)).Discount.ShouldBe(0m);
        await house.ShopShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task What_ends_between_quote_and_order_is_asked_about_and_not_charged_silently(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind);
        await using var _ = house;
        await Coupon(house);
        // A minute before midnight of the company, seven days after the offer was taken: that is when it can't be used any more.
        var zone = Zones.Of("Asia/Riyadh");
        var midnight = Zones.At(TimeZoneInfo.ConvertTime(house.Clock.GetUtcNow(), zone).Date.AddDays(1), zone);
        house.Clock.Advance(midnight - house.Clock.GetUtcNow());
        await house.Get<Offers>().Apply(house.Sara, house.Sara.CustomerId!.Value, "TENOFF");
        house.Clock.Advance(Offer.ToUse - TimeSpan.FromMinutes(1));
        var (checkouts, input) = (house.Get<Checkouts>(), Till.Order(mug));
        var quote = await checkouts.Quote(house.Sara, house.Sara.Cart(), input);
        quote.Priced.Discount.ShouldBe(1m);
        input.Quote = quote.Token;
        house.Clock.AdvanceMinutes(2);
        (await Outcome(() => checkouts.Place(house.Sara, house.Sara.Cart(), input))).ShouldBe("price_changed");
        input.Quote = (await checkouts.Quote(house.Sara, house.Sara.Cart(), input)).Token;
        (await checkouts.Place(house.Sara, house.Sara.Cart(), input)).Discount.ShouldBe(0m);
        await house.ShopShouldAddUp(house.Nour);
    }

    private static Task Coupon(House house, int? most = null) =>
        house
            .Get<Offers>()
            .Save(
                house.Amina,
                null,
                new OfferInput
                {
                    Code = "TENOFF",
                    Title = "Ten off",
                    TitleAr = "خصم عشرة",
                    Kind = OfferKind.Percent,
                    Worth = 10,
                    StartsAt = house.Clock.Now(),
                    EndsAt = house.Clock.Now().AddDays(5),
                    InAll = most,
                }
            );
}
