using System.Linq.Expressions;
using CsDashboard.Customers;

namespace CsDashboard.Desk;

/// <summary>A ticket in a list.</summary>
public sealed record TicketRow(
    Guid Id, string Number, string Subject, TicketStatus Status, TicketPriority Priority, TicketCategory Category, TicketType Type,
    Guid CustomerId, string CustomerName, Guid? AssigneeId, string? AssigneeName, int MessageCount, DateTimeOffset LastMessageAt, bool AwaitsStaff,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset NextDueAt, DateTimeOffset? FirstRespondedAt, string TagText, DateTimeOffset? SeenAt)
{
    public int Short { get; init; }
    public string ShortNumber => Desk.ShortNumber.Of(Short);
    /// <summary>What the API calls the customer (rule C5).</summary>
    public string CustomerPublicId { get; init; } = "";
    public IReadOnlyList<string> Tags => Ticket.SplitTags(TagText);
    /// <summary>The other side wrote since this user last looked.</summary>
    public bool Unread => SeenAt is null ? AwaitsStaff : SeenAt < LastMessageAt;
    /// <summary>For the customer: the company wrote since they last looked.</summary>
    public bool UnreadByCustomer => !AwaitsStaff && (SeenAt is null || SeenAt < LastMessageAt);
    public bool IsOpen => Status.IsOpen;
}

/// <summary>The customer a ticket is of, as it is shown beside it.</summary>
public sealed record Requester(Guid Id, string PublicId, string Name, string Email, string? Phone, string Language, string TimeZone)
{
    internal static readonly Expression<Func<Customer, Requester>> Of = c => new(c.Id, c.PublicId, c.Name, c.Email, c.Phone, c.Language, c.TimeZone);
}

/// <summary>A ticket with all that belongs to it. For a customer it holds no note, no file of a note, and no promise.</summary>
public sealed record TicketDetail(
    Guid Id, Guid TenantId, string Number, string Subject, TicketStatus Status, TicketPriority Priority, TicketCategory Category, TicketType Type, TicketChannel Channel,
    Guid CustomerId, string CustomerPublicId, string CustomerName, string CustomerEmail, string? CustomerPhone, string CustomerLanguage, string CustomerTimeZone,
    Guid? AssigneeId, string? AssigneeName, Guid? OpenedBy, IReadOnlyList<string> Tags,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset LastMessageAt, DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt,
    IReadOnlyList<MessageView> Messages, bool HasOlderMessages, IReadOnlyList<AttachmentView> Files, FeedbackView? Feedback,
    PromiseView? FirstResponse, PromiseView? Resolution)
{
    public int Short { get; init; }
    public string ShortNumber => Desk.ShortNumber.Of(Short);
    public bool IsOpen => Status.IsOpen;
    /// <summary>What it is about, as the customer was shown it; null for most.</summary>
    public SubjectCardView? Card { get; init; }
    /// <summary>The text that opened the ticket.</summary>
    public string Description { get; init; } = "";
}

public sealed record MessageView(Guid Id, Guid TicketId, Guid? AuthorId, string AuthorName, MessageKind Kind, MessageDirection Direction, string Body, DateTimeOffset CreatedAt, IReadOnlyList<AttachmentView> Files);

/// <summary>A file of a customer, with the number of its ticket as people say it; without one it was put to the record.</summary>
public sealed record CustomerFile(AttachmentView File, int? TicketShort)
{
    public string? TicketNumber => TicketShort is { } number ? ShortNumber.Of(number) : null;
}

public sealed record AttachmentView(Guid Id, Guid? TicketId, Guid? MessageId, string Name, string OriginalName, string ContentType, long Size, Guid UploadedBy, DateTimeOffset CreatedAt)
{
    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);
    public string Url => "/api/files/" + Id;
}

public sealed record FeedbackView(Guid Id, Guid TicketId, int Rating, string? Comment, DateTimeOffset CreatedAt);

/// <summary>How many tickets stand in each list of the inbox; none is counted beyond <see cref="Cap"/>.</summary>
public sealed record InboxCounts(int Mine, int Unassigned, int Overdue, int All, int Mentions, IReadOnlyDictionary<TicketStatus, int> ByStatus)
{
    public const int Cap = 1000;
}

/// <summary>A customer's own figures: open = new, open, in progress and pending; resolved = resolved and closed (rules.md 003).</summary>
public sealed record TicketStats(int Total, int Open, int WaitingForYou, int Resolved);

public sealed record CallView(
    Guid Id, Guid CustomerId, string CustomerName, Guid RequestedBy, Guid? TicketId, int? TicketShort, string? Phone, string? Note, CallStatus Status,
    IReadOnlyList<DateTimeOffset> Wishes, string TimeZone, DateTimeOffset? ScheduledAt, string? AgentName, string? Reason, string? Outcome, DateTimeOffset CreatedAt)
{
    /// <summary>The number of the ticket as people say it.</summary>
    public string? TicketNumber => TicketShort is { } number ? ShortNumber.Of(number) : null;
    public string CustomerPublicId { get; init; } = "";
    /// <summary>Of the ticket that it is about.</summary>
    public string? Subject { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What it is about in a line: the ticket, else a note that is no longer than that.</summary>
    public string? Topic => Subject ?? (Note is { Length: > 0 and <= TopicLength } && !Note.Contains('\n', StringComparison.Ordinal) ? Note : null);

    private const int TopicLength = 80;

    /// <summary>The wishes that can still be met.</summary>
    public IEnumerable<DateTimeOffset> OpenWishes(DateTimeOffset now) => Status == CallStatus.Requested ? Wishes.Where(w => w > now) : [];
}

/// <summary>What speaks against the time of a call: when work begins again, where nobody works then, and another call.</summary>
public sealed record CallClash(DateTimeOffset? NextOpening, DateTimeOffset? OtherAt, string? OtherName)
{
    public bool Any => NextOpening is not null || OtherAt is not null;
}
