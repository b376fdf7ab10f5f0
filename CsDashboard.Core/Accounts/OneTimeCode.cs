using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Accounts;

/// <summary>A link sent by mail: random, short-lived, used once; a newer one of the same purpose replaces it.</summary>
public sealed class OneTimeCode
{
    public Guid Id { get; init; } = Ids.New();
    public Guid UserId { get; init; }
    public CodePurpose Purpose { get; init; }

    /// <summary>SHA-256 of the code, hex.</summary>
    public required string Hash { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}
