using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Sla;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>Tickets that another room opens inside a write of its own, since something happened there that the team must see to.</summary>
public sealed class TicketsOfRooms(SlaPolicies policies)
{
    /// <summary>NotFound for a customer who is not there.</summary>
    internal async Task<Guid> Open(AppDb db, Guid customerId, NewTicket input, NewSubjectCard? card = null)
    {
        input.Checked();
        var actor = db.Actor;
        var ticket = Ticket.Open(input, customerId, byCustomer: false, await policies.Of(db), actor);
        var customer = await Tickets.Enter(db, ticket);
        var message = new Message(ticket.Id, actor, MessageKind.Reply, MessageDirection.Inbound, input.Description!.Trim(), null);
        db.Messages.Add(message);
        if (card is not null)
            db.SubjectCards.Add(SubjectCards.Frozen(card, customerId, actor.Now, ticket.Id));
        db.Record(Tickets.Opened(ticket, customer, message, byCustomer: false));
        return ticket.Id;
    }

    /// <summary>Says something to the team alone. A ticket that was erased since is passed over.</summary>
    internal async Task Note(AppDb db, Guid ticketId, string text)
    {
        if (await db.Tickets.SingleOrDefaultAsync(t => t.Id == ticketId) is not { } ticket)
            return;
        var note = ticket.Remark(text, null, db.Actor);
        db.Messages.Add(note);
        db.Record(new NoteAdded(ticket.Id, note.Id, ticket.ShortNumber, ticket.Subject, db.Actor.Name, Tickets.Excerpt(note.Body), []));
    }
}
