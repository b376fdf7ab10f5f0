using CsDashboard.Customers;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>
/// Opens a ticket for the services of a paid order, with the order as its card, and calls it off when they are not due any more.
/// </summary>
public sealed class ServiceTickets(TicketsOfRooms tickets, ILinks links)
{
    private const string Topic = "orders";

    internal async Task Follow(AppDb db, Order order, IReadOnlyList<OrderLine> lines)
    {
        if (lines.Count == 0)
            return;
        var due = lines.Where(l => DeliveriesOnOrders.IsDue(order, l)).ToList();
        var opened = await db.ServiceTickets.SingleOrDefaultAsync(t => t.OrderId == order.Id);
        if (opened is null && due.Count > 0)
        {
            var ticket = await tickets.Open(db, order.CustomerId, TicketFor(await LanguageOf(db, order), order, due), CardOf(order, due));
            db.ServiceTickets.Add(new ServiceTicket { OrderId = order.Id, TicketId = ticket });
        }
        else if (opened is { IsCalledOff: false } && due.Count == 0)
        {
            opened.IsCalledOff = true;
            await tickets.Note(db, opened.TicketId, Words.Of("Service_CalledOff", order.Number));
        }
    }

    // In the language of the customer, who reads it.
    private static NewTicket TicketFor(string language, Order order, List<OrderLine> lines) =>
        new()
        {
            Title = Words.In(language, "Service_Title", order.Number, Names(lines)),
            Description = Words.In(language, "Service_Text", Names(lines)),
            Topic = Topic,
            Type = Word.Of(TicketType.Request),
        };

    private NewSubjectCard CardOf(Order order, List<OrderLine> lines) =>
        new(
            "order",
            order.Number,
            links.PathOf(new LinkTo("order", order.Number), forStaff: true),
            order.PaidAt ?? order.PlacedAt,
            [
                new(Words.In("en", "Card_Goods"), Words.In("ar", "Card_Goods"), Names(lines), Names(lines)),
                new(
                    Words.In("en", "Card_Total"),
                    Words.In("ar", "Card_Total"),
                    new Money(order.Total, Foundation.Currency.Of(order.Currency)).ToString(),
                    new Money(order.Total, Foundation.Currency.Of(order.Currency)).ToString()
                ),
            ]
        );

    private static string Names(IEnumerable<OrderLine> lines) =>
        string.Join(", ", lines.Select(l => l.Quantity == 1 ? l.Name : $"{l.Quantity} × {l.Name}"));

    private static async Task<string> LanguageOf(AppDb db, Order order) =>
        await db.Customers.Where(c => c.Id == order.CustomerId).Select(c => c.Language).SingleAsync();
}
