using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

public sealed record InboxRow(
    Guid Id,
    string Kind,
    string Title,
    string Content,
    string? Link,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ReadAt
)
{
    public bool IsRead => ReadAt is not null;
}
