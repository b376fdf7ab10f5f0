using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk;

/// <summary>A note is for staff alone and never leaves by any channel.</summary>
public enum MessageKind { Reply, Note }
public enum MessageDirection { Inbound, Outbound }

/// <summary>Something said in a ticket. Never edited: what was said stays said.</summary>
public sealed class Message : ITenantOwned
{
    public const int MaxLength = 50_000;

    private Message() { }

    internal Message(Guid ticketId, Actor author, MessageKind kind, MessageDirection direction, string body, string? key)
    {
        (TicketId, AuthorId, AuthorName, Kind, Direction, Body, ClientKey) = (ticketId, author.UserId, author.Name, kind, direction, body, key);
        CreatedAt = author.Now;
    }

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid TicketId { get; private init; }
    public Guid? AuthorId { get; private init; }
    public string AuthorName { get; private init; } = "";
    public MessageKind Kind { get; private init; }
    public MessageDirection Direction { get; private init; }
    public string Body { get; private init; } = "";
    public DateTimeOffset CreatedAt { get; private init; }
    /// <summary>Made of the writer and the random key of the box it was written in: sent twice, it is said once.</summary>
    public string? ClientKey { get; private init; }
}

/// <summary>Somebody was called into a ticket by @name in a note.</summary>
public sealed class Mention : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid UserId { get; init; }
    public Guid TicketId { get; init; }
    public Guid MessageId { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>How far a user has read a ticket.</summary>
public sealed class TicketRead : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid UserId { get; init; }
    public Guid TicketId { get; init; }
    public DateTimeOffset SeenAt { get; set; }
}

/// <summary>What a user has typed and not sent, by the box it stands in.</summary>
public sealed class Draft : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid UserId { get; init; }
    /// <summary>The box; a <see cref="BoxKey"/>.</summary>
    public required string Key { get; init; }
    public string Text { get; set; } = "";
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A ready-made answer with variables such as {{customer.name}}.</summary>
public sealed class CannedReply : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }
    public string Language { get; set; } = "en";
}

/// <summary>How content a customer was with a ticket that is done; one for each ticket.</summary>
public sealed class Feedback : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid TicketId { get; init; }
    public Guid CustomerId { get; init; }
    public int Rating { get; init; }
    public string? Comment { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A file that somebody sent. Its bytes lie in the file store under <see cref="Key"/>.</summary>
public sealed class Attachment : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid UploadedBy { get; init; }
    /// <summary>None while it waits for its ticket or message; then only the uploader sees it.</summary>
    public Guid? TicketId { get; set; }
    public Guid? MessageId { get; set; }
    /// <summary>The record it was put to, for staff alone; null for a file of a ticket.</summary>
    public Guid? CustomerId { get; set; }
    /// <summary>It belongs to a note: for staff alone.</summary>
    public bool StaffOnly { get; set; }
    /// <summary>As the person named it; only shown, never used as a path.</summary>
    public required string OriginalName { get; init; }
    /// <summary>Our own name for downloads: letters A-Za-z0-9._- only (rules.md 003, Files).</summary>
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public long Size { get; init; }
    public required string Key { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);
}
