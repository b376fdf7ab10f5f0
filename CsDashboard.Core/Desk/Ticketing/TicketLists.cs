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
public sealed class TicketLists(Store store, SlaPolicies promises, ISearchIndex index)
{
    private const int MessagesAtOnce = 100;
    private const int MaxFound = 500;

    // How many subjects are read through when the index finds nothing.
    private const int Window = 5_000;

    // A word in every message of long tickets gives fewer tickets.
    private const int MaxHits = 1_000;
    private static readonly string[] ForCustomers = [DeskIndex.TicketKind, DeskIndex.MessageKind];
    private static readonly string[] ForStaff = [.. ForCustomers, DeskIndex.NoteKind];

    /// <summary>A page of tickets. Invalid for an unknown list, order, status or cursor; the size is clamped to 1 to 100.</summary>
    public async Task<Page<TicketRow>> List(Actor actor, TicketFilter filter, CancellationToken cancellation = default)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        var shape = ShapeOf(actor, filter);
        var (size, after) = (Math.Clamp(filter.Size, 1, 100), Cursor.Read(filter.After));
        await using var db = store.Open(actor);
        Guid[]? ids = null;
        if (Asked(filter.Search) is { Length: > 0 } text)
            ids = [.. await Found(db, actor, text, filter.CustomerId)];
        shape = shape with { Ids = ids is not null, After = after is not null };
        var rows = ids is { Length: 0 } ? [] : await shape.Read.List(db, ValuesOf(actor, filter, size + 1, ids, after), cancellation);
        Func<TicketRow, DateTimeOffset> at = shape.Sort switch
        {
            "created" => row => row.CreatedAt,
            "due" => row => row.NextDueAt,
            _ => row => row.LastMessageAt,
        };
        return Page.Of(rows, size, row => new(at(row), row.Id));
    }

    private static TicketShape ShapeOf(Actor actor, TicketFilter filter)
    {
        var list = filter.List switch
        {
            "all" or "" => "all",
            "mine" or "unassigned" or "mentions" => filter.List,
            "overdue" when actor.IsStaff => filter.List,
            _ => throw Refusal.Invalid("list", Words.Of("Word_Unknown", "all, mine, unassigned, overdue, mentions")),
        };
        var sort = filter.Sort switch
        {
            "" => "activity",
            "activity" or "created" or "waiting" or "due" => filter.Sort,
            _ => throw Refusal.Invalid("sort", Words.Of("Word_Unknown", "activity, created, waiting, due")),
        };
        var (statuses, isOpen) = Statuses(filter);
        var priority = Word.Read<TicketPriority>("priority", filter.Priority);
        return new()
        {
            List = list,
            Own = actor.Role == Role.Customer,
            Sort = sort,
            Statuses = statuses,
            // Work to do, unless a status was asked for.
            IsOpen = list is "mine" or "unassigned" && string.IsNullOrEmpty(filter.Status) ? true : isOpen,
            Priority = priority is not null,
            IsHigh = filter.InPortalWords && priority == TicketPriority.High,
            Category = Word.Read<TicketCategory>("category", filter.Category) is not null,
            Type = Word.Read<TicketType>("type", filter.Type) is not null,
            Since = filter.Since is not null,
            Customer = filter.CustomerId is not null,
            Tag = !string.IsNullOrWhiteSpace(filter.Tag),
        };
    }

    private static (int Statuses, bool? IsOpen) Statuses(TicketFilter filter) =>
        filter.Status switch
        {
            "unresolved" => (0, true),
            "done" => (0, false),
            _ => Word.Read<TicketStatus>("status", filter.Status) switch
            {
                null => (0, null),
                { } one when filter.InPortalWords => (
                    TicketShape.Bits(TicketStatuses.Those(s => s.PortalWord == PortalWords.Of(one))),
                    null
                ),
                { } one => (TicketShape.Bits(one), null),
            },
        };

    private static TicketValues ValuesOf(Actor actor, TicketFilter filter, int take, Guid[]? ids, Cursor? after) =>
        new()
        {
            Me = actor.UserId ?? Guid.Empty,
            Tenant = actor.TenantId,
            Take = take,
            Own = actor.Role == Role.Customer ? actor.DemandCustomer() : default,
            Now = actor.Now,
            Priority = Word.Read<TicketPriority>("priority", filter.Priority) ?? default,
            Category = Word.Read<TicketCategory>("category", filter.Category) ?? default,
            Type = Word.Read<TicketType>("type", filter.Type) ?? default,
            Since = filter.Since ?? default,
            Customer = filter.CustomerId ?? default,
            Tag = filter.Tag?.Trim().ToLowerInvariant() ?? "",
            Ids = ids ?? [],
            At = after?.At ?? default,
            Id = after?.Id ?? default,
        };

    // The tickets that the words are in, and those whose number they are. Their ids come first, so that pages are cut from one set in the list's
    // order, however it is sorted.
    private async Task<HashSet<Guid>> Found(AppDb db, Actor actor, string text, Guid? customerId)
    {
        var found = ShortNumber.IsNamed(text) ? [] : await InTexts(db, actor, text, customerId);
        if (found.Count == 0 && !ShortNumber.IsNamed(text) && Sought.For(text) is { } part)
            found.UnionWith(await InSubjects(db, actor, part));
        var (number, said) = (text.ToUpperInvariant(), ShortNumber.Read(text));
        found.UnionWith(await Numbers.List(db, new(ShortNumber.IsNamed(text) ? "" : number, said ?? 0)));
        return found;
    }

    // It may be part of a word in the subject of a newer ticket, where the index finds nothing.
    private static async Task<IEnumerable<Guid>> InSubjects(AppDb db, Actor actor, Sought part)
    {
        Guid? own = actor.IsStaff ? null : actor.DemandCustomer();
        var newest = await db
            .Tickets.Where(t => own == null || t.CustomerId == own)
            .OrderByDescending(t => t.CreatedAt)
            .ThenByDescending(t => t.Id)
            .Take(Window)
            .Select(t => new { t.Id, t.Subject })
            .ToListAsync();
        return newest.Where(t => part.In(t.Subject)).Select(t => t.Id).Take(MaxFound);
    }

    private async Task<HashSet<Guid>> InTexts(AppDb db, Actor actor, string text, Guid? customerId) =>
        [
            .. (
                await index.Subjects(
                    db,
                    new SearchQuery(text, actor.IsStaff ? Audience.Staff : Audience.Customer)
                    {
                        Kinds = actor.IsStaff ? ForStaff : ForCustomers,
                        CustomerId = actor.IsStaff ? customerId : actor.DemandCustomer(),
                    },
                    MaxHits
                )
            ).Take(MaxFound),
        ];

    // Tickets of a number, either of the two.
    private static readonly CompiledRead<AskedNumber, Guid> Numbers = new(
        (db, asked) => db.Set<Ticket>().Where(t => t.Number == asked.Number || t.Short == asked.Short).Select(t => t.Id)
    );

    private sealed record AskedNumber(string Number, int Short);

    private sealed record Counting(Guid Me, DateTimeOffset Now, int Cap);

    private sealed record Counted(TicketStatus Status, int All, int Mine, int Unassigned);

    private static readonly CompiledRead<Counting, Counted> ByStatus = new(
        (db, asked) =>
            db.Set<TicketCount>()
                .GroupBy(c => c.Status)
                .Select(g => new Counted(
                    g.Key,
                    g.Sum(c => c.Count),
                    g.Sum(c => c.AssigneeId == asked.Me ? c.Count : 0),
                    g.Sum(c => c.AssigneeId == Guid.Empty ? c.Count : 0)
                ))
    );

    // Each count stops at the cap, so it never walks a large table.
    private static readonly CompiledRead<Counting, int> Overdue = new(
        (db, asked) =>
            db.Set<Ticket>()
                .Where(t => !t.InChat && t.NextDueAt < asked.Now)
                .Select(t => t.Id)
                .Take(asked.Cap)
                .GroupBy(_ => 1)
                .Select(g => g.Count())
    );

    private static readonly CompiledRead<Counting, int> Mentioning = new(
        (db, asked) =>
            db.Set<Mention>()
                .Where(m => m.UserId == asked.Me)
                .Select(m => m.TicketId)
                .Distinct()
                .Take(asked.Cap)
                .GroupBy(_ => 1)
                .Select(g => g.Count())
    );

    private static string Asked(string? text) => text?.Replace('\0', ' ').Trim() ?? "";

    /// <summary>One ticket with its last hundred messages, oldest first, or the hundred before a cursor. NotFound for one that is not the actor's.</summary>
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
        return DetailOf(actor, head.Ticket, head.Customer, messages, files, await promises.Of(db)) with
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
    /// What the actor is shown of a ticket; customers see no promise. The messages and files are those the actor may see. What else belongs
    /// to it the caller adds.
    /// </summary>
    internal static TicketDetail DetailOf(
        Actor actor,
        Ticket ticket,
        Requester customer,
        IReadOnlyList<Message> messages,
        IReadOnlyList<AttachmentView> files,
        SlaPolicy promise
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
            FirstResponse = actor.IsStaff ? SlaView.FirstResponse(ticket, promise, actor.Now) : null,
            Resolution = actor.IsStaff ? SlaView.Resolution(ticket, promise, actor.Now) : null,
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

    /// <summary>How many tickets each list of the inbox holds now. Those by status and assignee are kept with every change; late ones and mentions are counted up to <see cref="InboxCounts.Cap"/>.</summary>
    public async Task<InboxCounts> Counts(Actor actor)
    {
        actor.Demand(DeskRights.Answer);
        var asked = new Counting(actor.UserId ?? Guid.Empty, actor.Now, InboxCounts.Cap);
        await using var db = store.Open(actor);
        var statuses = await ByStatus.List(db, asked);
        var open = statuses.Where(s => s.Status.IsOpen).ToList();
        return new InboxCounts(
            open.Sum(s => s.Mine),
            open.Sum(s => s.Unassigned),
            await Overdue.First(db, asked),
            statuses.Sum(s => s.All),
            await Mentioning.First(db, asked),
            Enum.GetValues<TicketStatus>().ToDictionary(s => s, s => statuses.Find(c => c.Status == s)?.All ?? 0)
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
