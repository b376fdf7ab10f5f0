using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Tests.Images;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>
/// Goods that come back, by line and quantity; the money that goes back never is more than was paid for them (contract: market, Returns).
/// </summary>
public sealed class ReturnsTests
{
    private static Task<ReturnView> Ask(House house, Order order, string reason = "no_longer_needed", params ReturnItem[] items) =>
        house.Get<GoodsReturns>().Request(house.Sara, house.Sara.CustomerId!.Value, order.Number, new() { Reason = reason, Items = items });

    private static async Task<ReturnView> Move(House house, int number, params ReturnStatus[] steps)
    {
        ReturnView? last = null;
        foreach (var step in steps)
            last = await house.Get<GoodsReturns>().Move(house.Karim, number, new() { To = step });
        return last!;
    }

    private static readonly ReturnStatus[] Whole =
    [
        ReturnStatus.Approved,
        ReturnStatus.InTransit,
        ReturnStatus.Received,
        ReturnStatus.Refunded,
    ];

    private static Task<Order> Kept(House house, Guid order) =>
        house.Store.Write(house.Amina, db => db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == order));

    private static async Task<int> Left(House house, ProductView thing) =>
        (await house.Get<Products>().Of(house.Amina, thing.Product.Number)).Available!.Value;

    [Theory, EachDatabase]
    public async Task Everything_comes_back_step_by_step_and_stock_money_points_and_order_follow(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mug, pen) = (await house.Thing("Mug", 10), await house.Thing("Pen", 3));
        var order = await house.Bought(house.Sara, mug, 2, with: pen);
        await house.Drain();
        var asked = await Ask(house, order);
        asked.Return.Number.ShouldMatch("^RET-[0-9]{8}-[0-9A-F]{8}$");
        asked.Return.Lines.Select(l => (l.Name, l.Quantity)).ShouldBe([("Mug", 2), ("Pen", 2)]);
        (await Kept(house, order.Id)).IsReturnOpen.ShouldBeTrue();
        var number = asked.Return.SequenceNumber;
        var paid = await Move(house, number, Whole);
        (paid.Return.RefundAmount, paid.Return.Status).ShouldBe((26m, ReturnStatus.Refunded));
        (await Left(house, mug)).ShouldBe(22);
        // The same step again changes nothing.
        await Move(house, number, ReturnStatus.Refunded);
        (await Left(house, mug)).ShouldBe(22);
        var kept = await Kept(house, order.Id);
        (kept.Status, kept.IsReturnOpen, kept.Refunded).ShouldBe((OrderStatus.Returned, false, 26m));
        await house.Drain();
        (await house.Get<Points>().Of(house.Sara, house.Sara.CustomerId!.Value)).Lifetime.ShouldBe(
            (await house.Get<Points>().Of(house.Sara, house.Sara.CustomerId!.Value)).Available
        );
        (await Should.ThrowAsync<Refusal>(() => Move(house, number, ReturnStatus.Approved))).Code.ShouldBe("return_step");
    }

    [Theory, EachDatabase]
    public async Task Asking_twice_for_the_same_gives_the_first_and_what_is_new_a_second(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mug, pen) = (await house.Thing("Mug", 10), await house.Thing("Pen", 3));
        var order = await house.Bought(house.Sara, mug, 3, with: pen);
        var first = (await Ask(house, order, "defective", new ReturnItem(null, mug.Product.Number, 2, null))).Return.SequenceNumber;
        var more = await Ask(house, order, "defective", new ReturnItem(null, mug.Product.Number, 1, null));
        more.Return.SequenceNumber.ShouldNotBe(first);
        (await Ask(house, order, "defective", new ReturnItem(null, mug.Product.Number, 1, null))).Return.SequenceNumber.ShouldBe(first);
        // Everything that is left.
        var rest = await Ask(house, order);
        rest.Return.Lines.Select(l => (l.Name, l.Quantity)).ShouldBe([("Pen", 3)]);
        (await Ask(house, order)).Return.SequenceNumber.ShouldBe(first);
        // What was turned down may be asked for again.
        await Move(house, rest.Return.SequenceNumber, ReturnStatus.Rejected);
        (await Ask(house, order)).Return.SequenceNumber.ShouldNotBe(rest.Return.SequenceNumber);
    }

    [Theory, EachDatabase]
    public async Task Three_are_asked_for_and_two_arrive(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var mug = await house.Thing("Mug", 10);
        var order = await house.Bought(house.Sara, mug, 3);
        var asked = (await Ask(house, order)).Return;
        await Move(house, asked.SequenceNumber, ReturnStatus.Approved);
        var received = await house
            .Get<GoodsReturns>()
            .Move(house.Karim, asked.SequenceNumber, new() { To = ReturnStatus.Received, Lines = [new(asked.Lines[0].Id, 2, true)] });
        received.Ceiling.ShouldBe(20);
        foreach (var (too, code) in new[] { (20.01m, "refund_exceeds"), (-1m, "validation_failed"), (5.001m, "validation_failed") })
            (
                await Should.ThrowAsync<Refusal>(() =>
                    house.Get<GoodsReturns>().Move(house.Karim, asked.SequenceNumber, new() { To = ReturnStatus.Refunded, Refund = too })
                )
            ).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(code), r => r.Fields[0].Field.ShouldBe("refund_amount"));
        var paid = await house
            .Get<GoodsReturns>()
            .Move(house.Karim, asked.SequenceNumber, new() { To = ReturnStatus.Refunded, Refund = 15 });
        paid.Return.RefundAmount.ShouldBe(15);
        var kept = await Kept(house, order.Id);
        (kept.Status, kept.Refunded, kept.IsReturnOpen).ShouldBe((OrderStatus.Delivered, 15m, false));
        // The third can still come.
        (await Ask(house, order))
            .Return.Lines.Single()
            .Quantity.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task What_is_broken_is_not_sold_again_and_what_sending_cost_goes_back(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var mug = await house.Thing("Mug", 10);
        var order = await house.Bought(house.Sara, mug, 2);
        var asked = (await Ask(house, order, "defective")).Return;
        await Move(house, asked.SequenceNumber, ReturnStatus.Approved, ReturnStatus.Received);
        (await Left(house, mug)).ShouldBe(20);
        (await house.Database.Ask("SELECT COUNT(*) FROM \"StockMoves\" WHERE \"Kind\" = 'Scrapped'")).ShouldBe("1");
    }

    [Theory, EachDatabase]
    public async Task The_window_ends_with_the_thirtieth_day_by_the_customers_clock(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var mug = await house.Thing("Mug", 10);
        var order = await house.Bought(house.Sara, mug, 2);
        var zone = Zones.Of(
            await house.Database.Ask(
                $"SELECT \"TimeZone\" FROM \"Customers\" WHERE lower(cast(\"Id\" AS text)) = '{house.Sara.CustomerId}'"
            )
        );
        var arrived = (await Kept(house, order.Id)).DeliveredAt!.Value;
        var last = Zones.At(TimeZoneInfo.ConvertTime(arrived, zone).Date.AddDays(GoodsReturns.Days + 1), zone);
        house.Clock.Advance(last - TimeSpan.FromMinutes(1) - house.Clock.GetUtcNow());
        await Ask(house, order, "no_longer_needed", new ReturnItem(null, mug.Product.Number, 1, null));
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Should.ThrowAsync<Refusal>(() => Ask(house, order))).Code.ShouldBe("return_late");
        var choice = await house.Get<GoodsReturns>().Choice(house.Sara, house.Sara.CustomerId!.Value, order.Number);
        (choice.IsOpen, choice.Until).ShouldBe((false, last.AddMilliseconds(-1)));
    }

    [Theory, EachDatabase]
    public async Task Strangers_jumps_and_what_is_not_on_the_order_are_refused(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mug, pen) = (await house.Thing("Mug", 10), await house.Thing("Pen", 3));
        var order = await house.Bought(house.Sara, mug, 2);
        var (returns, sara) = (house.Get<GoodsReturns>(), house.Sara.CustomerId!.Value);
        foreach (
            var wrong in new ReturnItem[]
            {
                new(null, pen.Product.Number, 1, null),
                new(null, null, 1, null),
                new(Guid.NewGuid(), null, 1, null),
                new(null, mug.Product.Number, 0, null),
                new(null, mug.Product.Number, 3, null),
            }
        )
            (await Should.ThrowAsync<Refusal>(() => Ask(house, order, "other", wrong))).Fields[0].Field.ShouldBe("items");
        (await Should.ThrowAsync<Refusal>(() => returns.Request(house.Sara, sara, "ORD-NONE", new()))).Kind.ShouldBe(RefusalKind.NotFound);
        (
            await Should.ThrowAsync<Refusal>(() => returns.Request(house.David, house.David.CustomerId!.Value, order.Number, new()))
        ).Kind.ShouldBe(RefusalKind.NotFound);
        var fresh = await house.Bought(house.Sara, mug, 1, "shipped");
        (await Should.ThrowAsync<Refusal>(() => Ask(house, fresh))).Code.ShouldBe("order_not_delivered");
        var asked = (await Ask(house, order)).Return;
        foreach (var jump in new[] { ReturnStatus.Refunded, ReturnStatus.Received, ReturnStatus.InTransit })
            (await Should.ThrowAsync<Refusal>(() => Move(house, asked.SequenceNumber, jump))).Code.ShouldBe("return_step");
        (
            await Should.ThrowAsync<Refusal>(() => returns.Move(house.Sara, asked.SequenceNumber, new() { To = ReturnStatus.Approved }))
        ).Kind.ShouldBe(RefusalKind.Forbidden);
        (
            await Should.ThrowAsync<Refusal>(() => returns.Move(house.Olga, asked.SequenceNumber, new() { To = ReturnStatus.Approved }))
        ).Kind.ShouldBe(RefusalKind.NotFound);
        foreach (var stranger in new[] { house.David, house.Oskar, house.Olga })
            (await Should.ThrowAsync<Refusal>(() => returns.One(stranger, asked.Number))).Kind.ShouldBe(RefusalKind.NotFound);
        (await returns.One(house.Karim, asked.Number)).Return.Id.ShouldBe(asked.Id);
    }

    [Theory, EachDatabase]
    public async Task A_photo_is_taken_away_again_until_the_return_is_finished_and_by_nobody_else(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var order = await house.Bought(house.Sara, await house.Thing(), 1);
        var (number, photos) = ((await Ask(house, order)).Return.Number, house.Get<ReturnPhotos>());
        async Task<IReadOnlyList<Guid>> Shown() => (await house.Get<GoodsReturns>().One(house.Sara, number)).Photos;
        await photos.Add(house.Sara, number, new MemoryStream(TestPictures.Png(1)));
        await photos.Add(house.Sara, number, new MemoryStream(TestPictures.Png(2)));
        var (first, second) = ((await Shown())[0], (await Shown())[1]);

        (await Should.ThrowAsync<Refusal>(() => photos.Remove(house.David, number, first))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => photos.Remove(house.Olga, number, first))).Kind.ShouldBe(RefusalKind.NotFound);
        await photos.Remove(house.Sara, number, first);
        (await Should.ThrowAsync<Refusal>(() => photos.Remove(house.Sara, number, first))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Shown()).ShouldBe([second]);

        await Move(house, (await house.Get<GoodsReturns>().One(house.Sara, number)).Return.SequenceNumber, Whole);
        (await Should.ThrowAsync<Refusal>(() => photos.Remove(house.Sara, number, second))).Code.ShouldBe("return_step");
    }
}
