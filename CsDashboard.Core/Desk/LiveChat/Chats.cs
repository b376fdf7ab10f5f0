using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.LiveChat;

/// <summary>
/// Talking while both are present (contract: membership, Chat and FAQ). A chat is a ticket of channel chat that is live (contract C12):
/// files, notes, canned replies, typing and presence are those of tickets.
/// </summary>
public sealed partial class Chats(Store store, SlaPolicies policies, TicketLists lists)
{
    /// <summary>Says "look again" when a chat began, was taken, came back or ended.</summary>
    public static Topic QueueTopic(Guid tenantId) => new(tenantId, "chats");

    /// <summary>A customer starts a chat. If one is open already, the message is posted there, once for each key.</summary>
    public Task<ChatDetail> Start(Actor actor, NewChat input) => StartFor(actor, actor.DemandCustomer(), input);

    /// <summary>The same in the name of a customer, by a program of the company. NotFound for a customer that is not there.</summary>
    public async Task<ChatDetail> StartFor(Actor actor, Guid customerId, NewChat input)
    {
        actor.DemandFor(customerId, DeskRights.Answer);
        input.Checked();
        var id = await store.Write(
            actor,
            async db =>
            {
                await Drafts.Sent(db, input.Box);
                var key = Tickets.KeyOf(actor, MessageKind.Reply, input.Key);
                // Of two merged records, each may have brought a chat.
                if (
                    await db.Tickets.Where(t => t.CustomerId == customerId && t.InChat).OrderBy(t => t.CreatedAt).FirstOrDefaultAsync() is
                    { } open
                )
                {
                    if (await Tickets.SaidAlready(db, open.Id, key) is null)
                        await Say(db, open, await ChatOf(db, open.Id), input.Message!, key, input.AttachmentIds, byCustomer: true);
                    return open.Id;
                }
                // The same form once more, after its chat is over.
                if (
                    key is not null
                    && await db
                        .Tickets.Where(t => t.CustomerId == customerId && t.ClientKey == key)
                        .Select(t => (Guid?)t.Id)
                        .FirstOrDefaultAsync()
                        is { } before
                )
                    return before;
                var ticket = Ticket.Open(
                    new NewTicket
                    {
                        Title = input.Topic,
                        Type = "question",
                        Key = key,
                        Channel = TicketChannel.Chat,
                    },
                    customerId,
                    byCustomer: true,
                    await policies.Of(db),
                    actor
                );
                ticket.BeginChat();
                var customer = await Tickets.Enter(db, ticket);
                db.Chats.Add(new Chat(ticket, input.Category?.ToLowerInvariant()));
                var message = ticket.Say(
                    input.Message!,
                    key,
                    actor.Role == Role.Customer ? actor : actor with { UserId = null, Name = customer.Name }
                );
                db.Messages.Add(message);
                await Attachments.Claim(db, input.AttachmentIds, ticket, message);
                db.Record(
                    new ChatStarted(
                        ticket.Id,
                        ticket.ShortNumber,
                        ticket.Subject,
                        input.Category?.ToLowerInvariant(),
                        customerId,
                        customer.Name,
                        Tickets.Excerpt(message.Body)
                    )
                );
                db.AnnounceAfterCommit(QueueTopic(actor.TenantId));
                return ticket.Id;
            }
        );
        return await Get(actor, id);
    }

