using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CsDashboard.Web.Desk;

/// <summary>
/// A ticket as the API tells it. A customer is told the portal's words (contract: portal, Words), in which in_progress is open and urgent
/// is high; staff and programs the words of the product (contract C11).
/// </summary>
public sealed record TicketAnswer
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required Guid TenantId { get; init; }
    public required string CustomerId { get; init; }
    public required Guid? AssigneeId { get; init; }
    public required string? AssigneeName { get; init; }
    public required string Title { get; init; }
    public required TicketCategory Category { get; init; }
    public required string Status { get; init; }
    public required string Priority { get; init; }
    public required TicketType Type { get; init; }
    public required IReadOnlyList<string> Labels { get; init; }
    public required int MessageCount { get; init; }
    public required DateTimeOffset LastMessageAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The short number: 1042 is shown as #1042.</summary>
    public int ShortNumber { get; init; }

    /// <summary>Told to staff only.</summary>
    public string? CustomerName { get; init; }

    internal static TicketAnswer Of(TicketRow row, Actor actor) =>
        new()
        {
            Id = row.Id,
            Number = row.Number,
            TenantId = actor.TenantId,
            CustomerId = row.CustomerPublicId,
            AssigneeId = row.AssigneeId,
            AssigneeName = row.AssigneeName,
            Title = row.Subject,
            Category = row.Category,
            Status = TicketWords.Of(row.Status, actor),
            Priority = TicketWords.Of(row.Priority, actor),
            Type = row.Type,
            Labels = actor.IsStaff ? row.Tags : [],
            MessageCount = row.MessageCount,
            LastMessageAt = row.LastMessageAt,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            ShortNumber = row.Short,
            CustomerName = actor.IsStaff ? row.CustomerName : null,
        };
}

/// <summary>A ticket with all that belongs to it; messages oldest first, at most the last hundred.</summary>
public sealed record TicketDetailAnswer
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required Guid TenantId { get; init; }
    public required string CustomerId { get; init; }
    public required Guid? AssigneeId { get; init; }
    public required string? AssigneeName { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required TicketCategory Category { get; init; }
    public required string Status { get; init; }
    public required string Priority { get; init; }
    public required TicketChannel Channel { get; init; }
    public required TicketType Type { get; init; }
    public required IReadOnlyList<string> Labels { get; init; }
    public required Guid? CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required DateTimeOffset? ResolvedAt { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }
    public required DateTimeOffset LastMessageAt { get; init; }
    public required IReadOnlyList<MessageAnswer> Messages { get; init; }
    public required bool HasOlderMessages { get; init; }
    public required IReadOnlyList<FileAnswer> Attachments { get; init; }
    public required FeedbackAnswer? Feedback { get; init; }

    /// <summary>The short number: 1042 is shown as #1042.</summary>
    public int ShortNumber { get; init; }

    /// <summary>Told to staff only.</summary>
    public string? CustomerName { get; init; }

    internal static TicketDetailAnswer Of(TicketDetail ticket, Actor actor) =>
        new()
        {
            Id = ticket.Id,
            Number = ticket.Number,
            TenantId = ticket.TenantId,
            CustomerId = ticket.CustomerPublicId,
            AssigneeId = ticket.AssigneeId,
            AssigneeName = ticket.AssigneeName,
            Title = ticket.Subject,
            Description = ticket.Description,
            Category = ticket.Category,
            Status = TicketWords.Of(ticket.Status, actor),
            Priority = TicketWords.Of(ticket.Priority, actor),
            Channel = ticket.Channel,
            Type = ticket.Type,
            Labels = actor.IsStaff ? ticket.Tags : [],
            CreatedBy = ticket.OpenedBy,
            CreatedAt = ticket.CreatedAt,
            UpdatedAt = ticket.UpdatedAt,
            ResolvedAt = ticket.ResolvedAt,
            ClosedAt = ticket.ClosedAt,
            LastMessageAt = ticket.LastMessageAt,
            Messages = [.. ticket.Messages.Select(m => MessageAnswer.Of(m, actor))],
            HasOlderMessages = ticket.HasOlderMessages,
            Attachments = [.. ticket.Files.Select(f => FileAnswer.Of(f, actor))],
            Feedback = ticket.Feedback is { } feedback ? FeedbackAnswer.Of(feedback, ticket.CustomerPublicId, actor) : null,
            ShortNumber = ticket.Short,
            CustomerName = actor.IsStaff ? ticket.CustomerName : null,
        };
}

