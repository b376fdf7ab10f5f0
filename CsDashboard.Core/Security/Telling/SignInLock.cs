using CsDashboard.Foundation.Storage;

namespace CsDashboard.Security.Telling;

/// <summary>A pair of person and address that failed too often at a sign-in elsewhere (contract: market, Lock-out).</summary>
public sealed class SignInLock : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public required string Who { get; init; }
    public Guid? CustomerId { get; set; }
    public required string Address { get; init; }
    public DateTimeOffset Until { get; set; }

    /// <summary>When an admin let them in again; null for never.</summary>
    public DateTimeOffset? LiftedAt { get; set; }
}