    /// <summary>
    /// Posts a message. An agent who answers a waiting chat takes it. NotFound for a chat that is not the actor's; Conflict
    /// <c>chat_closed</c> once it is over, <c>chat_taken</c> when a colleague has it, <c>chat_capacity</c> when the agent has as many as
    /// allowed. A program speaks for the customer.
    /// </summary>
    public async Task<MessageView> Say(Actor actor, Guid chatId, NewMessage input)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        input.Checked();
        return await store.Write(
            actor,
            async db =>
            {
                var (ticket, chat) = await Find(db, actor, chatId);
                await Drafts.Sent(db, input.Box);
                var key = Tickets.KeyOf(actor, MessageKind.Reply, input.Key);
                if (await Tickets.SaidAlready(db, chatId, key) is { } already)
                    return already;
                if (chat.EndedAt is not null)
                    throw Refusal.Conflict(Words.Of("Chat_Closed"), "chat_closed");
                var byCustomer = actor.Role is Role.Customer or Role.Service;
                if (!byCustomer)
                    await TakeFor(db, ticket, chat, actor);
                return await Say(db, ticket, chat, input.Body!, key, input.AttachmentIds, byCustomer);
            }
        );
    }

    private async Task<MessageView> Say(
        AppDb db,
        Ticket ticket,
        Chat chat,
        string body,
        string? key,
        IReadOnlyList<string>? fileIds,
        bool byCustomer
    )
    {
        var actor = db.Actor;
        var author =
            byCustomer && actor.Role != Role.Customer
                ? actor with
                {
                    UserId = null,
                    Name = await db.Customers.Where(c => c.Id == ticket.CustomerId).Select(c => c.Name).SingleAsync(),
                }
                : actor;
        ticket.Under(await policies.Of(db));
        var message = byCustomer ? ticket.Say(body, key, author) : ticket.Answer(body, key, author);
        db.Messages.Add(message);
        var files = await Attachments.Claim(db, fileIds, ticket, message);
        chat.Say(byCustomer, actor.Now);
        await Tickets.See(db, actor, ticket.Id, actor.Now);
        db.Record(
            new MessageAdded
            {
                TicketId = ticket.Id,
                MessageId = message.Id,
                Number = ticket.ShortNumber,
                Title = ticket.Subject,
                CustomerId = ticket.CustomerId,
                AssigneeId = ticket.AssigneeId,
                ByCustomer = byCustomer,
                Author = author.Name,
                Excerpt = Tickets.Excerpt(message.Body),
                InChat = true,
            }
        );
        return TicketLists.ViewOf(message, files);
    }

    /// <summary>The actor's side has seen everything so far, and the other side is shown that. Does nothing when nothing was new.</summary>
    public async Task MarkSeen(Actor actor, Guid chatId)
    {
        if (actor.UserId is null)
            return;
        await store.Write(
            actor,
            async db =>
            {
                var (ticket, chat) = await Find(db, actor, chatId);
                var until = ticket.LastMessageAt > actor.Now ? ticket.LastMessageAt : actor.Now;
                var (byCustomer, seen) = (
                    actor.Role == Role.Customer,
                    actor.Role == Role.Customer ? chat.CustomerSeenAt : chat.StaffSeenAt
                );
                // A colleague who only looks has not seen it on behalf of the agent.
                if (seen >= ticket.LastMessageAt || (!byCustomer && ticket.AssigneeId != actor.UserId))
                    return;
                chat.See(byCustomer, until);
                await Tickets.See(db, actor, chatId, until);
                db.AnnounceAfterCommit(Topic.Of(actor.TenantId, chatId));
            }
        );
    }

    /// <summary>
    /// An agent takes a chat out of the queue. Of two at once, one gets it and the other is refused as in
    /// <see cref="Say(Actor, Guid, NewMessage)"/>. Safe to repeat.
    /// </summary>
    public async Task Take(Actor actor, Guid chatId)
    {
        actor.Demand(DeskRights.Answer);
        await store.Write(
            actor,
            async db =>
            {
                var (ticket, chat) = await Find(db, actor, chatId);
                if (chat.EndedAt is not null)
                    throw Refusal.Conflict(Words.Of("Chat_Closed"), "chat_closed");
                await TakeFor(db, ticket, chat, actor);
            }
        );
    }

    private async Task TakeFor(AppDb db, Ticket ticket, Chat chat, Actor agent)
    {
        var me = agent.DemandUser();
        if (ticket.AssigneeId == me)
            return;
        if (ticket.AssigneeId is { } other)
            throw Refusal.Conflict(Words.Of("Chat_Taken", await NameOf(db, other)), "chat_taken");
        await DemandRoom(db, me, "Chat_Capacity");
        ticket.AssignTo(me, agent.Now);
        chat.Take(agent.Now);
        db.Record(
            new ChatTaken(
                ticket.Id,
                ticket.ShortNumber,
                ticket.Subject,
                ticket.CustomerId,
                me,
                agent.Name,
                (int)(agent.Now - chat.StartedAt).TotalSeconds
            )
        );
        db.AnnounceAfterCommit(QueueTopic(agent.TenantId));
    }

    private async Task DemandRoom(AppDb db, Guid agent, string why)
    {
        var capacity = (await SettingsOf(db)).Capacity;
        if (await db.Tickets.CountAsync(t => t.InChat && t.AssigneeId == agent) >= capacity)
            throw Refusal.Conflict(Words.Of(why, capacity), "chat_capacity");
    }

    /// <summary>
    /// Gives a chat to a colleague, or back into the queue, with a note that only staff see. The agent who has it may, or an
    /// admin. Invalid (field to) for anybody but an agent or admin of the company; Conflict as <see cref="Say(Actor, Guid, NewMessage)"/>
    /// says.
    /// </summary>
    public async Task HandOver(Actor actor, Guid chatId, ChatHandOver input)
    {
        actor.Demand(DeskRights.Answer);
        input.Checked();
        await store.Write(
            actor,
            async db =>
            {
                var (ticket, chat) = await Find(db, actor, chatId);
                if (chat.EndedAt is not null)
                    throw Refusal.Conflict(Words.Of("Chat_Closed"), "chat_closed");
                if (ticket.AssigneeId is { } has && has != actor.UserId && actor.Role == Role.Agent)
                    throw Refusal.Conflict(Words.Of("Chat_Taken", await NameOf(db, has)), "chat_taken");
                if (ticket.AssigneeId == input.To)
                    return;
                if (input.To is { } to)
                {
                    if (!await db.Users.AnyAsync(u => u.Id == to && u.DisabledAt == null && (u.Role == Role.Agent || u.Role == Role.Admin)))
                        throw Refusal.Invalid("to", Words.Of("Assignee_Unknown"));
                    await DemandRoom(db, to, "Chat_CapacityOfOther");
                }
                if (!string.IsNullOrWhiteSpace(input.Note))
                {
                    var note = ticket.Remark(input.Note, null, actor);
                    db.Messages.Add(note);
                    db.Record(
                        new NoteAdded(ticket.Id, note.Id, ticket.ShortNumber, ticket.Subject, actor.Name, Tickets.Excerpt(note.Body), [])
                    );
                }
                await Give(db, ticket, chat, input.To, actor.Name);
            }
        );
    }

    internal static async Task Give(AppDb db, Ticket ticket, Chat chat, Guid? to, string from)
    {
        var now = db.Actor.Now;
        ticket.AssignTo(to, now);
        if (to is not null)
            chat.Take(now);
        db.Record(
            new ChatHandedOver(
                ticket.Id,
                ticket.ShortNumber,
                ticket.Subject,
                ticket.CustomerId,
                from,
                to,
                to is { } id ? await NameOf(db, id) : null
            )
        );
        db.AnnounceAfterCommit(QueueTopic(db.Actor.TenantId));
    }

    /// <summary>
    /// The customer, or staff, ends it. A customer may say how content they were, once; Conflict the second time. Safe to repeat.
    /// </summary>
    public async Task<ChatDetail> Close(Actor actor, Guid chatId, ChatClosing? closing = null)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        closing?.Checked();
        await store.Write(
            actor,
            async db =>
            {
                var (ticket, chat) = await Find(db, actor, chatId);
                var byCustomer = actor.Role is Role.Customer or Role.Service;
                if (chat.EndedAt is null)
                {
                    ticket.MoveTo(TicketStatus.Closed, actor.Now);
                    End(db, ticket, chat, byCustomer ? ChatEnd.Customer : ChatEnd.Staff);
                }
                if (!byCustomer || closing?.Rating is not { } rating)
                    return;
                if (!ticket.IsDone)
                    throw Refusal.Invalid("rating", Words.Of("Feedback_Open"));
                if (await db.Feedback.AnyAsync(f => f.TicketId == chatId))
                    throw Refusal.Conflict(Words.Of("Feedback_Twice"));
                var feedback = new Feedback
                {
                    TicketId = chatId,
                    CustomerId = ticket.CustomerId,
                    Rating = rating,
                    Comment = string.IsNullOrWhiteSpace(closing.Feedback) ? null : closing.Feedback.Trim(),
                    CreatedAt = actor.Now,
                };
                db.Feedback.Add(feedback);
                db.Record(
                    new FeedbackGiven(chatId, ticket.ShortNumber, ticket.Subject, ticket.CustomerId, actor.Name, rating, feedback.Comment)
                );
            }
        );
        return await Get(actor, chatId);
    }

    private static void End(AppDb db, Ticket ticket, Chat chat, ChatEnd end)
    {
        var now = db.Actor.Now;
        ticket.LeaveChat(now);
        if (!chat.Finish(end, now))
            return;
        if (end == ChatEnd.Ticket)
            db.Record(new ChatTurned(ticket.Id, ticket.ShortNumber, ticket.Subject, ticket.CustomerId, ticket.AssigneeId));
        else
            db.Record(
                new ChatClosed(
                    ticket.Id,
                    ticket.ShortNumber,
                    ticket.Subject,
                    ticket.CustomerId,
                    end == ChatEnd.Customer,
                    (int)(now - chat.StartedAt).TotalSeconds
                )
            );
        db.AnnounceAfterCommit(QueueTopic(db.Actor.TenantId));
    }

    /// <summary>
    /// The same conversation goes on as a ticket of the inbox, with whoever has it. Conflict <c>chat_closed</c> for one that was closed;
    /// safe to repeat.
    /// </summary>
    public async Task ToTicket(Actor actor, Guid chatId)
    {
        actor.Demand(DeskRights.Answer);
        await store.Write(
            actor,
            async db =>
            {
                var (ticket, chat) = await Find(db, actor, chatId);
                if (chat.End is not null and not ChatEnd.Ticket)
                    throw Refusal.Conflict(Words.Of("Chat_Closed"), "chat_closed");
                ticket.Under(await policies.Of(db));
                End(db, ticket, chat, ChatEnd.Ticket);
            }
        );
    }

    /// <summary>Follows up what the ticket's own verbs did to a live chat: one that is resolved or closed is over as a chat.</summary>
    internal static async Task Follow(AppDb db, Ticket ticket)
    {
        if (!ticket.InChat)
            return;
        if (ticket.IsDone)
            End(db, ticket, await ChatOf(db, ticket.Id), db.Actor.Role == Role.Customer ? ChatEnd.Customer : ChatEnd.Staff);
        else
            db.AnnounceAfterCommit(QueueTopic(db.Actor.TenantId));
    }

    private static async Task<(Ticket, Chat)> Find(AppDb db, Actor actor, Guid chatId) =>
        (await Tickets.Find(db, actor, chatId), await ChatOf(db, chatId));

    private static async Task<Chat> ChatOf(AppDb db, Guid chatId) =>
        await db.Chats.SingleOrDefaultAsync(c => c.Id == chatId) ?? throw Refusal.NotFound();

    private static async Task<string> NameOf(AppDb db, Guid user)
    {
        var tenant = db.Actor.TenantId;
        return await db.Users.Where(u => u.TenantId == tenant && u.Id == user).Select(u => u.Name).SingleOrDefaultAsync() ?? "—";
    }
}
