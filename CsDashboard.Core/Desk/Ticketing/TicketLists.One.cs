using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Sla;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

public sealed partial class TicketLists
{
    private const int MessagesAtOnce = 100;

    /// <summary>
    /// One ticket with its last hundred messages, oldest first, or the hundred before a cursor. NotFound for one that is not the actor's.
    /// </summary>
    public async Task<TicketDetail> Get(Actor actor, Guid ticketId, string? messagesBefore = null)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        var before = Cursor.Read(messagesBefore);
        var asked = new AskedTicket
        {
            Id = ticketId,
            Take = MessagesAtOnce + 1,
            Staff = actor.IsStaff,
            Own = actor.Role == Role.Customer ? actor.DemandCustomer() : default,
            // Later than any message there is.
            BeforeAt = before?.At ?? Ticket.Never,
            BeforeId = before?.Id ?? default,
        };
        await using var db = store.Open(actor);
        var head = await Head.First(db, asked) ?? throw Refusal.NotFound();
        var messages = await Said.List(db, asked);
        var older = messages.Count > MessagesAtOnce;
        if (older)
            messages.RemoveAt(MessagesAtOnce);
        messages.Reverse();
        var opening =
            older || before is not null ? (await Opening.First(db, asked))?.Body : messages.Find(m => m.Kind == MessageKind.Reply)?.Body;
        var files = head.HasFiles ? await Files.List(db, asked) : [];
        return DetailOf(actor, head.Ticket, head.Customer, messages, files, await policies.Of(db)) with
        {
            AssigneeName = head.Assignee,
            HasOlderMessages = older,
            Description = opening ?? "",
            Feedback = head.Feedback,
            Card = head.Card?.View,
        };
    }

    private sealed record AskedTicket
    {
        public required Guid Id { get; init; }
        public required int Take { get; init; }

        /// <summary>Notes and their files are theirs alone.</summary>
        public required bool Staff { get; init; }
        public required Guid Own { get; init; }
        public required DateTimeOffset BeforeAt { get; init; }
        public required Guid BeforeId { get; init; }
    }

    private sealed record TicketHead
    {
        public required Ticket Ticket { get; init; }
        public required Requester Customer { get; init; }
        public required string? Assignee { get; init; }
        public required bool HasFiles { get; init; }
        public required FeedbackView? Feedback { get; init; }
        public required SubjectCard? Card { get; init; }
    }

    // All of a ticket but what was said, in one round trip.
    private static readonly CompiledRead<AskedTicket, TicketHead> Head = new(
        (db, asked) =>
            from t in db.Set<Ticket>().AsNoTracking()
            where t.Id == asked.Id && (asked.Staff || t.CustomerId == asked.Own)
            join c in db.Set<Customer>() on t.CustomerId equals c.Id
            from u in db.Set<User>().Where(u => u.TenantId == t.TenantId && u.Id == t.AssigneeId).DefaultIfEmpty()
            from f in db.Set<Feedback>().Where(f => f.TicketId == t.Id).DefaultIfEmpty()
            from card in db.Set<SubjectCard>().Where(card => card.TicketId == t.Id).DefaultIfEmpty()
            select new TicketHead
            {
                Ticket = t,
                Customer = new Requester(c.Id, c.PublicId, c.Name, c.Email, c.Phone, c.Language, c.TimeZone),
                Assignee = u == null ? null : u.Name,
                HasFiles = db.Set<Attachment>().Any(a => a.TicketId == t.Id),
                Feedback = f == null ? null : new FeedbackView(f.Id, f.TicketId, f.Rating, f.Comment, f.CreatedAt),
                Card = card,
            }
    );

    private static readonly CompiledRead<AskedTicket, Message> Said = new(
        (db, asked) =>
            db.Set<Message>()
                .AsNoTracking()
                .Where(m => m.TicketId == asked.Id && (asked.Staff || m.Kind == MessageKind.Reply))
                .Where(m => m.CreatedAt < asked.BeforeAt || (m.CreatedAt == asked.BeforeAt && m.Id < asked.BeforeId))
                .OrderByDescending(m => m.CreatedAt)
                .ThenByDescending(m => m.Id)
                .Take(asked.Take)
    );

    private static readonly CompiledRead<AskedTicket, Message> Opening = new(
        (db, asked) =>
            db.Set<Message>()
                .Where(m => m.TicketId == asked.Id && m.Kind == MessageKind.Reply)
                .OrderBy(m => m.CreatedAt)
                .ThenBy(m => m.Id)
                .Take(1)
    );

    internal static readonly Expression<Func<Attachment, AttachmentView>> FileView = f => new AttachmentView
    {
        Id = f.Id,
        TicketId = f.TicketId,
        MessageId = f.MessageId,
        Name = f.Name,
        OriginalName = f.OriginalName,
        ContentType = f.ContentType,
        Size = f.Size,
        UploadedBy = f.UploadedBy,
        CreatedAt = f.CreatedAt,
    };

    private static readonly CompiledRead<AskedTicket, AttachmentView> Files = new(
        (db, asked) =>
            db.Set<Attachment>()
                .Where(f => f.TicketId == asked.Id && (asked.Staff || !f.StaffOnly))
                .OrderBy(f => f.CreatedAt)
                .ThenBy(f => f.Id)
                .Take(1000)
                .Select(FileView)
    );

    /// <summary>
    /// What the actor is shown of a ticket; customers see no SLA. The messages and files are those the actor may see. What else belongs
    /// to it the caller adds.
    /// </summary>
    internal static TicketDetail DetailOf(
        Actor actor,
        Ticket ticket,
        Requester customer,
        IReadOnlyList<Message> messages,
        IReadOnlyList<AttachmentView> files,
        SlaPolicy policy
    ) =>
        new()
        {
            Id = ticket.Id,
            TenantId = ticket.TenantId,
            Number = ticket.Number,
            Subject = ticket.Subject,
            Status = ticket.Status,
            Priority = ticket.Priority,
            Category = ticket.Category,
            Type = ticket.Type,
            Channel = ticket.Channel,
            CustomerId = customer.Id,
            CustomerPublicId = customer.PublicId,
            CustomerName = customer.Name,
            CustomerEmail = customer.Email,
            CustomerPhone = customer.Phone,
            CustomerLanguage = customer.Language,
            CustomerTimeZone = customer.TimeZone,
            AssigneeId = ticket.AssigneeId,
            OpenedBy = ticket.OpenedBy,
            Tags = ticket.Tags,
            CreatedAt = ticket.CreatedAt,
            UpdatedAt = ticket.UpdatedAt,
            LastMessageAt = ticket.LastMessageAt,
            ResolvedAt = ticket.ResolvedAt,
            ClosedAt = ticket.ClosedAt,
            Messages = [.. messages.Select(m => ViewOf(m, files))],
            Files = files,
            FirstResponse = actor.IsStaff ? SlaView.FirstResponse(ticket, policy, actor.Now) : null,
            Resolution = actor.IsStaff ? SlaView.Resolution(ticket, policy, actor.Now) : null,
            Short = ticket.Short,
        };

    /// <summary>The id of a ticket by either of its numbers, or by its id as a text. NotFound unless the actor may act on it.</summary>
    public async Task<Guid> Numbered(Actor actor, string text)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        if (Guid.TryParse(text, out var id))
            return (await Tickets.Find(db, actor, id)).Id;
        if (text.Length > 20 || !TextAttribute.CanBeStored(text))
            throw Refusal.NotFound();
        var (number, said) = (text.ToUpperInvariant(), ShortNumber.Read(text));
        return await db
                .Tickets.Where(t => (t.Number == number || t.Short == said) && (actor.IsStaff || t.CustomerId == actor.CustomerId))
                .Select(t => (Guid?)t.Id)
                .SingleOrDefaultAsync()
            ?? throw Refusal.NotFound();
    }

    /// <summary>NotFound unless the actor may act on the ticket.</summary>
    public async Task Demand(Actor actor, Guid ticketId)
    {
        await using var db = store.Open(actor);
        await Tickets.Find(db, actor, ticketId);
    }

    internal static MessageView ViewOf(Message m, IReadOnlyList<AttachmentView> files) =>
        new()
        {
            Id = m.Id,
            TicketId = m.TicketId,
            AuthorId = m.AuthorId,
            AuthorName = m.AuthorName,
            Kind = m.Kind,
            Direction = m.Direction,
            Body = m.Body,
            CreatedAt = m.CreatedAt,
            Files = [.. files.Where(f => f.MessageId == m.Id)],
        };
}
