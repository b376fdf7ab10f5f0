using Bunit;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Web.Desk.Parts;
using CsDashboard.Web.Marketplace;

namespace CsDashboard.Tests.Marketplace;

/// <summary>The order, return or product that a ticket is about, and what is done to it from there.</summary>
public sealed class TicketGoodsTests
{
    [Theory, EachDatabase]
    public async Task A_line_is_refunded_from_the_ticket_once_and_never_beyond_what_it_cost(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (goods, order) = (house.Get<TicketGoods>(), await Paid(house, quantity: 2));
        var ticket = await AskedAbout(house, OrderLook.Card(order, house.David.Now));
        var line = (await goods.Of(house.Karim, ticket)).Order!.Lines.Single();
        line.Refundable.ShouldBe(line.Paid);

        await goods.RefundLine(house.Karim, ticket, line.Id, 5, "first");
        await goods.RefundLine(house.Karim, ticket, line.Id, 5, "first");
        var after = (await goods.Of(house.Karim, ticket)).Order!;
        (after.Refunded, after.Lines.Single().Refunded, after.Payment).ShouldBe((5m, 5m, PaymentStatus.PartiallyRefunded));
        (await Notes(house, ticket)).ShouldHaveSingleItem().ShouldBe($"5 USD refunded for “Mug” on order {order.Number}");

        var most = after.Lines.Single().Refundable;
        most.ShouldBe(line.Paid - 5);
        foreach (var (amount, code) in new[] { (most + 0.01m, "refund_exceeds"), (0m, "validation_failed"), (0.001m, "validation_failed") })
            (await Till.Refused(() => goods.RefundLine(house.Karim, ticket, line.Id, amount, "other"))).ShouldSatisfyAllConditions(
                r => r.Code.ShouldBe(code),
                r => r.Fields[0].Field.ShouldBe("amount")
            );
        await goods.RefundLine(house.Karim, ticket, line.Id, most, "rest");
        (await goods.Of(house.Karim, ticket)).Order!.Lines.Single().Refundable.ShouldBe(0);
        (await Notes(house, ticket)).Count.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task A_return_goes_its_way_from_the_ticket_and_the_ticket_says_so(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var order = await house.Bought(house.David, await house.Thing("Mug", 10), 2);
        var back = await house.Get<GoodsReturns>().Request(house.David, house.David.CustomerId!.Value, order.Number, new());
        var (goods, ticket) = (house.Get<TicketGoods>(), await AskedAbout(house, ReturnLook.Card(back, house.David.Now)));
        (await goods.Of(house.Karim, ticket)).Returns.Single().Return.Number.ShouldBe(back.Return.Number);
        foreach (var step in new[] { ReturnStatus.Approved, ReturnStatus.Approved, ReturnStatus.Received, ReturnStatus.Refunded })
            await goods.MoveReturn(house.Karim, ticket, back.Return.SequenceNumber, new() { To = step });
        var now = await goods.Of(house.Karim, ticket);
        (now.Order!.Status, now.Order.Refunded, now.Returns.Single().Return.Status).ShouldBe(
            (OrderStatus.Returned, 20m, ReturnStatus.Refunded)
        );
        (await Notes(house, ticket)).ShouldBe([
            $"Return {back.Return.Number} of order {order.Number} was approved",
            $"Return {back.Return.Number} of order {order.Number} has arrived",
            $"Return {back.Return.Number} of order {order.Number} was refunded: 20 USD",
        ]);
        (await Till.Refused(() => Move(ReturnStatus.Approved))).Code.ShouldBe("return_step");
        (await Notes(house, ticket)).Count.ShouldBe(3);

        Task Move(ReturnStatus to) => goods.MoveReturn(house.Karim, ticket, back.Return.SequenceNumber, new() { To = to });
    }

    [Theory, EachDatabase]
    public async Task Only_staff_of_the_company_and_only_what_the_ticket_is_about(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (goods, order, other) = (house.Get<TicketGoods>(), await Paid(house), await Paid(house));
        var ticket = await AskedAbout(house, OrderLook.Card(order, house.David.Now));
        var line = order.Lines.Single().Id;
        foreach (var (who, why) in new[] { (house.David, RefusalKind.Forbidden), (house.Olga, RefusalKind.NotFound) })
        {
            (await Till.Refused(() => goods.Of(who, ticket))).Kind.ShouldBe(why);
            (await Till.Refused(() => goods.RefundLine(who, ticket, line, 1, "x"))).Kind.ShouldBe(why);
            (await Till.Refused(() => goods.MoveReturn(who, ticket, 1, new() { To = ReturnStatus.Approved }))).Kind.ShouldBe(why);
        }
        (await Till.Refused(() => goods.RefundLine(house.Karim, ticket, other.Lines.Single().Id, 1, "x"))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        var strange = await house.Bought(house.Sara, await house.Thing("Pen", 3), 1);
        var theirs = await house.Get<GoodsReturns>().Request(house.Sara, house.Sara.CustomerId!.Value, strange.Number, new());
        (
            await Till.Refused(() =>
                goods.MoveReturn(house.Karim, ticket, theirs.Return.SequenceNumber, new() { To = ReturnStatus.Approved })
            )
        ).Kind.ShouldBe(RefusalKind.NotFound);
        // A card that names another's order shows nothing of it.
        var forged = await AskedAbout(house, OrderLook.Card(order, house.David.Now) with { Title = strange.Number });
        (await goods.Of(house.Karim, forged)).Order.ShouldBeNull();
        // A product shows what it is now, and the customer's latest order of it.
        var pen = await house.Get<CsDashboard.Marketplace.Catalogue.Products>().Known(house.Karim, 1);
        var about = await AskedAbout(house, ProductLook.Card(pen, pen.Product.Variants[0], house.David.Now));
        var shown = await goods.Of(house.Karim, about);
        (shown.Product!.Product.Id, shown.Order!.Number).ShouldBe((pen.Product.Id, order.Number));
    }

    [Fact]
    public async Task The_card_beside_the_conversation_refunds_and_moves()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var order = await house.Bought(house.David, await house.Thing("Mug", 10), 2);
        var back = await house.Get<GoodsReturns>().Request(house.David, house.David.CustomerId!.Value, order.Number, new());
        var ticket = await AskedAbout(house, ReturnLook.Card(back, house.David.Now));
        await using var screen = Screen.Of(house, house.Karim);
        var card = screen.Open<TicketOrder>("/desk", p => p.Add(x => x.Ticket, ticket));
        card.WaitForElement("[data-goods=order]").TextContent.ShouldContain(order.Number);
        await card.Find("[data-goods=order] button").ClickAsync();
        await card.Find("#line-refund").ChangeAsync("20.5");
        await card.Find("dialog .btn-primary").ClickAsync();
        card.WaitForElement(".field-error").TextContent.ShouldContain("20");
        await card.Find("#line-refund").ChangeAsync("4");
        await card.Find("dialog .btn-primary").ClickAsync();
        card.WaitForAssertion(() => card.Find("[data-goods=order]").TextContent.ShouldContain("4 USD"));
        await card.Find("[data-goods=return] .btn-primary").ClickAsync();
        await card.Find("dialog .btn-primary").ClickAsync();
        card.WaitForAssertion(() => card.Find("[data-goods=return]").TextContent.ShouldContain("Approved"));
        (await Notes(house, ticket)).Count.ShouldBe(2);
    }

    private static async Task<OwnOrder> Paid(House house, int quantity = 1)
    {
        await house.Sells();
        var mug = await house.Thing("Mug", 10);
        var placed = await house.Buy(house.David, mug.Product.Variants[0].Id, quantity);
        return await house.Get<OrderPayments>().MarkPaid(house.Karim, placed.Id);
    }

    private static async Task<Guid> AskedAbout(House house, NewSubjectCard card)
    {
        var frozen = await house.Get<SubjectCards>().Freeze(house.David, card);
        var ticket = new NewTicket
        {
            Title = "About this",
            Description = "Something is wrong with it.",
            Topic = "orders",
            CardId = frozen.ToString(),
        };
        return (await house.Get<Tickets>().Open(house.David, ticket)).Id;
    }

    private static async Task<IReadOnlyList<string>> Notes(House house, Guid ticket) =>
        [.. (await house.Get<TicketLists>().Get(house.Karim, ticket)).Messages.Where(m => m.Kind == MessageKind.Note).Select(m => m.Body)];
}
