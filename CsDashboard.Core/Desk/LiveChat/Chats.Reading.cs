using CsDashboard.Customers;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.LiveChat;

// What customers and agents see of chats.
public sealed partial class Chats
{
    /// <summary>How many sessions of a customer are listed, the latest first (contract: membership, Chat and FAQ).</summary>
    public const int Sessions = 10;
    private const int Ended = 20,
        Live = 500,
        Sample = 50;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    /// <summary>
    /// One chat with its last hundred messages, or the hundred before a cursor. NotFound for one that is not the actor's.
    /// </summary>
    public async Task<ChatDetail> Get(Actor actor, Guid chatId, string? messagesBefore = null)
    {
        var ticket = await lists.Get(actor, chatId, messagesBefore);
        await using var db = store.Open(actor);
        var row = await ChatRow.Of(db, Joined(db).Where(c => c.Chat.Id == chatId)).SingleOrDefaultAsync() ?? throw Refusal.NotFound();
        var started = row.StartedAt;
        int? position =
            row.State == ChatState.Waiting
                ? 1 + await Joined(db).CountAsync(c => c.Chat.EndedAt == null && c.Ticket.AssigneeId == null && c.Chat.StartedAt < started)
                : null;
        return new ChatDetail(row, ticket, position);
    }

    /// <summary>The chat that the customer has open; null for none.</summary>
    public async Task<Guid?> Mine(Actor actor)
    {
        var me = actor.DemandCustomer();
        await using var db = store.Open(actor);
        return await db
            .Tickets.Where(t => t.CustomerId == me && t.InChat)
            .OrderBy(t => t.CreatedAt)
            .Select(t => (Guid?)t.Id)
            .FirstOrDefaultAsync();
    }

    /// <summary>A customer's last ten chats, newest first. NotFound for anybody but the customer and the company's staff.</summary>
    public async Task<IReadOnlyList<ChatRow>> Of(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, DeskRights.Answer);
        await using var db = store.Open(actor);
        return await ChatRow
            .Of(
                db,
                Joined(db)
                    .Where(c => c.Ticket.CustomerId == customerId)
                    .OrderByDescending(c => c.Chat.StartedAt)
                    .ThenByDescending(c => c.Chat.Id)
                    .Take(Sessions)
            )
            .ToListAsync();
    }

    /// <summary>What an agent sees of all chats.</summary>
    public async Task<ChatBoard> Board(Actor actor)
    {
        actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        var live = await ChatRow
            .Of(db, Joined(db).Where(c => c.Chat.EndedAt == null).OrderBy(c => c.Chat.StartedAt).ThenBy(c => c.Chat.Id).Take(Live))
            .ToListAsync();
        var ended = await ChatRow
            .Of(
                db,
                Joined(db)
                    .Where(c => c.Chat.EndedAt != null)
                    .OrderByDescending(c => c.Chat.EndedAt)
                    .ThenByDescending(c => c.Chat.Id)
                    .Take(Ended)
            )
            .ToListAsync();
        return new ChatBoard(
            live.FindAll(c => c.AgentId is null),
            live.FindAll(c => c.AgentId is not null && c.AgentId == actor.UserId),
            live.FindAll(c => c.AgentId is not null && c.AgentId != actor.UserId),
            ended,
            (await SettingsOf(db)).Capacity
        );
    }

    /// <summary>Whether somebody is there now, and what waiting was like lately.</summary>
    public async Task<ChatOffer> Offer(Actor actor)
    {
        await using var db = store.Open(actor);
        var settings = await SettingsOf(db);
        var opening = (settings.Hours ?? (await policies.Of(db)).Hours).NextOpening(actor.Now);
        var waits = await Waits(db);
        return new ChatOffer(
            settings.IsOn,
            settings.IsOn && opening <= actor.Now,
            settings.IsOn && opening > actor.Now ? opening : null,
            waits.Count == 0 ? null : waits[(waits.Count - 1) / 2],
            await db.Tickets.CountAsync(t => t.InChat && t.AssigneeId == null)
        );
    }

    /// <summary>
    /// How long a customer waits, in words; "2-5 minutes" where nothing has shown it yet (contract: membership, Chat and FAQ).
    /// </summary>
    public static string WaitIn(ChatOffer offer) =>
        offer switch
        {
            { IsOpen: false } => Words.Of("Chat_Wait_Later"),
            { Wait: null } => Words.Of("Chat_Wait_Unknown"),
            { Wait: { TotalMinutes: < 1 } } => Words.Of("Chat_Wait_Soon"),
            { Wait: { } wait } => Words.Of("Chat_Wait_Minutes", (int)Math.Ceiling(wait.TotalMinutes)),
        };

    /// <summary>Until the first answer, of the last fifty chats of two weeks that had one, shortest first.</summary>
    internal static async Task<List<TimeSpan>> Waits(AppDb db)
    {
        var since = db.Actor.Now - Lately;
        var answered = await db
            .Chats.Where(c => c.StartedAt >= since && c.FirstAnswerAt != null)
            .OrderByDescending(c => c.StartedAt)
            .Take(Sample)
            .Select(c => new { c.StartedAt, c.FirstAnswerAt })
            .ToListAsync();
        return [.. answered.Select(c => c.FirstAnswerAt!.Value - c.StartedAt).Order()];
    }

    internal static IQueryable<ChatAndTicket> Joined(AppDb db)
    {
        var tickets = db.Tickets;
        return db.Chats.Join(tickets, c => c.Id, t => t.Id, (c, t) => new ChatAndTicket { Chat = c, Ticket = t });
    }
}
