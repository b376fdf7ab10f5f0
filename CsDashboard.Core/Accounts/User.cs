using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Accounts;

/// <summary>
/// Someone who can sign in. Identity's tables are global, since an address signs in before its company is known; so
/// every read of users outside sign-in goes through <see cref="AccountTableExtensions"/>, which names the company.
/// </summary>
public sealed class User : IdentityUser<Guid>
{
    public User() => Id = Ids.New();

    public Guid TenantId { get; init; }
    public required string Name { get; set; }
    /// <summary>The name as it is looked for (<see cref="Folding"/>).</summary>
    public string FoldedName { get => Folding.Fold(Name); private set { } }
    public Role Role { get; set; }
    /// <summary>The customer this user is, for role Customer.</summary>
    public Guid? CustomerId { get; init; }
    public string Language { get; set; } = "en";
    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "UTC";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastSignInAt { get; set; }
    /// <summary>How often they have signed in.</summary>
    public int SignIns { get; set; }
    public DateTimeOffset? DisabledAt { get; set; }

    public bool IsDisabled => DisabledAt is not null;

    /// <summary>Whoever has the account reads mail at its address: a link that went there was used. False when that was known.</summary>
    public bool ConfirmEmail()
    {
        if (EmailConfirmed) return false;
        EmailConfirmed = true;
        return true;
    }

    /// <summary>False when it was disabled already.</summary>
    public bool Disable(DateTimeOffset now)
    {
        if (IsDisabled) return false;
        DisabledAt = now;
        return true;
    }

    /// <summary>False when it was not disabled.</summary>
    public bool Enable()
    {
        if (!IsDisabled) return false;
        DisabledAt = null;
        return true;
    }
}

/// <summary>A sign-in that is still good, or the record of one that ended.</summary>
public sealed class Session
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; init; }
    public Guid UserId { get; init; }
    /// <summary>SHA-256 of the bearer token, hex; null for a browser, whose cookie names the session.</summary>
    public string? TokenHash { get; set; }
    public string? RefreshHash { get; set; }
    /// <summary>SHA-256 of the half that all refresh tokens of the session have in common, hex; by it one that was used before is known.</summary>
    public string? FamilyHash { get; set; }
    public DateTimeOffset? TokenExpiresAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastSeenAt { get; set; }
    /// <summary>After this no refresh helps either.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    /// <summary>When its owner last showed who they are, by password, code or passkey (<see cref="Proofs"/>).</summary>
    public DateTimeOffset? ProvedAt { get; set; }
    public string? Address { get; init; }
    /// <summary>The neighbourhood of the address (<see cref="Devices.Block"/>).</summary>
    public string? Block { get; init; }
    public string? Browser { get; init; }
}

/// <summary>A try to sign in; kept for the lock-out, also for addresses that have no account.</summary>
public sealed class SignInAttempt
{
    public Guid Id { get; init; } = Ids.New();
    public required string Email { get; init; }
    /// <summary>The network it came from (<see cref="AddressBlock"/>).</summary>
    public required string Address { get; init; }
    /// <summary>The device, where it is known to be the owner's; <see cref="Guess.Inside"/> where somebody is signed in already; else empty.</summary>
    public string Door { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public bool Succeeded { get; init; }
}

/// <summary>No sign-in for this pair of account and network until then (rules.md 001, Security); see <see cref="Guess"/> for what an empty half and a door mean.</summary>
public sealed class Lockout
{
    public Guid Id { get; init; } = Ids.New();
    public required string Email { get; init; }
    public required string Address { get; init; }
    public DateTimeOffset Until { get; set; }
}

public enum CodePurpose { Invitation, PasswordReset, EmailConfirmation }

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
