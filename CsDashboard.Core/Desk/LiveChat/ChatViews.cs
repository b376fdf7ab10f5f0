using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.LiveChat;

/// <summary>A chat in a list.</summary>
public sealed record ChatRow
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Topic { get; init; }
    public required string? Category { get; init; }
    public required Guid CustomerId { get; init; }
    public required string CustomerName { get; init; }
    public required Guid? AgentId { get; init; }
    public required string? AgentName { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset? FirstAnswerAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required ChatEnd? End { get; init; }
    public required DateTimeOffset LastMessageAt { get; init; }
    public required bool AwaitsStaff { get; init; }
    public required DateTimeOffset? CustomerSeenAt { get; init; }
    public required DateTimeOffset? StaffSeenAt { get; init; }
    public required int? Rating { get; init; }

    public ChatState State =>
        EndedAt is not null ? ChatState.Closed
        : AgentId is null ? ChatState.Waiting
        : ChatState.Active;
    public bool IsLive => EndedAt is null;
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>The customer wrote, and nobody of the company has seen it.</summary>
    public bool UnseenByStaff => AwaitsStaff && (StaffSeenAt is null || StaffSeenAt < LastMessageAt);

    internal static IQueryable<ChatRow> Of(AppDb db, IQueryable<ChatAndTicket> chats)
    {
        var (customers, users, feedback, tenant) = (db.Customers, db.Users, db.Feedback, db.Actor.TenantId);
        return chats.Select(c => new ChatRow
        {
            Id = c.Chat.Id,
            Number = c.Ticket.Number,
            Topic = c.Ticket.Subject,
            Category = c.Chat.Category,
            CustomerId = c.Ticket.CustomerId,
            CustomerName = customers.Where(x => x.Id == c.Ticket.CustomerId).Select(x => x.Name).First(),
            AgentId = c.Ticket.AssigneeId,
            AgentName = users.Where(u => u.TenantId == tenant && u.Id == c.Ticket.AssigneeId).Select(u => u.Name).FirstOrDefault(),
            StartedAt = c.Chat.StartedAt,
            FirstAnswerAt = c.Chat.FirstAnswerAt,
            EndedAt = c.Chat.EndedAt,
            End = c.Chat.End,
            LastMessageAt = c.Ticket.LastMessageAt,
            AwaitsStaff = c.Ticket.AwaitsStaff,
            CustomerSeenAt = c.Chat.CustomerSeenAt,
            StaffSeenAt = c.Chat.StaffSeenAt,
            Rating = feedback.Where(f => f.TicketId == c.Chat.Id).Select(f => (int?)f.Rating).FirstOrDefault(),
        });
    }
}

internal sealed class ChatAndTicket
{
    public required Chat Chat { get; init; }
    public required Ticket Ticket { get; init; }
}

/// <summary>A chat with what was said in it; for a customer without any note.</summary>
/// <param name="Position">Its place in the queue: 1 is the next one. None once somebody has it.</param>
public sealed record ChatDetail(ChatRow Chat, TicketDetail Ticket, int? Position);

/// <summary>
/// What an agent sees of all chats: those that wait (longest first), the agent's own, those of colleagues, and the last that ended.
/// </summary>
public sealed record ChatBoard(
    IReadOnlyList<ChatRow> Waiting,
    IReadOnlyList<ChatRow> Mine,
    IReadOnlyList<ChatRow> Others,
    IReadOnlyList<ChatRow> Ended,
    int Capacity
);

/// <summary>Whether somebody is there to chat, if not from when on, and how long answers took lately.</summary>
/// <param name="OpensAt">When the chat hours begin again; none while they last, or while chat is switched off.</param>
/// <param name="Wait">The median of the last fifty chats of two weeks; none when nobody was answered.</param>
public sealed record ChatOffer(bool IsOn, bool IsOpen, DateTimeOffset? OpensAt, TimeSpan? Wait, int Waiting);
