namespace CsDashboard.Accounts;

/// <summary>E-mail and password as typed; only their presence is checked, so that nothing tells accounts apart.</summary>
public sealed class Credentials
{
    [Text(254)]
    public string? Email { get; set; }

    [CurrentPassword]
    public string? Password { get; set; }

    /// <summary>From the authenticator app, or a recovery code; for accounts with a second factor.</summary>
    [Text(40, Optional = true)]
    public string? Code { get; set; }

    /// <summary>Another name of <see cref="Code"/>.</summary>
    [Text(40, Optional = true)]
    public string? TwoFactorCode { get; set; }
}

/// <summary>Where a person comes from (remote address, browser), and the clock to ask for the time.</summary>
public sealed record Visitor(string Address, string? Browser, TimeProvider Clock)
{
    /// <summary>The random mark that this browser keeps; null for programs and for browsers that keep none.</summary>
    public string? Device { get; init; }
}

public sealed class Invitation
{
    [Line(100, Min = 2)]
    public string? Name { get; set; }

    [Email]
    public string? Email { get; set; }

    /// <summary>agent or admin.</summary>
    [WordOf<Role>(Foundation.Role.System, Foundation.Role.Service, Foundation.Role.Customer)]
    public string? Role { get; set; } = "agent";
}

public sealed class NewPassword
{
    public string? Code { get; set; }

    [Password]
    public string? Password { get; set; }

    /// <summary>
    /// Otherwise the account's passkeys are removed: whoever asks for a new password may not be the person who made them.
    /// </summary>
    public bool KeepPasskeys { get; set; }
}

public sealed class PasswordChange
{
    [CurrentPassword]
    public string? Current { get; set; }

    [Password]
    public string? Password { get; set; }
}

public sealed class ProfileInput
{
    [Line(100, Min = 2)]
    public string? Name { get; set; }

    [OneOf("en", "ar")]
    public string? Language { get; set; }

    /// <summary>latn or arab; nothing for the digits of the language.</summary>
    [OneOf("latn", "arab")]
    public string? Digits
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value.ToLowerInvariant();
    }

    /// <summary>IANA name.</summary>
    [Text(64)]
    public string? TimeZone { get; set; }
}

/// <summary>What an admin says of the company.</summary>
public sealed class CompanyInput
{
    /// <summary>Its code or its name; nothing stands for the country of the company's time zone.</summary>
    [Country]
    public string? Country { get; set; }
}

/// <summary>The first owner and the company, made with the set-up code of the log.</summary>
public sealed class SetupInput
{
    [Text(64)]
    public string? Code { get; set; }

    [Line(100, Min = 2)]
    public string? Company { get; set; }

    /// <summary>
    /// Where the company is; phone numbers and hours are read as local to it. Without one the zone is UTC, and phone numbers need their
    /// country code.
    /// </summary>
    [Country]
    public string? Country { get; set; }

    [Line(100, Min = 2)]
    public string? Name { get; set; }

    [Email]
    public string? Email { get; set; }

    [Password]
    public string? Password { get; set; }
}

/// <summary>An account to be added inside a write; the caller has checked it. Without a password nobody signs in with one yet.</summary>
internal sealed class NewAccount
{
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required Role Role { get; init; }
    public string? PasswordHash { get; init; }
    public Guid? CustomerId { get; init; }
    public string Language { get; init; } = "en";
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Whether the address is known to be theirs.</summary>
    public bool IsConfirmed { get; init; } = true;
}
