using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Sla;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

// Tickets that follow from what happened elsewhere.
public sealed partial class Tickets
{
    /// <summary>
    /// Inside the write of a handler: opens a ticket of a customer for the team. NotFound for a customer that is not there.
    /// </summary>
    internal static async Task<Ticket> Open(AppDb db, SlaPolicies policies, Guid customerId, NewTicket input)
    {
        input.Checked();
        var ticket = Ticket.Open(input, customerId, byCustomer: false, await policies.Of(db), db.Actor);
        var customer = await Enter(db, ticket);
        db.Messages.Add(
            new Message(ticket.Id, db.Actor, MessageKind.Reply, MessageDirection.Inbound, input.Description!.Trim(), input.Key)
        );
        db.Record(
            new TicketOpened(
                ticket.Id,
                ticket.ShortNumber,
                ticket.Subject,
                customerId,
                customer.Name,
                ticket.Priority,
                Excerpt(input.Description!),
                ByCustomer: false
            )
        );
        return ticket;
    }
}
