namespace CsDashboard.Foundation.Storage;

/// <summary>How far a company has counted one kind of thing (<see cref="Sequences"/>).</summary>
public sealed class Sequence : ITenantOwned
{
    public Guid TenantId { get; set; }
    public required string Kind { get; init; }
    public int Last { get; set; }
}
