using System.Collections.Concurrent;
using CsDashboard.Foundation.Live;

namespace CsDashboard.Desk.Conversation;

/// <summary>
/// Who has which ticket open and who is typing, in this process. Nothing is stored: a page that closes takes its mark with it. Customers
/// see that an agent is typing, never who is looking.
/// </summary>
public sealed class Presence(LiveFeed feed, TimeProvider clock)
{
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(6);
    private readonly ConcurrentDictionary<(Guid Tenant, Guid Ticket), ConcurrentDictionary<Guid, Mark>> tickets = new();

    private sealed record Mark(Guid UserId, string Name, bool IsCustomer, int Pages, DateTimeOffset TypedAt);

    /// <summary>Marks the actor as looking until the result is disposed. The caller has read the ticket, so it may be seen.</summary>
    public IDisposable Look(Actor actor, Guid ticketId)
    {
        var user = actor.DemandUser();
        Change(actor, ticketId, mark => mark with { Pages = mark.Pages + 1 });
        return new Leave(() => Change(actor with { UserId = user }, ticketId, mark => mark with { Pages = mark.Pages - 1 }));
    }

    /// <summary>The actor pressed a key in the reply box.</summary>
    public void Type(Actor actor, Guid ticketId) => Change(actor, ticketId, mark => mark with { TypedAt = clock.GetUtcNow() });

    /// <summary>The actor has sent what they typed, so nobody waits for it any more.</summary>
    public void Said(Actor actor, Guid ticketId) => Change(actor, ticketId, mark => mark with { TypedAt = default });

    /// <summary>The others at this ticket: all of them for staff; for a customer only an agent who types.</summary>
    public IReadOnlyList<Viewer> Others(Actor actor, Guid ticketId)
    {
        if (!tickets.TryGetValue((actor.TenantId, ticketId), out var marks))
            return [];
        var now = clock.GetUtcNow();
        return
        [
            .. marks
                .Values.Where(m => m.UserId != actor.UserId)
                .Select(m => new Viewer(m.UserId, m.Name, m.IsCustomer, now - m.TypedAt < TypingLasts))
                .Where(l => actor.IsStaff ? l.IsTyping || marks[l.UserId].Pages > 0 : l is { IsTyping: true, IsCustomer: false })
                .OrderBy(l => l.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Whether somebody has it open: a ticket's customer, or a colleague on the page of chats, whose place is the company itself.
    /// </summary>
    public bool IsHere(Guid tenantId, Guid place, Guid? userId = null) =>
        tickets.TryGetValue((tenantId, place), out var marks)
        && marks.Values.Any(m => m.Pages > 0 && (userId is null ? m.IsCustomer : m.UserId == userId));

    private void Change(Actor actor, Guid ticketId, Func<Mark, Mark> change)
    {
        if (actor.UserId is not { } user)
            return;
        var marks = tickets.GetOrAdd((actor.TenantId, ticketId), _ => new());
        marks.AddOrUpdate(
            user,
            _ => change(new Mark(user, actor.Name, actor.Role == Role.Customer, 0, default)),
            (_, mark) => change(mark)
        );
        foreach (var (key, mark) in marks)
            if (mark.Pages <= 0 && clock.GetUtcNow() - mark.TypedAt > TypingLasts)
                marks.TryRemove(new KeyValuePair<Guid, Mark>(key, mark));
        if (marks.IsEmpty)
            tickets.TryRemove(new KeyValuePair<(Guid, Guid), ConcurrentDictionary<Guid, Mark>>((actor.TenantId, ticketId), marks));
        feed.Announce(PresenceTopic(actor.TenantId, ticketId));
        feed.Announce(AnyPresence(actor.TenantId));
    }

    /// <summary>Says "look again" when somebody comes, goes or types at a ticket.</summary>
    public static Topic PresenceTopic(Guid tenantId, Guid ticketId) => new(tenantId, "presence/" + ticketId);

    /// <summary>The same for any ticket, for the list.</summary>
    public static Topic AnyPresence(Guid tenantId) => new(tenantId, "presence");

    private sealed class Leave(Action leave) : IDisposable
    {
        private int done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref done, 1) == 0)
                leave();
        }
    }
}
