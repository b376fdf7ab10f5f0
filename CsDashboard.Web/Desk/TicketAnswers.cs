using CsDashboard.Desk;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Desk;

/// <summary>
/// A ticket as the API tells it (rules.md 003). A customer is told 003's words, in which in_progress is open and urgent is
/// high; staff and programs the words of the product (rule C11).
/// </summary>
public sealed record TicketAnswer(
    Guid Id, string Number, Guid TenantId, string CustomerId, Guid? AssigneeId, string? AssigneeName, string Title, TicketCategory Category, string Status, string Priority, TicketType Type,
    IReadOnlyList<string> Labels, int MessageCount, DateTimeOffset LastMessageAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>The number that people say: 1042 is shown as #1042.</summary>
    public int ShortNumber { get; init; }
    /// <summary>Told to staff only.</summary>
    public string? CustomerName { get; init; }

    internal static TicketAnswer Of(TicketRow row, Actor actor) => new(
        row.Id, row.Number, actor.TenantId, row.CustomerPublicId, row.AssigneeId, row.AssigneeName, row.Subject, row.Category, TicketWords.Of(row.Status, actor), TicketWords.Of(row.Priority, actor), row.Type,
        actor.IsStaff ? row.Tags : [], row.MessageCount, row.LastMessageAt, row.CreatedAt, row.UpdatedAt)
    {
        ShortNumber = row.Short,
        CustomerName = actor.IsStaff ? row.CustomerName : null,
    };
}

/// <summary>A ticket with all that belongs to it; messages oldest first, at most the last hundred.</summary>
public sealed record TicketDetailAnswer(
    Guid Id, string Number, Guid TenantId, string CustomerId, Guid? AssigneeId, string? AssigneeName, string Title, string Description, TicketCategory Category, string Status, string Priority,
    TicketChannel Channel, TicketType Type, IReadOnlyList<string> Labels, Guid? CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt,
    DateTimeOffset LastMessageAt, IReadOnlyList<MessageAnswer> Messages, bool HasOlderMessages, IReadOnlyList<FileAnswer> Attachments, FeedbackAnswer? Feedback)
{
    /// <summary>The number that people say: 1042 is shown as #1042.</summary>
    public int ShortNumber { get; init; }
    /// <summary>Told to staff only.</summary>
    public string? CustomerName { get; init; }

    internal static TicketDetailAnswer Of(TicketDetail ticket, Actor actor) => new(
        ticket.Id, ticket.Number, ticket.TenantId, ticket.CustomerPublicId, ticket.AssigneeId, ticket.AssigneeName, ticket.Subject, ticket.Description, ticket.Category,
        TicketWords.Of(ticket.Status, actor), TicketWords.Of(ticket.Priority, actor), ticket.Channel, ticket.Type, actor.IsStaff ? ticket.Tags : [], ticket.OpenedBy,
        ticket.CreatedAt, ticket.UpdatedAt, ticket.ResolvedAt, ticket.ClosedAt, ticket.LastMessageAt,
        [.. ticket.Messages.Select(m => MessageAnswer.Of(m, actor))], ticket.HasOlderMessages, [.. ticket.Files.Select(f => FileAnswer.Of(f, actor))],
        ticket.Feedback is { } feedback ? FeedbackAnswer.Of(feedback, ticket.CustomerPublicId, actor) : null)
    {
        ShortNumber = ticket.Short,
        CustomerName = actor.IsStaff ? ticket.CustomerName : null,
    };
}

public sealed record MessageAnswer(
    Guid Id, Guid TicketId, Guid TenantId, Guid? SenderId, string AuthorRef, string AuthorName, string Body, MessageDirection Direction, string Type, IReadOnlyList<string> Attachments, DateTimeOffset CreatedAt)
{
    internal static MessageAnswer Of(MessageView message, Actor actor) => new(
        message.Id, message.TicketId, actor.TenantId, message.AuthorId, message.AuthorId?.ToString() ?? "system", message.AuthorName, message.Body, message.Direction,
        message.Kind == MessageKind.Note ? "internal_note" : "message", [.. message.Files.Select(f => f.Id.ToString())], message.CreatedAt);
}

public sealed record FileAnswer(
    Guid Id, Guid TenantId, string ResourceType, Guid? ResourceId, Guid? MessageId, string Filename, string OriginalFilename, string MimeType, long Size, string StorageProvider, Guid UploadedBy, DateTimeOffset CreatedAt, string Url)
{
    internal static FileAnswer Of(AttachmentView file, Actor actor) => new(
        file.Id, actor.TenantId, "ticket", file.TicketId, file.MessageId, file.Name, file.OriginalName, file.ContentType, file.Size, "local", file.UploadedBy, file.CreatedAt, file.Url);
}

public sealed record FeedbackAnswer(Guid Id, Guid TenantId, Guid TicketId, string CustomerId, int Rating, string? Comment, DateTimeOffset CreatedAt)
{
    internal static FeedbackAnswer Of(FeedbackView feedback, string customerPublicId, Actor actor) =>
        new(feedback.Id, actor.TenantId, feedback.TicketId, customerPublicId, feedback.Rating, feedback.Comment, feedback.CreatedAt);
}

public sealed record CallMetadata(DateTimeOffset? ScheduledAt, IReadOnlyList<DateTimeOffset> Wishes, string TimeZone);

public sealed record CallAnswer(
    Guid Id, Guid TenantId, string CustomerId, Guid UserId, Guid RequesterId, Guid? TicketId, string Direction, string? FromNumber, CallStatus Status, DateTimeOffset StartTime,
    string? Notes, CallMetadata Metadata, DateTimeOffset CreatedAt, string? Reason)
{
    internal static CallAnswer Of(CallView call, string customerPublicId, Actor actor) => new(
        call.Id, actor.TenantId, customerPublicId, call.RequestedBy, call.RequestedBy, call.TicketId, "inbound", call.Phone, call.Status, call.ScheduledAt ?? call.CreatedAt,
        call.Note, new CallMetadata(call.ScheduledAt, call.Wishes, call.TimeZone), call.CreatedAt, call.Reason);
}

internal static class TicketWords
{
    public static string Of(TicketStatus status, Actor actor) => actor.IsStaff ? Word.Of(status) : Words003.Of(status);
    public static string Of(TicketPriority priority, Actor actor) => actor.IsStaff ? Word.Of(priority) : Words003.Of(priority);
}
