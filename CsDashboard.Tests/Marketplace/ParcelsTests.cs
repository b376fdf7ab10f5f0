using Bunit;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Web.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>An order is sent in as many parcels as it takes; each takes its goods out of stock, once.</summary>
public sealed class ParcelsTests
{
    [Theory, EachDatabase]
    public async Task Partly_sent_then_sent_then_delivered_and_stock_goes_parcel_by_parcel(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (orders, order) = (house.Get<OwnOrders>(), await Packed(house));
        var (mug, pen) = (order.Lines[0], order.Lines[1]);
        (mug.ToSend, pen.ToSend).ShouldBe((3, 1));

        var first = await orders.Send(house.Karim, order.Id, Of("JD01", 1, new ParcelItem(mug.Id, 2)));
        (first.Status, first.IsPartlySent, first.TrackingNumber).ShouldBe((OrderStatus.Processing, true, "JD01"));
        first.Lines.Select(l => l.ToSend).ShouldBe([1, 1]);
        (await Stock(house)).ShouldBe([(18, 1), (20, 1)]);
        // Clicked twice, or sent by a colleague meanwhile.
        (await orders.Send(house.Karim, order.Id, Of("JD99", 1, new ParcelItem(mug.Id, 1)))).Parcels.Count.ShouldBe(1);

        var second = await orders.Send(
            house.Karim,
            order.Id,
            new ParcelInput
            {
                Tracking = new() { Carrier = "UPS", Number = "1Z" },
            }
        );
        (second.Status, second.IsPartlySent, second.TrackingNumber).ShouldBe((OrderStatus.Shipped, false, "1Z"));
        second.Parcels.Select(p => (p.Place, p.TrackingNumber, p.Items.Sum(i => i.Quantity))).ShouldBe([(1, "JD01", 2), (2, "1Z", 2)]);
        (await Stock(house)).ShouldBe([(17, 0), (19, 0)]);
        (await Till.Refused(() => orders.Send(house.Karim, order.Id, new ParcelInput()))).Code.ShouldBe("order_step");

        (await orders.Arrive(house.Karim, order.Id, 1)).Status.ShouldBe(OrderStatus.Shipped);
        var arrived = await orders.Arrive(house.Karim, order.Id, 2);
        (arrived.Status, arrived.DeliveredAt).ShouldBe((OrderStatus.Delivered, house.Clock.GetUtcNow()));
        await orders.Arrive(house.Karim, order.Id, 2);
        await house.Drain();
        (await house.Database.Ask("SELECT COUNT(*) FROM \"StockMoves\" WHERE \"Kind\" = 'Shipped'")).ShouldBe("3");
        // One message for the parcel that did not end it; the rest is told with the order.
        (
            await house.Database.Ask("SELECT COUNT(*) FROM \"Notifications\" WHERE \"Kind\" = 'order_parcel' AND \"Channel\" = 'InApp'")
        ).ShouldBe("1");
    }

    [Theory, EachDatabase]
    public async Task Shipped_whole_is_one_parcel_of_what_is_left(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (orders, order) = (house.Get<OwnOrders>(), await Packed(house));
        await orders.Send(house.Karim, order.Id, Of(null, null, new ParcelItem(order.Lines[1].Id, 1)));
        await orders.Move(house.Karim, order.Id, OrderStatus.Shipped, new() { Number = "REST" });
        var sent = await orders.Move(house.Karim, order.Id, OrderStatus.Shipped, new() { Number = "REST" });
        sent.Parcels.Select(p => p.Items.Single().Quantity).ShouldBe([1, 3]);
        (sent.Parcels[0].TrackingNumber, sent.Parcels[1].TrackingNumber).ShouldBe((null, "REST"));
        (await Stock(house)).ShouldBe([(17, 0), (19, 0)]);
        var done = await orders.Move(house.Karim, order.Id, OrderStatus.Delivered);
        done.Parcels.ShouldAllBe(p => p.DeliveredAt != null);
    }

    [Theory, EachDatabase]
    public async Task What_is_not_sent_any_more_goes_back_to_the_shelf_and_can_be_refunded_but_not_returned(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (orders, order) = (house.Get<OwnOrders>(), await Packed(house));
        (await Till.Refused(() => orders.SendNoMore(house.Karim, order.Id))).Code.ShouldBe("order_step");
        await orders.Send(house.Karim, order.Id, Of("JD01", 1, new ParcelItem(order.Lines[0].Id, 2)));
        foreach (
            var cancel in new Func<Task>[]
            {
                () => orders.Move(house.Karim, order.Id, OrderStatus.Cancelled),
                () => orders.Cancel(house.Karim, house.David.Cart(), order.Id),
            }
        )
            (await Till.Refused(cancel)).Code.ShouldBe("order_step");
        var closed = await orders.SendNoMore(house.Karim, order.Id);
        (closed.Status, closed.Lines[0].NotSent, closed.Lines[1].NotSent).ShouldBe((OrderStatus.Shipped, 1, 1));
        (await Stock(house)).ShouldBe([(18, 0), (20, 0)]);
        (await orders.Arrive(house.Karim, order.Id, 1)).Status.ShouldBe(OrderStatus.Delivered);
        var choice = await house.Get<GoodsReturns>().Choice(house.David, house.David.CustomerId!.Value, order.Number);
        choice.Left.Values.Order().ShouldBe([0, 2]);
    }

