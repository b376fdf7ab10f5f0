using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Sla;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>What people and programs do with tickets. Reads are in <see cref="TicketLists"/>.</summary>
public sealed class Tickets(Store store, SlaPolicies policies, TicketLists lists, Shares shares)
{
    /// <summary>How many a customer may open within an hour, since admins are told of each.</summary>
    public const int AnHour = 20;
    private const int ExcerptLength = 300;

    /// <summary>
    /// A customer opens a ticket of their own; its first message is the description. Sent twice with one key, it opens once. TooMany beyond
    /// twenty within an hour.
    /// </summary>
    public Task<TicketDetail> Open(Actor actor, NewTicket input) => Open(actor, input, actor.DemandCustomer(), byCustomer: true);

    /// <summary>Staff open a ticket for a customer of the company. NotFound for a customer that is not there.</summary>
    public Task<TicketDetail> OpenFor(Actor actor, Guid customerId, NewTicket input, Guid? assigneeId = null)
    {
        actor.Demand(DeskRights.Answer);
        return Open(actor, input, customerId, byCustomer: false, assigneeId);
    }

    private async Task<TicketDetail> Open(Actor actor, NewTicket input, Guid customerId, bool byCustomer, Guid? assigneeId = null)
    {
        input.Checked();
        var key = input.Key;
        var (already, opened) = await store.Write(
            actor,
            async db =>
            {
                await Drafts.Sent(db, input.Boxes);
                if (
                    key is not null
                    && await db
                        .Tickets.Where(t => t.OpenedBy == actor.UserId && t.ClientKey == key)
                        .Select(t => (Guid?)t.Id)
                        .FirstOrDefaultAsync()
                        is { } id
                )
                    return (id, (TicketDetail?)null);
                await shares.Demand(
                    actor,
                    "Share_Tickets",
                    AnHour,
                    TimeSpan.FromHours(1),
                    db.Tickets.Where(t => t.CustomerId == customerId && t.OpenedBy == actor.UserId).Select(t => t.CreatedAt)
                );
                var policy = await policies.Of(db);
                var ticket = Ticket.Open(input, customerId, byCustomer, policy, actor);
                var customer = await Enter(db, ticket);
                var message = byCustomer
                    ? ticket.Say(input.Description!, null, actor)
                    : new Message(ticket.Id, actor, MessageKind.Reply, MessageDirection.Inbound, input.Description!.Trim(), null);
                db.Messages.Add(message);
                var files = await Attachments.Claim(db, input.AttachmentIds, ticket, message);
                var card = await SubjectCards.Claim(db, input.CardId, ticket);
                db.Record(Opened(ticket, customer, message, byCustomer));
                var assignee = assigneeId is null ? null : await Assign(db, ticket, assigneeId, actor);
                return (
                    ticket.Id,
                    TicketLists.DetailOf(actor, ticket, customer, [message], files, policy) with
                    {
                        AssigneeName = assignee,
                        Description = message.Body,
                        Card = card,
                    }
                );
            }
        );
        return opened ?? await lists.Get(actor, already);
    }

