using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Accounts;

/// <summary>A sign-in that is still good, or the record of one that ended.</summary>
public sealed class Session
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; init; }
    public Guid UserId { get; init; }

    /// <summary>SHA-256 of the bearer token, hex; null for a browser, whose cookie names the session.</summary>
    public string? TokenHash { get; set; }
    public string? RefreshHash { get; set; }

    /// <summary>
    /// SHA-256 in hex of the half that all refresh tokens of the session share; it identifies a token that was used before.
    /// </summary>
    public string? FamilyHash { get; set; }
    public DateTimeOffset? TokenExpiresAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>After this, refreshing no longer helps.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When its owner last showed who they are, by password, code or passkey (<see cref="Proofs"/>).</summary>
    public DateTimeOffset? ProvedAt { get; set; }
    public string? Address { get; init; }

    /// <summary>The neighbourhood of the address (<see cref="Devices.Block"/>).</summary>
    public string? Block { get; init; }
    public string? Browser { get; init; }
}
