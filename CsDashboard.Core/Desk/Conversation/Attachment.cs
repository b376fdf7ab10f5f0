using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Conversation;

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

    /// <summary>Our own name for downloads: letters A-Za-z0-9._- only (contract: portal, Files).</summary>
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public long Size { get; init; }
    public required string Key { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);
}
