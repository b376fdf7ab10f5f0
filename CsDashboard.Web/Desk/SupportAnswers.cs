using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Desk;

/// <param name="Id">The number too: it is what membership calls a ticket.</param>
public record SupportTicketAnswer
{
    public required string Id { get; init; }
    public required string TicketId { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }
    public required string Category { get; init; }
    public required TicketPriority Priority { get; init; }
    public required string Status { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    internal static SupportTicketAnswer Of(TicketRow t) =>
        new()
        {
            Id = t.Number,
            TicketId = t.Number,
            Title = t.Subject,
            Subject = t.Subject,
            Category = CategoryOf(t.Tags, t.Category),
            Priority = t.Priority,
            Status = StatusOf(t.Status),
            CreatedAt = t.CreatedAt,
            UpdatedAt = t.UpdatedAt,
        };

    internal static SupportTicketAnswer Of(TicketDetail t) =>
        new()
        {
            Id = t.Number,
            TicketId = t.Number,
            Title = t.Subject,
            Subject = t.Subject,
            Category = CategoryOf(t.Tags, t.Category),
            Priority = t.Priority,
            Status = StatusOf(t.Status),
            CreatedAt = t.CreatedAt,
            UpdatedAt = t.UpdatedAt,
        };

    internal static string CategoryOf(IReadOnlyList<string> tags, TicketCategory category) =>
        Faq.CategoryIds.FirstOrDefault(tags.Contains) ?? Word.Of(category);

    /// <summary>In membership's words (contract C11), which know neither new nor pending.</summary>
    internal static string StatusOf(TicketStatus status) => status.Facts.MembershipWord;
}

public sealed record SupportCommentAnswer(Guid Id, Guid CommentId, string Text, string Comment, DateTimeOffset CreatedAt, string Author)
{
    internal static SupportCommentAnswer Of(MessageView m) => new(m.Id, m.Id, m.Body, m.Body, m.CreatedAt, m.AuthorName);
}

public sealed record SupportDetailAnswer : SupportTicketAnswer
{
    public required string Description { get; init; }
    public required IReadOnlyList<SupportCommentAnswer> Comments { get; init; }

    // The text that opened the ticket is its description, and no comment. Notes are not comments here, for anybody.
    internal static new SupportDetailAnswer Of(TicketDetail t) =>
        new()
        {
            Id = t.Number,
            TicketId = t.Number,
            Title = t.Subject,
            Subject = t.Subject,
            Category = CategoryOf(t.Tags, t.Category),
            Priority = t.Priority,
            Status = StatusOf(t.Status),
            CreatedAt = t.CreatedAt,
            UpdatedAt = t.UpdatedAt,
            Description = t.Description,
            Comments =
            [
                .. t.Messages.Where(m => m.Kind == MessageKind.Reply).Skip(t.HasOlderMessages ? 0 : 1).Select(SupportCommentAnswer.Of),
            ],
        };
}

public sealed record SupportMovedAnswer(string TicketId, string Status, DateTimeOffset UpdatedAt);
