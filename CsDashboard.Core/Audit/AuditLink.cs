using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Audit;

/// <summary>
/// Seals one event into its company's chain. Slim on purpose: the text that was hashed is made again from the event itself.
/// </summary>
public sealed class AuditLink : ITenantOwned
{
    public long EventId { get; init; }
    public Guid TenantId { get; set; }

    /// <summary>1, 2, 3, … within the company.</summary>
    public long Position { get; init; }
    public required byte[] Previous { get; init; }
    public required byte[] Hash { get; init; }
}
