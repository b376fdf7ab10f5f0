using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CsDashboard.Accounts;

/// <summary>One of ten codes that let a person in who has lost the app; each works once.</summary>
public sealed class RecoveryCode
{
    public Guid Id { get; init; } = Ids.New();
    public Guid UserId { get; init; }

    /// <summary>SHA-256 of the code, hex. With 80 random bits it can't be found by guessing.</summary>
    public required string Hash { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}
