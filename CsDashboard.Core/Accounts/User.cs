using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Accounts;

/// <summary>
/// Someone who can sign in. Identity's tables are global, since an address signs in before its company is known; so
/// every read of users outside sign-in goes through <see cref="AccountTableExtensions"/>, which names the company.
/// </summary>
public sealed class User : IdentityUser<Guid>
{
    public static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    public User() => Id = Ids.New();

    public Guid TenantId { get; init; }
    public required string Name { get; set; }

    /// <summary>The name as it is looked for (<see cref="Folding"/>).</summary>
    public string FoldedName
    {
        get => Folding.Fold(Name);
        private set { }
    }
    public Role Role { get; set; }

    /// <summary>The customer this user is, for role Customer.</summary>
    public Guid? CustomerId { get; init; }
    public string Language { get; set; } = "en";

    /// <summary>The digits of their numbers: latn or arab; null for those of the language.</summary>
    public string? Digits { get; set; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "UTC";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>
    /// When they last did anything, to five minutes; <see cref="Never"/> is a time of its own, since databases disagree on where nothing
    /// stands in an order.
    /// </summary>
    public DateTimeOffset LastActiveAt { get; set; } = Never;

    /// <summary>How often they have signed in.</summary>
    public int SignIns { get; set; }
    public DateTimeOffset? DisabledAt { get; set; }

    public bool IsDisabled => DisabledAt is not null;

    /// <summary>The account's owner reads mail at its address, since a link sent there was used. False when that was known.</summary>
    public bool ConfirmEmail()
    {
        if (EmailConfirmed)
            return false;
        EmailConfirmed = true;
        return true;
    }

    /// <summary>False when it was disabled already.</summary>
    public bool Disable(DateTimeOffset now)
    {
        if (IsDisabled)
            return false;
        DisabledAt = now;
        return true;
    }

    /// <summary>False when it was not disabled.</summary>
    public bool Enable()
    {
        if (!IsDisabled)
            return false;
        DisabledAt = null;
        return true;
    }
}
