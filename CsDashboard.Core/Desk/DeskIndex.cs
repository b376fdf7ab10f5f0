using CsDashboard.Customers;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

/// <summary>
/// Makes subjects, replies and notes findable. A note is for staff alone here too. History that is entered silently is indexed as well.
/// </summary>
public sealed class DeskIndex(ISearchIndex index)
    : IHaveTexts,
        IHandle<TicketOpened>,
        IHandle<TicketChanged>,
        IHandle<MessageAdded>,
        IHandle<NoteAdded>,
        IHandle<ChatStarted>,
        IHandle<CustomersMerged>,
        IHandle<MergeUndone>
{
    internal const string TicketKind = "ticket",
        MessageKind = "message",
        NoteKind = "note";

    public Task Handle(Recorded<TicketOpened> happening, AppDb db) => PutTicket(db, happening.Event.TicketId);

    public Task Handle(Recorded<ChatStarted> happening, AppDb db) => PutTicket(db, happening.Event.TicketId);

    public Task Handle(Recorded<TicketChanged> happening, AppDb db) =>
        happening.Event.From.Subject == happening.Event.To.Subject ? Task.CompletedTask : PutTicket(db, happening.Event.TicketId);

    public Task Handle(Recorded<MessageAdded> happening, AppDb db) =>
        PutMessage(db, happening.Event.MessageId, MessageKind, Audience.Customer, happening.Event.CustomerId);

    public async Task Handle(Recorded<NoteAdded> happening, AppDb db)
    {
        var ticket = happening.Event.TicketId;
        if (await db.Tickets.Where(t => t.Id == ticket).Select(t => (Guid?)t.CustomerId).SingleOrDefaultAsync() is { } customer)
            await PutMessage(db, happening.Event.MessageId, NoteKind, Audience.Staff, customer);
    }

    public Task Handle(Recorded<CustomersMerged> happening, AppDb db) => PutMoved(db, happening.Event.CustomerId);

    public Task Handle(Recorded<MergeUndone> happening, AppDb db) => PutMoved(db, happening.Event.LoserId);

    // Texts of the customer that the index still has under another one.
    private async Task PutMoved(AppDb db, Guid customerId)
    {
        var (messages, texts) = (db.Messages, db.IndexedTexts.Where(d => d.CustomerId != customerId));
        var tickets = db.Tickets.Where(t => t.CustomerId == customerId);
        foreach (
            var id in await tickets.Join(texts.Where(d => d.Kind == TicketKind), t => t.Id, d => d.SubjectId, (t, _) => t.Id).ToListAsync()
        )
            await PutTicket(db, id);
        var said = tickets.Join(messages, t => t.Id, m => m.TicketId, (_, m) => m.Id);
        foreach (
            var text in await said.Join(
                    texts.Where(d => d.Kind == MessageKind || d.Kind == NoteKind),
                    m => m,
                    d => d.SubjectId,
                    (_, d) =>
                        new
                        {
                            d.Kind,
                            d.SubjectId,
                            d.Audience,
                        }
                )
                .ToListAsync()
        )
            await PutMessage(db, text.SubjectId, text.Kind, text.Audience, customerId);
    }

    public IReadOnlyList<string> Kinds => [TicketKind, MessageKind, NoteKind];

    public async Task<IReadOnlyList<SearchDoc>> Texts(AppDb db, string kind, IReadOnlyList<Guid> subjects)
    {
        var texts = new List<SearchDoc>();
        foreach (var id in subjects)
        {
            var customer =
                kind == TicketKind
                    ? null
                    : await db
                        .Messages.Where(m => m.Id == id)
                        .Join(db.Tickets, m => m.TicketId, t => t.Id, (_, t) => (Guid?)t.CustomerId)
                        .SingleOrDefaultAsync();
            if (
                (
                    customer is { } whose
                        ? await MessageText(db, id, kind, kind == NoteKind ? Audience.Staff : Audience.Customer, whose)
                        : await TicketText(db, id)
                ) is
                { } text
            )
                texts.Add(text);
        }
        return texts;
    }

    private async Task PutTicket(AppDb db, Guid ticketId)
    {
        if (await TicketText(db, ticketId) is { } text)
            await index.Put(db, text);
    }

    // With the text that opened it, which is a message without an event of its own.
    private static async Task<SearchDoc?> TicketText(AppDb db, Guid ticketId)
    {
        var ticket = await db
            .Tickets.Where(t => t.Id == ticketId)
            .Select(t => new
            {
                t.Number,
                t.Short,
                t.Subject,
                t.CustomerId,
                t.CreatedAt,
            })
            .SingleOrDefaultAsync();
        if (ticket is null)
            return null;
        var opening = await db
            .Messages.Where(m => m.TicketId == ticketId && m.Kind == CsDashboard.Desk.Conversation.MessageKind.Reply)
            .OrderBy(m => m.CreatedAt)
            .ThenBy(m => m.Id)
            .Select(m => m.Body)
            .FirstOrDefaultAsync();
        var customer = await db.Customers.Where(c => c.Id == ticket.CustomerId).Select(c => c.Name + " " + c.Email).SingleOrDefaultAsync();
        return new SearchDoc(
            TicketKind,
            ticketId,
            Audience.Customer,
            ticket.CreatedAt,
            ticket.Subject,
            $"{opening}\n{customer}\n{ShortNumber.Of(ticket.Short)} {ticket.Number}"
        )
        {
            CustomerId = ticket.CustomerId,
        };
    }

    private async Task PutMessage(AppDb db, Guid messageId, string kind, Audience audience, Guid customerId)
    {
        if (await MessageText(db, messageId, kind, audience, customerId) is { } text)
            await index.Put(db, text);
    }

    private static async Task<SearchDoc?> MessageText(AppDb db, Guid messageId, string kind, Audience audience, Guid customerId)
    {
        var message = await db
            .Messages.Where(m => m.Id == messageId)
            .Select(m => new
            {
                m.TicketId,
                m.Body,
                m.CreatedAt,
                m.Kind,
            })
            .SingleOrDefaultAsync();
        if (message is null)
            return null;
        if (message.Kind == CsDashboard.Desk.Conversation.MessageKind.Note)
            audience = Audience.Staff;
        return new SearchDoc(kind, messageId, audience, message.CreatedAt, "", message.Body)
        {
            ParentId = message.TicketId,
            CustomerId = customerId,
        };
    }
}
