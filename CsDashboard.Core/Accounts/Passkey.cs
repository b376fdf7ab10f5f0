using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>A key pair whose private half never leaves its owner's device. What is stored here lets nobody in.</summary>
public sealed class Passkey
{
    public Guid Id { get; init; } = Ids.New();
    public Guid UserId { get; init; }
    public required string Name { get; init; }
    public required byte[] CredentialId { get; init; }
    public required byte[] PublicKey { get; init; }
    public required byte[] AttestationObject { get; init; }
    public required byte[] ClientDataJson { get; init; }

    /// <summary>How the device is reached: words separated by spaces.</summary>
    public string Transports { get; init; } = "";
    public bool IsUserVerified { get; init; }
    public bool IsBackupEligible { get; init; }
    public bool IsBackedUp { get; set; }

    /// <summary>Grows with each use on devices that count; a smaller number than before means a copied key.</summary>
    public long SignCount { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; set; }

    internal UserPasskeyInfo Info() =>
        new(
            CredentialId,
            PublicKey,
            CreatedAt,
            (uint)SignCount,
            Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            IsUserVerified,
            IsBackupEligible,
            IsBackedUp,
            AttestationObject,
            ClientDataJson
        )
        {
            Name = Name,
        };
}
