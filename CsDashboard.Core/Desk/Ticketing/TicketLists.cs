using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Sla;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>The reads of the desk and the portal. Staff see the company's tickets, a customer their own and never a note.</summary>
public sealed class TicketLists(Store store, SlaPolicies policies, ISearchIndex index)
{
    private const int MessagesAtOnce = 100;
    private const int MaxFound = 500;

    // How many subjects are read through when the index finds nothing.
    private const int Window = 5_000;

    // Parts of fifty hits each; a word in every message of long tickets gives fewer tickets.
    private const int MaxParts = 20;
    private static readonly string[] ForCustomers = [DeskIndex.TicketKind, DeskIndex.MessageKind];
    private static readonly string[] ForStaff = [.. ForCustomers, DeskIndex.NoteKind];

    /// <summary>A page of tickets. Invalid for an unknown list, order, status or cursor; the size is clamped to 1 to 100.</summary>
    public async Task<Page<TicketRow>> List(Actor actor, TicketFilter filter, CancellationToken cancellation = default)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        var size = Math.Clamp(filter.Size, 1, 100);
        var (sought, me) = (filter.Search?.Trim() is { Length: > 0 }, actor.UserId ?? Guid.Empty);
        var rows = new List<TicketRow>(size + 1);
        Func<TicketRow, DateTimeOffset> at = r => r.LastMessageAt;
        if (!sought && actor.IsStaff && filter with { Size = 50, List = "all" } == TicketFilter.Latest && filter.List is "all" or "")
        {
            await foreach (var row in TicketRows.Latest(db)(db, db.Actor.TenantId, me, size + 1).WithCancellation(cancellation))
                rows.Add(row);
        }
        else
        {
            var tickets = await Searched(db, actor, filter, Filtered(db, actor, filter));
            (var ordered, at) = Ordered(tickets, filter.Sort, Cursor.Read(filter.After));
            rows = await ordered.Take(size + 1).Select(TicketRows.Of(db, me)).ToListAsync(cancellation);
        }
        return Page.Of(rows, size, row => new(at(row), row.Id));
    }

    private static IQueryable<Ticket> Filtered(AppDb db, Actor actor, TicketFilter filter)
    {
        // A live chat is answered in the chat; it stands in these lists once it has become a ticket or is closed.
        var tickets = db.Tickets.Where(t => !t.InChat);
        if (actor.Role == Role.Customer)
        {
            var own = actor.DemandCustomer();
            tickets = tickets.Where(t => t.CustomerId == own);
        }
        var (me, mentions, now) = (actor.UserId, db.Mentions, actor.Now);
        tickets = filter.List switch
        {
            "all" or "" => tickets,
            "mine" => Unfinished(tickets.Where(t => t.AssigneeId == me)),
            "unassigned" => Unfinished(tickets.Where(t => t.AssigneeId == null)),
            "overdue" when actor.IsStaff => tickets.Where(t => t.NextDueAt < now),
            "mentions" => tickets.Where(t => mentions.Any(m => m.UserId == me && m.TicketId == t.Id)),
            _ => throw Refusal.Invalid("list", Words.Of("Word_Unknown", "all, mine, unassigned, overdue, mentions")),
        };
        // Work to do, unless a status was asked for.
        IQueryable<Ticket> Unfinished(IQueryable<Ticket> some) => string.IsNullOrEmpty(filter.Status) ? some.Where(t => t.IsOpen) : some;

        if (string.Equals(filter.Status, "unresolved", StringComparison.Ordinal))
            tickets = tickets.Where(t => t.IsOpen);
        else if (string.Equals(filter.Status, "done", StringComparison.Ordinal))
            tickets = tickets.Where(t => !t.IsOpen);
        else if (Word.Read<TicketStatus>("status", filter.Status) is { } status)
        {
            var behind = filter.InPortalWords ? TicketStatuses.Those(s => s.PortalWord == PortalWords.Of(status)) : [status];
            tickets = behind.Count == 1 ? tickets.Where(t => t.Status == status) : tickets.Where(t => behind.Contains(t.Status));
        }
        if (Word.Read<TicketPriority>("priority", filter.Priority) is { } priority)
            tickets =
                filter.InPortalWords && priority == TicketPriority.High
                    ? tickets.Where(t => t.Priority == TicketPriority.High || t.Priority == TicketPriority.Urgent)
                    : tickets.Where(t => t.Priority == priority);
        if (Word.Read<TicketCategory>("category", filter.Category) is { } category)
            tickets = tickets.Where(t => t.Category == category);
        if (Word.Read<TicketType>("type", filter.Type) is { } type)
            tickets = tickets.Where(t => t.Type == type);
        if (filter.Since is { } since)
            tickets = tickets.Where(t => t.CreatedAt >= since);
        if (filter.CustomerId is { } customer)
            tickets = tickets.Where(t => t.CustomerId == customer);
        if (!string.IsNullOrWhiteSpace(filter.Tag))
        {
            var tag = "," + filter.Tag.Trim().ToLowerInvariant() + ",";
            tickets = tickets.Where(t => t.TagText.Contains(tag));
        }
        return tickets;
    }

    // The ids are read from the index first, so that pages are cut from one set in the list's order, however it is sorted.
    private async Task<IQueryable<Ticket>> Searched(AppDb db, Actor actor, TicketFilter filter, IQueryable<Ticket> tickets)
    {
        var text = filter.Search?.Replace('\0', ' ').Trim() ?? "";
        if (text.Length == 0)
            return tickets;
        var (number, said) = (text.ToUpperInvariant(), ShortNumber.Read(text));
        if (ShortNumber.IsNamed(text))
            return tickets.Where(t => t.Short == said);
        var ids = await Found(db, actor, text, filter.CustomerId);
        // Nothing found: it may be part of a word in the subject of a newer ticket.
        if (ids.Count == 0 && Sought.For(text) is { } sought)
            ids =
            [
                .. (
                    await tickets
                        .OrderByDescending(t => t.CreatedAt)
                        .ThenByDescending(t => t.Id)
                        .Take(Window)
                        .Select(t => new { t.Id, t.Subject })
                        .ToListAsync()
                )
                    .Where(t => sought.In(t.Subject))
                    .Select(t => t.Id)
                    .Take(MaxFound),
            ];
        return tickets.Where(t => t.Number == number || t.Short == said || ids.Contains(t.Id));
    }

    private async Task<HashSet<Guid>> Found(AppDb db, Actor actor, string text, Guid? customerId)
    {
        var staff = actor.IsStaff;
        var query = new SearchQuery(text, staff ? Audience.Staff : Audience.Customer)
        {
            Kinds = staff ? ForStaff : ForCustomers,
            CustomerId = staff ? customerId : actor.DemandCustomer(),
            Limit = 50,
        };
        var ids = new HashSet<Guid>();
        for (var part = 0; part < MaxParts && ids.Count < MaxFound; part++)
        {
            var hits = await index.Find(db, query);
            foreach (var hit in hits)
                ids.Add(hit.ParentId ?? hit.SubjectId);
            if (hits.Count < query.Limit)
                break;
            query = query with { Before = hits[^1].RowId };
        }
        return ids;
    }

    private static (IQueryable<Ticket>, Func<TicketRow, DateTimeOffset>) Ordered(IQueryable<Ticket> tickets, string sort, Cursor? after)
    {
        var (at, id) = (after?.At ?? default, after?.Id ?? default);
        switch (sort)
        {
            case "activity" or "":
                if (after is not null)
                    tickets = tickets.Where(t => t.LastMessageAt < at || (t.LastMessageAt == at && t.Id < id));
                return (tickets.OrderByDescending(t => t.LastMessageAt).ThenByDescending(t => t.Id), r => r.LastMessageAt);
            case "created":
                if (after is not null)
                    tickets = tickets.Where(t => t.CreatedAt < at || (t.CreatedAt == at && t.Id < id));
                return (tickets.OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id), r => r.CreatedAt);
            case "waiting":
                tickets = tickets.Where(t => t.IsOpen && t.AwaitsStaff);
                if (after is not null)
                    tickets = tickets.Where(t => t.LastMessageAt > at || (t.LastMessageAt == at && t.Id > id));
                return (tickets.OrderBy(t => t.LastMessageAt).ThenBy(t => t.Id), r => r.LastMessageAt);
            case "due":
                if (after is not null)
                    tickets = tickets.Where(t => t.NextDueAt > at || (t.NextDueAt == at && t.Id > id));
                return (tickets.OrderBy(t => t.NextDueAt).ThenBy(t => t.Id), r => r.NextDueAt);
            default:
                throw Refusal.Invalid("sort", Words.Of("Word_Unknown", "activity, created, waiting, due"));
        }
    }

    /// <summary>
    /// One ticket with its last hundred messages, oldest first, or the hundred before a cursor. NotFound for one that is not the actor's.
    /// </summary>
    public async Task<TicketDetail> Get(Actor actor, Guid ticketId, string? messagesBefore = null)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        var ticket = await Tickets.Find(db, actor, ticketId);
        var staff = actor.IsStaff;
        var customer = await db.Customers.Where(c => c.Id == ticket.CustomerId).Select(Requester.Of).SingleAsync();
        var assignee = ticket.AssigneeId is { } a ? await db.Users.Where(u => u.Id == a).Select(u => u.Name).SingleOrDefaultAsync() : null;
        var said = db.Messages.Where(m => m.TicketId == ticketId && (staff || m.Kind == MessageKind.Reply));
        if (Cursor.Read(messagesBefore) is { } before)
            said = said.Where(m => m.CreatedAt < before.At || (m.CreatedAt == before.At && m.Id < before.Id));
        var messages = await said.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(MessagesAtOnce + 1).ToListAsync();
        var older = messages.Count > MessagesAtOnce;
        if (older)
            messages.RemoveAt(MessagesAtOnce);
        messages.Reverse();
        var opening =
            older || messagesBefore is not null
                ? await db
                    .Messages.Where(m => m.TicketId == ticketId && m.Kind == MessageKind.Reply)
                    .OrderBy(m => m.CreatedAt)
                    .ThenBy(m => m.Id)
                    .Select(m => m.Body)
                    .FirstOrDefaultAsync()
                : messages.Find(m => m.Kind == MessageKind.Reply)?.Body;
        var files = await db
            .Attachments.Where(f => f.TicketId == ticketId && (staff || !f.StaffOnly))
            .OrderBy(f => f.CreatedAt)
            .ThenBy(f => f.Id)
            .Take(1000)
            .Select(FileView)
            .ToListAsync();
        var feedback = await db
            .Feedback.Where(f => f.TicketId == ticketId)
            .Select(f => new FeedbackView(f.Id, f.TicketId, f.Rating, f.Comment, f.CreatedAt))
            .SingleOrDefaultAsync();
        var card = await db.SubjectCards.SingleOrDefaultAsync(c => c.TicketId == ticketId);
        return DetailOf(actor, ticket, customer, messages, files, await policies.Of(db)) with
        {
            AssigneeName = assignee,
            HasOlderMessages = older,
            Description = opening ?? "",
            Feedback = feedback,
            Card = card?.View,
        };
    }

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

    /// <summary>
    /// How many tickets each list of the inbox holds, up to <see cref="CsDashboard.Desk.Ticketing.InboxCounts.Cap"/>: every count stops
    /// there, so it never walks a large table.
    /// </summary>
    public async Task<InboxCounts> Counts(Actor actor)
    {
        actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        async Task<int> Count(TicketFilter filter) =>
            await Filtered(db, actor, filter).Select(t => t.Id).Take(InboxCounts.Cap).CountAsync();
        var byStatus = new Dictionary<TicketStatus, int>();
        foreach (var status in Enum.GetValues<TicketStatus>())
            byStatus[status] = await Count(new TicketFilter { Status = Word.Of(status) });
        var me = actor.UserId;
        return new InboxCounts(
            await Count(new TicketFilter { List = "mine" }),
            await Count(new TicketFilter { List = "unassigned" }),
            await Count(new TicketFilter { List = "overdue" }),
            await Count(new TicketFilter()),
            await db.Mentions.Where(m => m.UserId == me).Select(m => m.TicketId).Distinct().Take(InboxCounts.Cap).CountAsync(),
            byStatus
        );
    }

    /// <summary>The figures of the customer that the actor is.</summary>
    public async Task<TicketStats> MyStats(Actor actor)
    {
        var customerId = actor.DemandCustomer();
        await using var db = store.Open(actor);
        var byStatus = await db
            .Tickets.Where(t => t.CustomerId == customerId && !t.InChat)
            .GroupBy(t => t.Status)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync();
        var done = byStatus.Where(s => !s.Key.IsOpen).Sum(s => s.Count);
        var total = byStatus.Sum(s => s.Count);
        return new TicketStats(total, total - done, byStatus.Where(s => s.Key == TicketStatus.Pending).Sum(s => s.Count), done);
    }

    /// <summary>Tags in use, for choosing from: of the last 500 tickets, the most used first.</summary>
    public async Task<IReadOnlyList<string>> Tags(Actor actor)
    {
        actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        var texts = await db.Tickets.OrderByDescending(t => t.LastMessageAt).Take(500).Select(t => t.TagText).ToListAsync();
        return [.. texts.SelectMany(Ticket.SplitTags).GroupBy(t => t).OrderByDescending(g => g.Count()).Select(g => g.Key).Take(50)];
    }
}