    [Theory, EachDatabase]
    public async Task Jumps_foreign_lines_and_too_many_are_refused(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var orders = house.Get<OwnOrders>();
        await house.Sells();
        var unpaid = await house.Buy(house.David, (await house.Thing("Pin", 1)).Product.Variants[0].Id);
        (await Till.Refused(() => orders.Send(house.Karim, unpaid.Id, new ParcelInput()))).Code.ShouldBe("order_step");
        var order = await Packed(house);
        foreach (
            var items in new ParcelItem[][]
            {
                [],
                [new(order.Lines[0].Id, 0)],
                [new(order.Lines[0].Id, 4)],
                [new(order.Lines[0].Id, 2), new(order.Lines[0].Id, 2)],
                [new(order.Lines[0].Id, -1)],
                [new(Guid.NewGuid(), 1)],
            }
        )
            (await Till.Refused(() => orders.Send(house.Karim, order.Id, Of(null, null, items)))).Fields[0].Field.ShouldBe("items");
        (await Till.Refused(() => orders.Send(house.Karim, order.Id, new() { Tracking = new() { Url = "ftp://x" } })))
            .Fields[0]
            .Field.ShouldBe("url");
        foreach (var (who, why) in new[] { (house.David, RefusalKind.Forbidden), (house.Olga, RefusalKind.NotFound) })
        {
            (await Till.Refused(() => orders.Send(who, order.Id, new ParcelInput()))).Kind.ShouldBe(why);
            (await Till.Refused(() => orders.Arrive(who, order.Id, 1))).Kind.ShouldBe(why);
            (await Till.Refused(() => orders.Track(who, order.Id, 1, new()))).Kind.ShouldBe(why);
            (await Till.Refused(() => orders.SendNoMore(who, order.Id))).Kind.ShouldBe(why);
        }
        (await Till.Refused(() => orders.Arrive(house.Karim, order.Id, 1))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task Two_who_send_at_once_send_no_more_than_there_is(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (orders, order) = (house.Get<OwnOrders>(), await Packed(house));
        var both = Enumerable.Range(0, 4).Select(_ => Try(() => orders.Send(house.Karim, order.Id, new ParcelInput())));
        (await Task.WhenAll(both)).Count(sent => sent).ShouldBe(1);
        (await Stock(house)).ShouldBe([(17, 0), (19, 0)]);

        static async Task<bool> Try(Func<Task> act)
        {
            try
            {
                await Task.Run(act);
                return true;
            }
            catch (Refusal refusal) when (refusal.Code == "order_step")
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task The_desk_sends_some_and_the_page_tells_both_parcels()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var order = await Packed(house);
        await using var screen = Screen.Of(house, house.Karim);
        var desk = screen.Open<OrdersPage>("/desk/orders");
        await Click("Ship");
        await desk.WaitForElement(".parcel-quantity").ChangeAsync("2");
        await desk.FindAll(".parcel-quantity")[1].ChangeAsync("0");
        await desk.Find("#tracking").ChangeAsync("JD01");
        await desk.Find(".order-ship .btn-primary").ClickAsync();
        desk.WaitForAssertion(() => desk.Find("[data-row]").TextContent.ShouldContain("Partly sent"));
        await Click("Ship");
        await desk.WaitForElement(".order-ship .btn-primary").ClickAsync();
        desk.WaitForAssertion(() => desk.Find("[data-row]").TextContent.ShouldContain("Parcel 1 has arrived"));
        await Click("Parcel 1 has arrived");
        await Click("Details");
        desk.WaitForAssertion(() => desk.Find(".timeline").TextContent.ShouldContain("Parcel 2 sent"));
        desk.Find(".timeline").TextContent.ShouldContain("JD01");

        Task Click(string text) => desk.WaitForElements("[data-row] button").Single(b => b.TextContent.Trim() == text).ClickAsync();
    }

    private static ParcelInput Of(string? number, int? place, params ParcelItem[] items) =>
        new()
        {
            Items = items,
            Place = place,
            Tracking = new() { Number = number },
        };

    // Three mugs and a pen of twenty each, paid and being packed.
    private static async Task<OwnOrder> Packed(House house)
    {
        await house.Sells();
        var (mug, pen) = (await house.Thing("Mug", 10), await house.Thing("Pen", 3));
        var input = Till.Order();
        input.Items = [Item(mug, 3), Item(pen, 1)];
        var placed = await house.Get<CsDashboard.Marketplace.Checkout.Checkouts>().Place(house.David, house.David.Cart(), input);
        await house.Get<OrderPayments>().MarkPaid(house.Karim, placed.Id);
        return await house.Get<OwnOrders>().Move(house.Karim, placed.Id, OrderStatus.Processing);

        static CsDashboard.Marketplace.Checkout.CheckoutItem Item(ProductView thing, int quantity) =>
            new() { VariantId = thing.Product.Variants[0].Id, Quantity = quantity };
    }

    // On hand and reserved of the mugs and the pens.
    private static async Task<IReadOnlyList<(int, int)>> Stock(House house)
    {
        await using var db = house.Store.Open(house.Amina);
        var items = await db.Set<CsDashboard.Marketplace.Stock.StockItem>()
            .Join(
                db.Set<Product>(),
                i => i.ProductId,
                p => p.Id,
                (i, p) =>
                    new
                    {
                        p.NameEn,
                        i.OnHand,
                        i.Reserved,
                    }
            )
            .OrderBy(i => i.NameEn)
            .ToListAsync();
        return items.Where(i => i.NameEn is "Mug" or "Pen").Select(i => (i.OnHand, i.Reserved)).ToList();
    }
}
