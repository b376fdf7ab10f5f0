using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>What buyers are told of their orders: each thing once, in their language, by the ways they have not switched off.</summary>
public sealed class OrderNoticesTests
{
    private static async Task<List<Notification>> Told(House house, Guid customer, Channel? by = null)
    {
        await house.Drain();
        await using var db = house.Store.Open(house.Product);
        var all = await db
            .Notifications.Where(n => n.CustomerId == customer && n.Kind.StartsWith("order_"))
            .OrderBy(n => n.CreatedAt)
            .ThenBy(n => n.Id)
            .ToListAsync();
        return all.FindAll(n => n.Channel == (by ?? Channel.Email));
    }

    private static async Task<(House House, Guid Mug)> Open(DatabaseKind kind)
    {
        var house = await House.On(kind);
        await house.Sells();
        await house
            .Get<ShopSettings>()
            .Set(
                house.Amina,
                new()
                {
                    TakesTest = true,
                    HowToPayEn = "IBAN 1",
                    HowToPayAr = "الآيبان 1",
                }
            );
        return (house, (await house.Thing("Mug", 99.99m, 5)).Product.Variants[0].Id);
    }

    [Theory, EachDatabase]
    public async Task A_member_hears_of_every_step_once_in_their_language(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind);
        await using var _ = house;
        var (orders, sara) = (house.Get<OwnOrders>(), house.Sara.CustomerId!.Value);
        var order = await house.Buy(house.Sara, mug, 2);
        await house.Drain();
        await house.Get<OrderPayments>().MarkPaid(house.Karim, order.Id);
        await house.Get<OrderPayments>().MarkPaid(house.Karim, order.Id);
        await orders.Move(house.Karim, order.Id, OrderStatus.Processing);
        await orders.Move(
            house.Karim,
            order.Id,
            OrderStatus.Shipped,
            new()
            {
                Carrier = "DHL",
                Number = "JD0",
                Url = "https://dhl.example/JD0",
            }
        );
        await orders.Move(house.Karim, order.Id, OrderStatus.Delivered);
        await house.Get<OrderPayments>().Refund(house.Karim, order.Id, 10);
        // Two processes deliver at once, and one of them again.
        await using var other = house.Again();
        await Task.WhenAll(house.Drain(), other.Drain());
        var mails = await Told(house, sara);
        mails.Select(m => m.Kind).ShouldBe(["order_placed", "order_paid", "order_sent", "order_refunded"]);
        mails.ShouldAllBe(m => m.Language == "ar" && m.Status == Delivery.Pending && m.Link == $"/portal/orders/{order.Number}");
        mails[0].Title.ShouldContain(order.Number);
        foreach (var part in new[] { "216.48 USD", "الآيبان 1", "2 × ", "Mug" })
            mails[0].Content.ShouldContain(part);
        mails[2].Content.ShouldContain("DHL JD0\nhttps://dhl.example/JD0");
        mails[3].Title.ShouldContain("10 USD");
        (await Told(house, sara, Channel.Bell))
            .Select(m => m.Kind)
            .ShouldBe(["order_placed", "order_paid", "order_sent", "order_delivered", "order_refunded"]);
        (await Told(house, house.David.CustomerId!.Value)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Of_the_same_amount_by_a_return_and_by_staff_a_member_hears_once_each(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind);
        await using var _ = house;
        var (orders, returns, sara) = (house.Get<OwnOrders>(), house.Get<GoodsReturns>(), house.Sara.CustomerId!.Value);
        var order = await house.Buy(house.Sara, mug, 2);
        await house.Get<OrderPayments>().MarkPaid(house.Karim, order.Id);
        foreach (var step in new[] { OrderStatus.Processing, OrderStatus.Shipped, OrderStatus.Delivered })
            await orders.Move(house.Karim, order.Id, step);
        var asked = await returns.Request(house.Sara, sara, order.Number, new() { Reason = "defective", Items = [] });
        foreach (var step in new[] { ReturnStatus.Approved, ReturnStatus.InTransit, ReturnStatus.Received })
            await returns.Move(house.Karim, asked.Return.SequenceNumber, new() { To = step });
        await returns.Move(house.Karim, asked.Return.SequenceNumber, new() { To = ReturnStatus.Refunded, Refund = 10 });
        await house.Drain();
        (await Told(house, sara)).ShouldNotContain(n => n.Kind == "order_refunded");

        await house.Get<OrderPayments>().Refund(house.Karim, order.Id, 10);
        await house.Drain();
        (await Told(house, sara)).Count(n => n.Kind == "order_refunded").ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_visitor_gets_a_link_that_shows_that_order_for_half_a_year(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind);
        await using var _ = house;
        var (visitor, orders) = (Actor.System(house.Nour, house.Clock), house.Get<OwnOrders>());
        var guest = CartOwner.Guest(Guid.NewGuid());
        var order = await house.Get<Checkouts>().Place(visitor, guest, Till.Order(mug, email: "gus@example.test"));
        var customer = (await orders.Get(visitor, guest, order.Number)).CustomerId;
        var mail = (await Told(house, customer)).Single();
        (mail.Address, mail.AddressName, mail.Status, mail.UserId).ShouldBe(("gus@example.test", "", Delivery.Pending, null));
        mail.Content.ShouldContain("IBAN 1");
        mail.Content.ShouldNotContain("Gus");
        mail.Link.ShouldNotBeNull().ShouldStartWith("/checkout/seen/");
        var pass = Uri.UnescapeDataString(mail.Link["/checkout/seen/".Length..]);
        (await orders.Shown(pass))!.Value.Order.Number.ShouldBe(order.Number);
        foreach (var wrong in new[] { null, "", "nonsense", pass[..^2], order.Id.ToString(), new string('a', 2_000) })
            (await orders.Shown(wrong)).ShouldBeNull();
        house.Clock.AdvanceDays(181);
        (await orders.Shown(pass)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task What_is_switched_off_is_held_back_and_strangers_get_few(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind);
        await using var _ = house;
        await house
            .Get<Preferences>()
            .Change(
                house.David,
                new PreferenceChange { Switches = [(Channel.Email, NoticeTopic.Orders, false)] },
                house.David.CustomerId!.Value
            );
        await house.Buy(house.David, mug);
        var held = (await Told(house, house.David.CustomerId!.Value)).Single();
        (held.Status, held.Reason).ShouldBe((Delivery.Held, Hold.TopicOff));
        (await Told(house, house.David.CustomerId!.Value, Channel.Bell)).Single().Status.ShouldBe(Delivery.Sent);

        var thing = (await house.Thing("Tray", 5, 100)).Product.Variants[0].Id;
        var (visitor, guest) = (Actor.System(house.Nour, house.Clock), CartOwner.Guest(Guid.NewGuid()));
        var last = "";
        for (var i = 0; i < 12; i++)
            last = (await house.Get<Checkouts>().Place(visitor, guest, Till.Order(thing, email: "victim@example.test"))).Number;
        var customer = (await house.Get<OwnOrders>().Get(visitor, guest, last)).CustomerId;
        (await Told(house, customer)).Count.ShouldBe(10);
    }

    [Theory, EachDatabase]
    public async Task A_cancelled_order_says_why_and_what_comes_back(DatabaseKind kind)
    {
        var (house, mug) = await Open(kind);
        await using var _ = house;
        var (orders, payments, david) = (house.Get<OwnOrders>(), house.Get<OrderPayments>(), house.David.CustomerId!.Value);
        var paid = await house.Buy(house.David, mug);
        await payments.MarkPaid(house.Karim, paid.Id);
        await orders.Cancel(house.David, house.David.Cart(), paid.Id);
        var mine = await house.Buy(house.David, mug);
        await orders.Cancel(house.David, house.David.Cart(), mine.Id);
        var late = await house.Buy(house.David, mug, 5);
        house.Clock.Advance(TimeSpan.FromHours(73));
        await orders.EndReservations(house.Product);
        await house.Buy(house.Sara, mug, 5);
        await payments.MarkPaid(house.Karim, late.Id);
        var mails = await Told(house, david);
        var told = mails.Where(m => m.Kind is "order_cancelled" or "order_paid").Select(m => (m.Kind, m.Content)).ToList();
        told.Select(m => m.Kind).ShouldBe(["order_paid", "order_cancelled", "order_cancelled", "order_cancelled", "order_paid"]);
        told[1].Content.ShouldContain($"refund {paid.Total} USD");
        told[2].Content.ShouldBe("You have nothing to pay.");
        told[3].Content.ShouldContain("wasn’t paid in time");
        told[4].Content.ShouldContain("items are gone");
        await using var db = house.Store.Open(house.Product);
        (await db.Notifications.Where(n => n.UserId == house.Karim.UserId && n.Kind == "order_paid").SingleAsync()).Title.ShouldContain(
            late.Number
        );
    }
}
