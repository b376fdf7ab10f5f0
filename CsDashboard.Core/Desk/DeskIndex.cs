using CsDashboard.Customers;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;
using Message = CsDashboard.Desk.Conversation.Message;
using Said = CsDashboard.Desk.Conversation.MessageKind;

namespace CsDashboard.Desk;

/// <summary>
/// Makes subjects, replies and notes findable. A note is for staff alone here too. History that is entered silently is indexed as well.
/// </summary>
public sealed class DeskIndex(ISearchIndex index)
    : IHaveTexts,
        IHandleMany<TicketOpened>,
        IHandle<TicketChanged>,
        IHandleMany<MessageAdded>,
        IHandle<NoteAdded>,
        IHandle<ChatStarted>,
        IHandle<CustomersMerged>,
        IHandle<MergeUndone>
{
    internal const string TicketKind = "ticket",
        MessageKind = "message",
        NoteKind = "note";

    public async Task Handle(IReadOnlyList<Recorded<TicketOpened>> happenings, AppDb db) =>
        await index.PutNew(db, TicketKind, await TicketTexts(db, [.. happenings.Select(h => h.Event.TicketId)]));

    public Task Handle(Recorded<ChatStarted> happening, AppDb db) => PutTicket(db, happening.Event.TicketId);

    public Task Handle(Recorded<TicketChanged> happening, AppDb db) =>
        happening.Event.From.Subject == happening.Event.To.Subject ? Task.CompletedTask : PutTicket(db, happening.Event.TicketId);

    public async Task Handle(IReadOnlyList<Recorded<MessageAdded>> happenings, AppDb db) =>
        await index.PutNew(db, MessageKind, await MessageTexts(db, [.. happenings.Select(h => h.Event.MessageId)]));

    public async Task Handle(Recorded<NoteAdded> happening, AppDb db) =>
        await index.PutNew(db, NoteKind, await MessageTexts(db, [happening.Event.MessageId]));

    public Task Handle(Recorded<CustomersMerged> happening, AppDb db) => PutMoved(db, happening.Event.CustomerId);

    public Task Handle(Recorded<MergeUndone> happening, AppDb db) => PutMoved(db, happening.Event.LoserId);

    // Texts of the customer that the index still has under another one.
    private async Task PutMoved(AppDb db, Guid customerId)
    {
        var (messages, texts) = (db.Messages, db.IndexedTexts.Where(d => d.CustomerId != customerId));
        var tickets = db.Tickets.Where(t => t.CustomerId == customerId);
        var said = tickets.Join(messages, t => t.Id, m => m.TicketId, (_, m) => m.Id);
        var moved = await tickets
            .Select(t => t.Id)
            .Concat(said)
            .Join(texts.Where(d => Kinds.Contains(d.Kind)), id => id, d => d.SubjectId, (id, d) => new { d.Kind, Id = id })
            .ToListAsync();
        foreach (var kind in moved.GroupBy(m => m.Kind))
        foreach (var doc in await Texts(db, kind.Key, [.. kind.Select(m => m.Id)]))
            await index.Put(db, doc);
    }

    public IReadOnlyList<string> Kinds => [TicketKind, MessageKind, NoteKind];

    public async Task<IReadOnlyList<SearchDoc>> Texts(AppDb db, string kind, IReadOnlyList<Guid> subjects) =>
        kind == TicketKind ? await TicketTexts(db, [.. subjects]) : await MessageTexts(db, [.. subjects]);

    private async Task PutTicket(AppDb db, Guid ticketId)
    {
        foreach (var doc in await TicketTexts(db, [ticketId]))
            await index.Put(db, doc);
    }

    private sealed record Asked(Guid[] Ids);

    private sealed record TicketText
    {
        public required Guid Id { get; init; }
        public required Guid CustomerId { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required string Subject { get; init; }
        public required string Number { get; init; }
        public required int Short { get; init; }
        public required string Customer { get; init; }
        public required string? Opening { get; init; }
    }

    private static readonly CompiledRead<Asked, TicketText> OfTickets = new(
        (db, asked) =>
            db.Set<Ticket>()
                .Where(t => asked.Ids.Contains(t.Id))
                .OrderBy(t => t.CreatedAt)
                .ThenBy(t => t.Id)
                .Join(
                    db.Set<Customer>(),
                    t => t.CustomerId,
                    c => c.Id,
                    (t, c) =>
                        new TicketText
                        {
                            Id = t.Id,
                            CustomerId = t.CustomerId,
                            CreatedAt = t.CreatedAt,
                            Subject = t.Subject,
                            Number = t.Number,
                            Short = t.Short,
                            Customer = c.Name + " " + c.Email,
                            Opening = db.Set<Message>()
                                .Where(m => m.TicketId == t.Id && m.Kind == Said.Reply)
                                .OrderBy(m => m.CreatedAt)
                                .ThenBy(m => m.Id)
                                .Select(m => m.Body)
                                .FirstOrDefault(),
                        }
                )
    );

    // With the text that opened it, which is a message without an event of its own.
    private static async Task<List<SearchDoc>> TicketTexts(AppDb db, Guid[] tickets) =>
        (await OfTickets.List(db, new(tickets))).ConvertAll(t => new SearchDoc(
            TicketKind,
            t.Id,
            Audience.Customer,
            t.CreatedAt,
            t.Subject,
            $"{t.Opening}\n{t.Customer}\n{ShortNumber.Of(t.Short)} {t.Number}"
        )
        {
            CustomerId = t.CustomerId,
        });

    private sealed record MessageText(Guid Id, Guid TicketId, Guid CustomerId, Said Kind, string Body, DateTimeOffset CreatedAt);

    private static readonly CompiledRead<Asked, MessageText> OfMessages = new(
        (db, asked) =>
            db.Set<Message>()
                .Where(m => asked.Ids.Contains(m.Id))
                .OrderBy(m => m.CreatedAt)
                .ThenBy(m => m.Id)
                .Join(
                    db.Set<Ticket>(),
                    m => m.TicketId,
                    t => t.Id,
                    (m, t) => new MessageText(m.Id, m.TicketId, t.CustomerId, m.Kind, m.Body, m.CreatedAt)
                )
    );

    // A note is for staff alone.
    private static async Task<List<SearchDoc>> MessageTexts(AppDb db, Guid[] messages) =>
        (await OfMessages.List(db, new(messages))).ConvertAll(m => new SearchDoc(
            m.Kind == Said.Note ? NoteKind : MessageKind,
            m.Id,
            m.Kind == Said.Note ? Audience.Staff : Audience.Customer,
            m.CreatedAt,
            "",
            m.Body
        )
        {
            ParentId = m.TicketId,
            CustomerId = m.CustomerId,
        });
}
