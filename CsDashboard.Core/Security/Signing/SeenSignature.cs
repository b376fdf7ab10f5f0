using CsDashboard.Foundation.Storage;

namespace CsDashboard.Security.Signing;

/// <summary>A signature that was shown already, until it would be too old anyway.</summary>
public sealed class SeenSignature : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>SHA-256 of what was shown, in hex.</summary>
    public required string Hash { get; init; }
    public DateTimeOffset Until { get; init; }
}
