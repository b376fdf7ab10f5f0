using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Returns;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>
/// What of the shop a ticket is about: the order, return or product of its card, live beside the card that stays as the customer saw it.
/// What is done here is done to the order and said in the ticket, both or neither.
/// </summary>
public sealed class TicketGoods(Store store, TicketsOfRooms tickets, Products products, DigitalGoods digital)
{
    private const string OfOrder = "order",
        OfReturn = "return",
        OfProduct = "product";

    /// <summary>The kinds of cards that are the shop's.</summary>
    public static bool IsAbout(string? cardKind) => cardKind is OfOrder or OfReturn or OfProduct;

    /// <summary>
    /// What the ticket's card names; beside a product the customer's latest order of it. NotFound for a ticket that isn't there.
    /// </summary>
    public async Task<TicketGoodsView> Of(Actor actor, Guid ticketId)
    {
        actor.Demand(MarketRights.Sell);
        await using var db = store.Open(actor);
        var card = await CardOf(db, ticketId);
        var product = card.Kind == OfProduct ? await Known(actor, card) : null;
        if (await OrderOf(db, card, product?.Product.Id) is not { } order)
            return new(null, [], product);
        return new(await OwnOrders.ViewOf(db, order), await GoodsReturns.Views(db, order), product)
        {
            Digital = await digital.Known(actor, order.Id),
        };
    }

    /// <summary>
    /// An amount of a line goes back to the customer, and the ticket says so. NotFound for a line that is not on the ticket's order;
    /// Invalid (field amount), <c>refund_exceeds</c> beyond what was paid for the line and did not go back yet. With the same reference
    /// again it changes nothing.
    /// </summary>
    public Task RefundLine(Actor actor, Guid ticketId, Guid lineId, decimal amount, string reference)
    {
        actor.Demand(MarketRights.Sell);
        return store.Write(
            actor,
            async db =>
            {
                var order = await OrderOf(db, ticketId);
                var line = order.Lines.Find(l => l.Id == lineId) ?? throw Refusal.NotFound();
                var (before, most) = (order.Refunded, new Money(order.RefundableOf(line), Currency.Of(order.Currency)));
                var isKnown = await OrderPayments.IsRefunded(db, order, reference);
                if (!isKnown && amount > most.Amount)
                    throw Refusal.Invalid("amount", Words.Of("Refund_Exceeds", most), "refund_exceeds");
                await OrderPayments.Refund(db, order, amount, reference, new Dictionary<Guid, decimal> { [lineId] = amount }, "amount");
                if (order.Refunded != before)
                    await tickets.Note(
                        db,
                        ticketId,
                        Words.Of("Ticket_LineRefunded", most with { Amount = amount }, line.Name, order.Number)
                    );
            }
        );
    }

    /// <summary>
    /// Moves a return of the ticket's order on, as <see cref="GoodsReturns.Move(Actor, int, ReturnMove)"/>, and the ticket says so.
    /// NotFound for a return of another order.
    /// </summary>
    public Task<ReturnView> MoveReturn(Actor actor, Guid ticketId, int number, ReturnMove move)
    {
        actor.Demand(MarketRights.Sell);
        move.Checked();
        return store.Write(
            actor,
            async db =>
            {
                var order = await OrderOf(db, ticketId);
                var before = await db
                    .Returns.Where(r => r.SequenceNumber == number && r.OrderId == order.Id)
                    .Select(r => (ReturnStatus?)r.Status)
                    .SingleOrDefaultAsync();
                if (before is null)
                    throw Refusal.NotFound();
                var view = await GoodsReturns.Move(db, number, move);
                if (view.Return.Status != before)
                    await tickets.Note(db, ticketId, Said(view));
                return view;
            }
        );
    }

    /// <summary>The customer is told once more of the keys of a line, and the ticket says so. NotFound for a line without any.</summary>
    public Task SendKeysAgain(Actor actor, Guid ticketId, Guid lineId)
    {
        actor.Demand(MarketRights.Sell);
        return store.Write(
            actor,
            async db =>
            {
                var order = await OrderOf(db, ticketId);
                var line = await DigitalGoods.SendAgain(db, order, lineId);
                await tickets.Note(db, ticketId, Words.Of("Ticket_KeysSentAgain", line.Name, order.Number));
            }
        );
    }

    private static string Said(ReturnView view)
    {
        var said = Words.Of(ReturnChanged.SentenceOf(view.Return.Status), view.Return.Number, view.Order.Number);
        return view.Return is { Status: ReturnStatus.Refunded, RefundAmount: { } amount }
            ? $"{said}: {new Money(amount, Currency.Of(view.Order.Currency))}"
            : said;
    }

    private static async Task<Order> OrderOf(AppDb db, Guid ticketId)
    {
        var card = await CardOf(db, ticketId);
        var product = card.Kind == OfProduct && NumberOf(card) is { } number ? await ProductId(db, number) : null;
        return await OrderOf(db, card, product) ?? throw Refusal.NotFound(Words.Of("Order_NotFound"));
    }

    // A card was frozen by its customer, and nobody else's order is shown by one.
    private static async Task<Order?> OrderOf(AppDb db, Card card, Guid? product)
    {
        var own = db.Orders.Where(o => o.CustomerId == card.CustomerId);
        var id = card.Kind switch
        {
            OfOrder => await own.Where(o => o.Number == card.Title).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(),
            OfReturn => await db
                .Returns.Where(r => r.Number == card.Title && r.CustomerId == card.CustomerId)
                .Select(r => (Guid?)r.OrderId)
                .SingleOrDefaultAsync(),
            OfProduct when product is not null => await own.Where(o => o.Lines.Any(l => l.ProductId == product))
                .OrderByDescending(o => o.PlacedAt)
                .Select(o => (Guid?)o.Id)
                .FirstOrDefaultAsync(),
            _ => null,
        };
        return id is null
            ? null
            : await own.Include(o => o.Lines.OrderBy(l => l.Place))
                .SingleOrDefaultAsync(o => o.Id == id && o.CustomerId == card.CustomerId);
    }

    private static async Task<Card> CardOf(AppDb db, Guid ticketId)
    {
        var of = await db.Tickets.Where(t => t.Id == ticketId).Select(t => (Guid?)t.CustomerId).SingleOrDefaultAsync();
        if (of is not { } customer)
            throw Refusal.NotFound();
        var card = await db
            .SubjectCards.Where(c => c.TicketId == ticketId && c.CustomerId == customer)
            .Select(c => new { c.Kind, c.Title })
            .FirstOrDefaultAsync();
        return new(customer, card?.Kind, card?.Title);
    }

    private async Task<ProductView?> Known(Actor actor, Card card)
    {
        if (NumberOf(card) is not { } number)
            return null;
        try
        {
            return await products.Known(actor, number);
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.NotFound)
        {
            return null;
        }
    }

    private static Task<Guid?> ProductId(AppDb db, int number) =>
        db.Products.Where(p => p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync();

    // The title of a product's card begins with its number: #12 Hoodie.
    private static int? NumberOf(Card card) =>
        card.Title is ['#', ..] title && int.TryParse(title.AsSpan(1, (title + ' ').IndexOf(' ') - 1), out var number) ? number : null;

    private sealed record Card(Guid CustomerId, string? Kind, string? Title);
}
