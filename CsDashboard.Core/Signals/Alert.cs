using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>An alert as it came in, word for word.</summary>
public sealed class Alert : ITenantOwned
{
    public const int MaxBody = 32 * 1024;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid TokenId { get; init; }

    /// <summary>Hash of the sender's key or of the body, which identifies a repeat.</summary>
    public required string Key { get; init; }
    public string? ContentType { get; init; }
    public required string Body { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The draft it became; null until it is read.</summary>
    public Guid? DraftId { get; set; }
}
