using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>Lets a charting site send alerts to one company. Of the token only its hash is kept.</summary>
public sealed class AlertToken : ITenantOwned
{
    public const int MaxName = 60;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public required string Name { get; init; }
    public required string Hash { get; init; }

    /// <summary>The first letters, to tell tokens apart by.</summary>
    public required string Beginning { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
    public DateTimeOffset? LastUsedAt { get; set; }
    public int Taken { get; set; }

    /// <summary>How many calls came after it was revoked.</summary>
    public int Refused { get; set; }
}
