using System.Linq.Expressions;
using CsDashboard.Customers;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Sla;

namespace CsDashboard.Desk.Ticketing;

/// <summary>A ticket in a list.</summary>
public sealed record TicketRow
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Subject { get; init; }
    public required TicketStatus Status { get; init; }
    public required TicketPriority Priority { get; init; }
    public required TicketCategory Category { get; init; }
    public required TicketType Type { get; init; }
    public required Guid CustomerId { get; init; }
    public required string CustomerName { get; init; }
    public required Guid? AssigneeId { get; init; }
    public required string? AssigneeName { get; init; }
    public required int MessageCount { get; init; }
    public required DateTimeOffset LastMessageAt { get; init; }
    public required bool AwaitsStaff { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required DateTimeOffset NextDueAt { get; init; }
    public required DateTimeOffset? FirstRespondedAt { get; init; }
    public required string TagText { get; init; }
    public required DateTimeOffset? SeenAt { get; init; }

    public int Short { get; init; }
    public string ShortNumber => CsDashboard.Desk.Ticketing.ShortNumber.Of(Short);

    /// <summary>What the API calls the customer (contract C5).</summary>
    public string CustomerPublicId { get; init; } = "";
    public IReadOnlyList<string> Tags => Ticket.SplitTags(TagText);

    /// <summary>The other side wrote since this user last looked.</summary>
    public bool Unread => SeenAt is null ? AwaitsStaff : SeenAt < LastMessageAt;

    /// <summary>For the customer: the company wrote since they last looked.</summary>
    public bool UnreadByCustomer => !AwaitsStaff && (SeenAt is null || SeenAt < LastMessageAt);
    public bool IsOpen => Status.IsOpen;
}

/// <summary>The customer of a ticket, as shown beside it.</summary>
public sealed record Requester(Guid Id, string PublicId, string Name, string Email, string? Phone, string Language, string TimeZone)
{
    internal static readonly Expression<Func<Customer, Requester>> Of = c =>
        new(c.Id, c.PublicId, c.Name, c.Email, c.Phone, c.Language, c.TimeZone);
}

/// <summary>A ticket with all that belongs to it. For a customer it holds no note, no file of a note, and no SLA.</summary>
public sealed record TicketDetail
{
    public required Guid Id { get; init; }
    public required Guid TenantId { get; init; }
    public required string Number { get; init; }
    public required string Subject { get; init; }
    public required TicketStatus Status { get; init; }
    public required TicketPriority Priority { get; init; }
    public required TicketCategory Category { get; init; }
    public required TicketType Type { get; init; }
    public required TicketChannel Channel { get; init; }
    public required Guid CustomerId { get; init; }
    public required string CustomerPublicId { get; init; }
    public required string CustomerName { get; init; }
    public required string CustomerEmail { get; init; }
    public required string? CustomerPhone { get; init; }
    public required string CustomerLanguage { get; init; }
    public required string CustomerTimeZone { get; init; }
    public required Guid? AssigneeId { get; init; }
    public string? AssigneeName { get; init; }
    public required Guid? OpenedBy { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required DateTimeOffset LastMessageAt { get; init; }
    public required DateTimeOffset? ResolvedAt { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }
    public required IReadOnlyList<MessageView> Messages { get; init; }
    public bool HasOlderMessages { get; init; }
    public required IReadOnlyList<AttachmentView> Files { get; init; }
    public FeedbackView? Feedback { get; init; }
    public required SlaView? FirstResponse { get; init; }
    public required SlaView? Resolution { get; init; }

    public int Short { get; init; }
    public string ShortNumber => CsDashboard.Desk.Ticketing.ShortNumber.Of(Short);
    public bool IsOpen => Status.IsOpen;

    /// <summary>What it is about, as the customer was shown it; null for most.</summary>
    public SubjectCardView? Card { get; init; }

    /// <summary>The text that opened the ticket.</summary>
    public string Description { get; init; } = "";
}

public sealed record MessageView
{
    public required Guid Id { get; init; }
    public required Guid TicketId { get; init; }
    public required Guid? AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public required MessageKind Kind { get; init; }
    public required MessageDirection Direction { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required IReadOnlyList<AttachmentView> Files { get; init; }
}

/// <summary>A file of a customer, with the short number of its ticket; without one it was added to the record.</summary>
public sealed record CustomerFile(AttachmentView File, int? TicketShort)
{
    public string? TicketNumber => TicketShort is { } number ? ShortNumber.Of(number) : null;
}

public sealed record AttachmentView
{
    public required Guid Id { get; init; }
    public required Guid? TicketId { get; init; }
    public required Guid? MessageId { get; init; }
    public required string Name { get; init; }
    public required string OriginalName { get; init; }
    public required string ContentType { get; init; }
    public required long Size { get; init; }
    public required Guid UploadedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);
    public string Url => "/api/files/" + Id;
}

public sealed record FeedbackView(Guid Id, Guid TicketId, int Rating, string? Comment, DateTimeOffset CreatedAt);

/// <summary>How many tickets stand in each list of the inbox; none is counted beyond <see cref="Cap"/>.</summary>
public sealed record InboxCounts(
    int Mine,
    int Unassigned,
    int Overdue,
    int All,
    int Mentions,
    IReadOnlyDictionary<TicketStatus, int> ByStatus
)
{
    public const int Cap = 1000;
}

/// <summary>
/// A customer's own figures: open = new, open, in progress and pending; resolved = resolved and closed (contract: portal, Figures).
/// </summary>
public sealed record TicketStats(int Total, int Open, int WaitingForYou, int Resolved);
