using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation;

/// <summary>How many days a company keeps a kind of data; without a row it is kept.</summary>
public sealed class RetentionRule : ITenantOwned
{
    public Guid TenantId { get; set; }
    public required string Kind { get; init; }
    public int Days { get; set; }
}
