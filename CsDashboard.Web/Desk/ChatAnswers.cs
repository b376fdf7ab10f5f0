using CsDashboard.Desk;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Desk;

public sealed record ChatSessionAnswer(
    Guid Id,
    string Topic,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? AgentName,
    int? Rating
)
{
    internal static ChatSessionAnswer Of(ChatRow c) =>
        new(c.Id, c.Topic, c.IsLive ? "active" : "closed", c.StartedAt, c.EndedAt ?? c.LastMessageAt, c.AgentName, c.Rating);
}

public sealed record ChatStartedAnswer(Guid SessionId, string Topic, string Status, string Message, string EstimatedWaitTime);

public sealed record ChatSaidAnswer(Guid MessageId, DateTimeOffset Timestamp, string Status);

public sealed record ChatLine(Guid Id, string Message, string SenderType, string SenderName, DateTimeOffset Timestamp);

public sealed record ChatClosedAnswer(bool Success, string Message, Guid SessionId, string Duration);
