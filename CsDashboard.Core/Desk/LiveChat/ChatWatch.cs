using System.Collections.Concurrent;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.LiveChat;

/// <summary>
/// Looks after abandoned chats, so that nothing written there is lost: an agent's chats go back to the queue, a customer gets the answers
/// by mail, and a chat that nobody took becomes a ticket.
/// </summary>
public sealed class ChatWatch(Store store, Chats chats, Presence presence)
{
    /// <summary>A page that reloads is gone for a moment; and answers typed in a row go out in one mail, not in five.</summary>
    public static readonly TimeSpan MailAfter = TimeSpan.FromSeconds(45);

    /// <summary>After this long without an answer, the chat of a customer who has left becomes a ticket.</summary>
    public static readonly TimeSpan TicketAfter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan MailsOf = TimeSpan.FromDays(1);
    private const int AtOnce = 200;

    private readonly SemaphoreSlim turn = new(1, 1);

    // Since when an agent has had no page open, in this process.
    private readonly ConcurrentDictionary<(Guid Tenant, Guid Agent), DateTimeOffset> missed = new();

    /// <summary>Looks at a company's chats; called again and again.</summary>
    public async Task Look(Actor company)
    {
        using var _ = await Pause();
        await GiveBack(company);
        await TellThoseWhoLeft(company);
        await TurnForgotten(company);
    }

    /// <summary>Until the result is disposed no chat is looked after in this process; for entering those of the past.</summary>
    public async Task<IDisposable> Pause()
    {
        await turn.WaitAsync();
        return new Turn(turn);
    }

    /// <summary>An agent has the page of chats open until the result is disposed.</summary>
    public IDisposable Attend(Actor agent)
    {
        agent.Demand(DeskRights.Answer);
        return presence.Look(agent, agent.TenantId);
    }

    private async Task GiveBack(Actor company)
    {
        var now = company.Now;
        List<(Guid Chat, Guid Agent, DateTimeOffset ActedAt)> held;
        await using (var db = store.Open(company))
            held =
            [
                .. (
                    await Chats
                        .Joined(db)
                        .Where(c => c.Chat.EndedAt == null && c.Ticket.AssigneeId != null)
                        .OrderBy(c => c.Chat.StartedAt)
                        .Take(1_000)
                        .Select(c => new
                        {
                            c.Chat.Id,
                            c.Ticket.AssigneeId,
                            c.Chat.TakenAt,
                            c.Chat.LastAnswerAt,
                            c.Chat.StartedAt,
                        })
                        .ToListAsync()
                ).Select(c => (c.Id, c.AssigneeId!.Value, new[] { c.TakenAt ?? c.StartedAt, c.LastAnswerAt ?? c.StartedAt }.Max())),
            ];
        var agents = held.Select(h => h.Agent).ToHashSet();
        foreach (var key in missed.Keys.Where(k => k.Tenant == company.TenantId && !agents.Contains(k.Agent)))
            missed.TryRemove(key, out _);
        if (held.Count == 0)
            return;
        var away = TimeSpan.FromMinutes((await chats.Settings(company)).AwayMinutes);
        foreach (var agent in agents)
            if (presence.IsHere(company.TenantId, company.TenantId, agent))
                missed.TryRemove((company.TenantId, agent), out _);
            else
                missed.TryAdd((company.TenantId, agent), now);
        foreach (var (id, agent, actedAt) in held)
        {
            if (!missed.TryGetValue((company.TenantId, agent), out var since) || now - since < away || now - actedAt < away)
                continue;
            await store.Write(
                company,
                async db =>
                {
                    var (ticket, chat) = (await db.Tickets.SingleAsync(t => t.Id == id), await db.Chats.SingleAsync(c => c.Id == id));
                    if (!ticket.InChat || ticket.AssigneeId != agent)
                        return;
                    var name = await db.Set<Accounts.User>().Where(u => u.Id == agent).Select(u => u.Name).SingleAsync();
                    await Chats.Give(db, ticket, chat, null, name);
                }
            );
        }
    }

    private async Task TellThoseWhoLeft(Actor company)
    {
        var (quiet, oldest) = (company.Now - MailAfter, company.Now - MailsOf);
        List<Guid> unseen;
        await using (var db = store.Open(company))
            unseen = await db
                .Chats.Where(c =>
                    c.LastAnswerAt >= oldest
                    && c.LastAnswerAt < quiet
                    && (c.CustomerSeenAt == null || c.CustomerSeenAt < c.LastAnswerAt)
                    && (c.ToldUntil == null || c.ToldUntil < c.LastAnswerAt)
                )
                .OrderBy(c => c.LastAnswerAt)
                .Take(AtOnce)
                .Select(c => c.Id)
                .ToListAsync();
        foreach (var id in unseen.Where(id => !presence.IsHere(company.TenantId, id)))
            await store.Write(
                company,
                async db =>
                {
                    var (ticket, chat) = (await db.Tickets.SingleAsync(t => t.Id == id), await db.Chats.SingleAsync(c => c.Id == id));
                    if (chat.LastAnswerAt is not { } until || chat.ToldUntil >= until)
                        return;
                    var from = new[] { chat.CustomerSeenAt ?? chat.StartedAt, chat.ToldUntil ?? chat.StartedAt }.Max();
                    var answers = await db
                        .Messages.Where(m =>
                            m.TicketId == id
                            && m.Kind == MessageKind.Reply
                            && m.Direction == MessageDirection.Outbound
                            && m.CreatedAt > from
                            && m.CreatedAt <= until
                        )
                        .OrderBy(m => m.CreatedAt)
                        .ThenBy(m => m.Id)
                        .Select(m => new { m.AuthorName, m.Body })
                        .ToListAsync();
                    chat.Told(until);
                    if (answers.Count > 0)
                        db.Record(
                            new ChatAnswerMissed(
                                id,
                                ticket.ShortNumber,
                                ticket.Subject,
                                ticket.CustomerId,
                                answers[^1].AuthorName,
                                Tickets.Excerpt(string.Join('\n', answers.Select(a => a.Body)))
                            )
                        );
                }
            );
    }

    private async Task TurnForgotten(Actor company)
    {
        var since = company.Now - TicketAfter;
        List<Guid> left;
        await using (var db = store.Open(company))
            left = await Chats
                .Joined(db)
                .Where(c =>
                    c.Chat.EndedAt == null
                    && c.Ticket.AssigneeId == null
                    && c.Ticket.LastMessageAt < since
                    && (c.Chat.CustomerSeenAt == null || c.Chat.CustomerSeenAt < since)
                )
                .OrderBy(c => c.Chat.StartedAt)
                .Take(AtOnce)
                .Select(c => c.Chat.Id)
                .ToListAsync();
        foreach (var id in left.Where(id => !presence.IsHere(company.TenantId, id)))
            await chats.ToTicket(company, id);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