public sealed record MessageAnswer
{
    public required Guid Id { get; init; }
    public required Guid TicketId { get; init; }
    public required Guid TenantId { get; init; }
    public required Guid? SenderId { get; init; }
    public required string AuthorRef { get; init; }
    public required string AuthorName { get; init; }
    public required string Body { get; init; }
    public required MessageDirection Direction { get; init; }
    public required string Type { get; init; }
    public required IReadOnlyList<string> Attachments { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    internal static MessageAnswer Of(MessageView message, Actor actor) =>
        new()
        {
            Id = message.Id,
            TicketId = message.TicketId,
            TenantId = actor.TenantId,
            SenderId = message.AuthorId,
            AuthorRef = message.AuthorId?.ToString() ?? "system",
            AuthorName = message.AuthorName,
            Body = message.Body,
            Direction = message.Direction,
            Type = message.Kind == MessageKind.Note ? "internal_note" : "message",
            Attachments = [.. message.Files.Select(f => f.Id.ToString())],
            CreatedAt = message.CreatedAt,
        };
}

public sealed record FileAnswer
{
    public required Guid Id { get; init; }
    public required Guid TenantId { get; init; }
    public required string ResourceType { get; init; }
    public required Guid? ResourceId { get; init; }
    public required Guid? MessageId { get; init; }
    public required string Filename { get; init; }
    public required string OriginalFilename { get; init; }
    public required string MimeType { get; init; }
    public required long Size { get; init; }
    public required string StorageProvider { get; init; }
    public required Guid UploadedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string Url { get; init; }

    internal static FileAnswer Of(AttachmentView file, Actor actor) =>
        new()
        {
            Id = file.Id,
            TenantId = actor.TenantId,
            ResourceType = "ticket",
            ResourceId = file.TicketId,
            MessageId = file.MessageId,
            Filename = file.Name,
            OriginalFilename = file.OriginalName,
            MimeType = file.ContentType,
            Size = file.Size,
            StorageProvider = "local",
            UploadedBy = file.UploadedBy,
            CreatedAt = file.CreatedAt,
            Url = file.Url,
        };
}

public sealed record FeedbackAnswer(
    Guid Id,
    Guid TenantId,
    Guid TicketId,
    string CustomerId,
    int Rating,
    string? Comment,
    DateTimeOffset CreatedAt
)
{
    internal static FeedbackAnswer Of(FeedbackView feedback, string customerPublicId, Actor actor) =>
        new(feedback.Id, actor.TenantId, feedback.TicketId, customerPublicId, feedback.Rating, feedback.Comment, feedback.CreatedAt);
}

public sealed record CallMetadata(DateTimeOffset? ScheduledAt, IReadOnlyList<DateTimeOffset> Wishes, string TimeZone);

public sealed record CallAnswer
{
    public required Guid Id { get; init; }
    public required Guid TenantId { get; init; }
    public required string CustomerId { get; init; }
    public required Guid UserId { get; init; }
    public required Guid RequesterId { get; init; }
    public required Guid? TicketId { get; init; }
    public required string Direction { get; init; }
    public required string? FromNumber { get; init; }
    public required CallStatus Status { get; init; }
    public required DateTimeOffset StartTime { get; init; }
    public required string? Notes { get; init; }
    public required CallMetadata Metadata { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string? Reason { get; init; }

    internal static CallAnswer Of(CallView call, string customerPublicId, Actor actor) =>
        new()
        {
            Id = call.Id,
            TenantId = actor.TenantId,
            CustomerId = customerPublicId,
            UserId = call.RequestedBy,
            RequesterId = call.RequestedBy,
            TicketId = call.TicketId,
            Direction = "inbound",
            FromNumber = call.Phone,
            Status = call.Status,
            StartTime = call.ScheduledAt ?? call.CreatedAt,
            Notes = call.Note,
            Metadata = new CallMetadata(call.ScheduledAt, call.Wishes, call.TimeZone),
            CreatedAt = call.CreatedAt,
            Reason = call.Reason,
        };
}

internal static class TicketWords
{
    public static string Of(TicketStatus status, Actor actor) => actor.IsStaff ? Word.Of(status) : PortalWords.Of(status);

    public static string Of(TicketPriority priority, Actor actor) => actor.IsStaff ? Word.Of(priority) : PortalWords.Of(priority);
}

public sealed record SearchAnswer(FoundKind Type, string Id, string Title, string Description);