    /// <summary>
    /// Writes to the other side: the customer to the company, or staff to the customer. NotFound for a ticket that
    /// is not the actor's. Conflict <c>newer_message</c> when staff answer without having seen what the customer wrote last, and
    /// <c>in_chat</c> while it is a live chat, which has its own verb for that (<see cref="CsDashboard.Desk.LiveChat.Chats.Say"/>).
    /// </summary>
    public async Task<MessageView> Reply(Actor actor, Guid ticketId, NewMessage input)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        input.Checked();
        return await store.Write(
            actor,
            async db =>
            {
                var ticket = await Find(db, actor, ticketId);
                await Drafts.Sent(db, input.Box);
                var key = KeyOf(actor, MessageKind.Reply, input.Key);
                if (await SaidAlready(db, ticketId, key) is { } already)
                    return already;
                if (ticket.InChat)
                    throw Refusal.Conflict(Words.Of("Chat_AnswerThere"), "in_chat");
                var byCustomer = actor.Role == Role.Customer;
                if (
                    !byCustomer
                    && input.SeenUntil is { } seen
                    && await db.Messages.AnyAsync(m =>
                        m.TicketId == ticketId && m.Direction == MessageDirection.Inbound && m.CreatedAt > seen
                    )
                )
                    throw Refusal.Conflict(Words.Of("Reply_Newer"), "newer_message");
                ticket.Under(await policies.Of(db));
                var (before, assignee) = (ticket.Status, ticket.AssigneeId);
                var message = byCustomer ? ticket.Say(input.Body!, key, actor) : ticket.Answer(input.Body!, key, actor);
                db.Messages.Add(message);
                var files = await Attachments.Claim(db, input.AttachmentIds, ticket, message);
                await See(db, actor, ticketId, actor.Now);
                var taken = ticket.AssigneeId;
                if (!byCustomer && input.Status is not null)
                    ticket.MoveTo(Word.Read(input.Status, ticket.Status), actor.Now);
                db.Record(
                    new MessageAdded
                    {
                        TicketId = ticket.Id,
                        MessageId = message.Id,
                        Number = ticket.ShortNumber,
                        Title = ticket.Subject,
                        CustomerId = ticket.CustomerId,
                        AssigneeId = taken,
                        ByCustomer = byCustomer,
                        Author = actor.Name,
                        Excerpt = Excerpt(message.Body),
                        MovedTo = byCustomer || ticket.Status == before ? null : ticket.Status,
                    }
                );
                if (taken != assignee)
                    db.Record(new TicketAssigned(ticket.Id, ticket.ShortNumber, ticket.Subject, assignee, taken, actor.Name));
                RecordMove(db, ticket, before, byCustomer, byAnswer: !byCustomer);
                return TicketLists.ViewOf(message, files);
            }
        );
    }

    /// <summary>Writes something that only staff will ever see; @Name calls a colleague in.</summary>
    public async Task<MessageView> Remark(Actor actor, Guid ticketId, NewMessage input)
    {
        actor.Demand(DeskRights.Answer);
        input.Checked();
        return await store.Write(
            actor,
            async db =>
            {
                var ticket = await Find(db, actor, ticketId);
                await Drafts.Sent(db, input.Box);
                var key = KeyOf(actor, MessageKind.Note, input.Key);
                if (await SaidAlready(db, ticketId, key) is { } already)
                    return already;
                var note = ticket.Remark(input.Body!, key, actor);
                db.Messages.Add(note);
                var files = await Attachments.Claim(db, input.AttachmentIds, ticket, note);
                var mentioned = await Mentioned(db, note.Body);
                foreach (var user in mentioned)
                    db.Mentions.Add(
                        new Mention
                        {
                            UserId = user,
                            TicketId = ticketId,
                            MessageId = note.Id,
                            At = actor.Now,
                        }
                    );
                db.Record(new NoteAdded(ticket.Id, note.Id, ticket.ShortNumber, ticket.Subject, actor.Name, Excerpt(note.Body), mentioned));
                return TicketLists.ViewOf(note, files);
            }
        );
    }

    /// <summary>
    /// Changes what the input names, all of it or nothing. Invalid for an assignee who isn't an agent or admin of the company.
    /// </summary>
    public async Task<TicketDetail> Change(Actor actor, Guid ticketId, TicketChange change)
    {
        actor.Demand(DeskRights.Answer);
        change.Checked();
        await store.Write(actor, async db => await Apply(db, actor, await Find(db, actor, ticketId), change));
        return await lists.Get(actor, ticketId);
    }

    /// <summary>The same change to up to 100 tickets, in one transaction. NotFound when one of them is not there.</summary>
    public async Task ChangeAll(Actor actor, IReadOnlyCollection<Guid> ticketIds, TicketChange change)
    {
        actor.Demand(DeskRights.Answer);
        change.Checked();
        if (ticketIds.Count is 0 or > 100)
            throw Refusal.Invalid("ids", Words.Of("Bulk_Tickets", 100));
        await store.Write(
            actor,
            async db =>
            {
                foreach (var id in ticketIds.Distinct())
                    await Apply(db, actor, await Find(db, actor, id), change);
            }
        );
    }

    /// <summary>The customer or staff closes it. Safe to repeat.</summary>
    public Task Close(Actor actor, Guid ticketId) => Move(actor, ticketId, TicketStatus.Closed);

    /// <summary>Opens a ticket that is done again. Safe to repeat; does nothing to one that is not done.</summary>
    public Task Reopen(Actor actor, Guid ticketId) => Move(actor, ticketId, TicketStatus.Open);

    /// <summary>The actor has seen everything so far.</summary>
    public async Task MarkSeen(Actor actor, Guid ticketId)
    {
        if (actor.UserId is null)
            return;
        await store.Write(
            actor,
            async db =>
            {
                var ticket = await Find(db, actor, ticketId);
                await See(db, actor, ticketId, ticket.LastMessageAt > actor.Now ? ticket.LastMessageAt : actor.Now);
            }
        );
    }

    /// <summary>The last message is new to the actor again, as if they had not opened the ticket. Safe to repeat.</summary>
    public async Task MarkUnseen(Actor actor, Guid ticketId)
    {
        if (actor.UserId is not { } user)
            return;
        await store.Write(
            actor,
            async db =>
            {
                var before = (await Find(db, actor, ticketId)).LastMessageAt.AddMilliseconds(-1);
                await See(db, actor, ticketId, before);
                var read = db.TicketReads.Local.Single(r => r.UserId == user && r.TicketId == ticketId);
                if (read.SeenAt > before)
                    read.SeenAt = before;
            }
        );
    }

    /// <summary>
    /// How satisfied the customer is, 1 to 5, once for each ticket (contract: portal, Feedback). Invalid while the ticket is neither
    /// resolved nor closed; Conflict the second time.
    /// </summary>
    public async Task<FeedbackView> Rate(Actor actor, FeedbackInput input)
    {
        var customerId = actor.DemandCustomer();
        input.Checked();
        if (!Guid.TryParse(input.TicketId, out var ticketId))
            throw Refusal.NotFound();
        return await store.Write(
            actor,
            async db =>
            {
                var ticket = await Find(db, actor, ticketId);
                if (!ticket.IsDone)
                    throw Refusal.Invalid("ticketId", Words.Of("Feedback_Open"));
                if (await db.Feedback.AnyAsync(f => f.TicketId == ticketId))
                    throw Refusal.Conflict(Words.Of("Feedback_Twice"));
                var feedback = new Feedback
                {
                    TicketId = ticketId,
                    CustomerId = customerId,
                    Rating = input.Rating!.Value,
                    CreatedAt = actor.Now,
                    Comment = string.IsNullOrWhiteSpace(input.Comment) ? null : input.Comment.Trim(),
                };
                db.Feedback.Add(feedback);
                db.Record(
                    new FeedbackGiven(
                        ticketId,
                        ticket.ShortNumber,
                        ticket.Subject,
                        customerId,
                        actor.Name,
                        feedback.Rating,
                        feedback.Comment
                    )
                );
                return new FeedbackView(feedback.Id, ticketId, feedback.Rating, feedback.Comment, feedback.CreatedAt);
            }
        );
    }

    /// <summary>Adds a new ticket, with numbers that no other has or had. Gives its customer; NotFound for an unknown one.</summary>
    internal static async Task<Requester> Enter(AppDb db, Ticket ticket)
    {
        ticket.TenantId = db.Actor.TenantId;
        Opening found;
        // With eight digits, two of a year's hundred thousand tickets may draw the same number.
        while ((found = await Look.First(db, new(ticket.CustomerId, ticket.Number)) ?? throw Refusal.NotFound()).NumberIsTaken)
            ticket.Renumber(db.Actor.Now);
        ticket.Count(found.Last + 1);
        db.Tickets.Add(ticket);
        return found.Customer;
    }

    /// <summary>What is recorded of a new ticket, with what was said first.</summary>
    internal static TicketOpened Opened(Ticket ticket, Requester customer, Message first, bool byCustomer) =>
        new(
            ticket.Id,
            ticket.ShortNumber,
            ticket.Subject,
            ticket.CustomerId,
            customer.Name,
            ticket.Priority,
            Excerpt(first.Body),
            byCustomer
        );

    /// <summary>These tickets are about to be erased; their numbers are not given again.</summary>
    internal static async Task NeverAgain(AppDb db, IQueryable<Ticket> tickets)
    {
        if (await tickets.MaxAsync(t => (int?)t.Short) is not { } highest)
            return;
        var row = await db.ErasedNumbers.SingleOrDefaultAsync();
        if (row is null)
            db.ErasedNumbers.Add(row = new ErasedNumber { TenantId = db.Actor.TenantId });
        row.Highest = Math.Max(row.Highest, highest);
    }

    private static readonly CompiledRead<AskedOpening, Opening> Look = new(
        (db, asked) =>
            db.Set<Customer>()
                .Where(c => c.Id == asked.CustomerId)
                .Select(c => new Opening(
                    new Requester(c.Id, c.PublicId, c.Name, c.Email, c.Phone, c.Language, c.TimeZone),
                    db.Set<Ticket>().Any(t => t.Number == asked.Number),
                    db.Set<Ticket>().Max(t => (int?)t.Short) ?? ShortNumber.BeforeFirst,
                    db.Set<ErasedNumber>().Max(e => (int?)e.Highest) ?? 0
                ))
    );

    private sealed record AskedOpening(Guid CustomerId, string Number);

    private async Task Move(Actor actor, Guid ticketId, TicketStatus status)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        await store.Write(
            actor,
            async db =>
            {
                var ticket = (await Find(db, actor, ticketId)).Under(await policies.Of(db));
                if (status == TicketStatus.Open && !ticket.IsDone)
                    return;
                var before = ticket.Status;
                ticket.MoveTo(status, actor.Now);
                RecordMove(db, ticket, before, actor.Role == Role.Customer);
                await Chats.Follow(db, ticket);
            }
        );
    }

    private async Task Apply(AppDb db, Actor actor, Ticket ticket, TicketChange change)
    {
        var policy = await policies.Of(db);
        var (status, facts) = (ticket.Under(policy).Status, Facts(ticket));
        if (change.AssigneeId is not null)
            await Assign(db, ticket, AssigneeOf(change.AssigneeId), actor);
        if (change.Priority is not null)
            ticket.Prioritise(Word.Read(change.Priority, ticket.Priority), policy, actor.Now);
        if ((change.Category ?? change.Type) is not null)
            ticket.Sort(Word.Read(change.Category, ticket.Category), Word.Read(change.Type, ticket.Type), actor.Now);
        if (!string.IsNullOrWhiteSpace(change.Title))
            ticket.Rename(change.Title, actor.Now);
        if (change.Tags is not null)
            ticket.Tag(change.Tags, actor.Now);
        if (change.AddTags is not null)
            ticket.Tag(ticket.Tags.Concat(change.AddTags), actor.Now);
        if (change.Status is not null)
            ticket.MoveTo(Word.Read(change.Status, ticket.Status), actor.Now);
        if (Facts(ticket) is var after && after != facts)
            db.Record(new TicketChanged(ticket.Id, ticket.ShortNumber, facts, after));
        RecordMove(db, ticket, status, byCustomer: false);
        await Chats.Follow(db, ticket);
    }

    private static async Task<string?> Assign(AppDb db, Ticket ticket, Guid? assigneeId, Actor actor)
    {
        var name = assigneeId is { } id
            ? await db
                .Users.Where(u => u.Id == id && u.DisabledAt == null && (u.Role == Role.Agent || u.Role == Role.Admin))
                .Select(u => u.Name)
                .SingleOrDefaultAsync()
                ?? throw Refusal.Invalid("assigneeId", Words.Of("Assignee_Unknown"))
            : null;
        var before = ticket.AssigneeId;
        if (ticket.AssignTo(assigneeId, actor.Now))
            db.Record(new TicketAssigned(ticket.Id, ticket.ShortNumber, ticket.Subject, before, assigneeId, name));
        return name;
    }

    private static Guid? AssigneeOf(string text) =>
        text.Length == 0 ? null
        : Guid.TryParse(text, out var id) ? id
        : throw Refusal.Invalid("assigneeId", Words.Of("Assignee_Unknown"));

    private static TicketFacts Facts(Ticket ticket) => new(ticket.Subject, ticket.Priority, ticket.TagText, ticket.Category, ticket.Type);

    private static void RecordMove(AppDb db, Ticket ticket, TicketStatus before, bool byCustomer, bool byAnswer = false)
    {
        if (ticket.Status != before)
            db.Record(
                new StatusChanged(
                    ticket.Id,
                    ticket.ShortNumber,
                    ticket.Subject,
                    ticket.CustomerId,
                    before,
                    ticket.Status,
                    byCustomer,
                    byAnswer
                )
            );
    }

    /// <summary>The ticket, if the actor may act on it: staff on those of the company, a customer on their own.</summary>
    internal static async Task<Ticket> Find(AppDb db, Actor actor, Guid ticketId) =>
        await db.Tickets.SingleOrDefaultAsync(t => t.Id == ticketId && (actor.IsStaff || t.CustomerId == actor.CustomerId))
        ?? throw Refusal.NotFound();

    // A key belongs to its writer, and a reply's key is not a note's: naming somebody else's key neither shows their words nor loses one's
    // own.
    internal static string? KeyOf(Actor actor, MessageKind kind, string? key) =>
        key is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.UserId}/{kind}/{key}")));

    internal static async Task<MessageView?> SaidAlready(AppDb db, Guid ticketId, string? key)
    {
        if (key is null || await db.Messages.SingleOrDefaultAsync(m => m.TicketId == ticketId && m.ClientKey == key) is not { } message)
            return null;
        return TicketLists.ViewOf(
            message,
            await db.Attachments.Where(f => f.MessageId == message.Id).Select(TicketLists.FileView).ToListAsync()
        );
    }

    internal static async Task See(AppDb db, Actor actor, Guid ticketId, DateTimeOffset until)
    {
        if (actor.UserId is not { } user)
            return;
        var read = await db.TicketReads.SingleOrDefaultAsync(r => r.UserId == user && r.TicketId == ticketId);
        if (read is null)
            db.TicketReads.Add(
                new TicketRead
                {
                    UserId = user,
                    TicketId = ticketId,
                    SeenAt = until,
                }
            );
        else if (read.SeenAt < until)
            read.SeenAt = until;
    }

    // "@Karim please look": at each @ the longest name of a colleague that follows it, with or without the family name; so
    // "@Karim Aziz" calls no other Karim.
    private static async Task<IReadOnlyList<Guid>> Mentioned(AppDb db, string body)
    {
        if (!body.Contains('@', StringComparison.Ordinal))
            return [];
        var colleagues = await db
            .Users.Where(u => (u.Role == Role.Agent || u.Role == Role.Admin) && u.DisabledAt == null)
            .Select(u => new { u.Id, u.Name })
            .ToListAsync();
        var names = colleagues
            .SelectMany(c => new[] { (c.Id, c.Name), (c.Id, Name: PersonName.First(c.Name)) })
            .Distinct()
            .ToLookup(c => c.Name, c => c.Id, StringComparer.OrdinalIgnoreCase);
        var longestFirst = string.Join('|', names.Select(n => n.Key).OrderByDescending(n => n.Length).Select(Regex.Escape));
        var calls = Regex.Matches(
            body,
            $@"(?<!\w)@({longestFirst})(?!\w)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
        return [.. calls.SelectMany(call => names[call.Groups[1].Value]).Distinct()];
    }

    internal static string Excerpt(string text) => text.Length > ExcerptLength ? Lines.Cut(text, ExcerptLength) + "…" : text;

    private sealed record Opening(Requester Customer, bool NumberIsTaken, int LastGiven, int LastErased)
    {
        public int Last => Math.Max(LastGiven, LastErased);
    }
}
