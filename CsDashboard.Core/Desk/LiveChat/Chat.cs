using System.Text.Json;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.LiveChat;

/// <summary>
/// What a live chat has beside its ticket, under the same id: chat and ticket are one conversation (contract C12). Topic,
/// customer, agent and messages are the ticket's; whoever has the ticket has the chat, so nothing is stored twice.
/// </summary>
public sealed class Chat : ITenantOwned
{
    private Chat() { }

    internal Chat(Ticket ticket, string? category) =>
        (Id, TenantId, Category, StartedAt, CustomerSeenAt) = (ticket.Id, ticket.TenantId, category, ticket.CreatedAt, ticket.CreatedAt);

    /// <summary>The id of its ticket.</summary>
    public Guid Id { get; private init; }
    public Guid TenantId { get; set; }

    /// <summary>One of the six topics (contract: membership, Chat and FAQ), when the customer chose one.</summary>
    public string? Category { get; private init; }

    /// <summary>Its place in the queue. A chat that comes back from an agent keeps it, so it is the next one.</summary>
    public DateTimeOffset StartedAt { get; private init; }
    public DateTimeOffset? TakenAt { get; private set; }
    public DateTimeOffset? FirstAnswerAt { get; private set; }
    public DateTimeOffset? LastAnswerAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public ChatEnd? End { get; private set; }
    public DateTimeOffset? CustomerSeenAt { get; private set; }
    public DateTimeOffset? StaffSeenAt { get; private set; }

    /// <summary>Answers up to here were mailed to a customer who had left.</summary>
    public DateTimeOffset? ToldUntil { get; private set; }

    public void Take(DateTimeOffset now) => TakenAt = now;

    public void Say(bool byCustomer, DateTimeOffset now)
    {
        See(byCustomer, now);
        if (byCustomer)
            return;
        FirstAnswerAt ??= now;
        LastAnswerAt = now;
    }

    /// <summary>False when that side had already seen that far.</summary>
    public bool See(bool byCustomer, DateTimeOffset until)
    {
        if ((byCustomer ? CustomerSeenAt : StaffSeenAt) >= until)
            return false;
        if (byCustomer)
            CustomerSeenAt = until;
        else
            StaffSeenAt = until;
        return true;
    }

    /// <summary>False when it was over before.</summary>
    public bool Finish(ChatEnd end, DateTimeOffset now)
    {
        if (EndedAt is not null)
            return false;
        (EndedAt, End) = (now, end);
        return true;
    }

    public void Told(DateTimeOffset until) => ToldUntil = until;
}
