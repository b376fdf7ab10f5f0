using CsDashboard.Foundation.Events;

namespace CsDashboard.Accounts;

/// <summary>
/// With the device in words and the block of the address, and whether either was seen for the first time; First: the account's very first
/// device.
/// </summary>
public sealed record SignedIn(
    Guid UserId,
    string Name,
    string? Device = null,
    string? Block = null,
    bool NewDevice = false,
    bool First = false,
    bool NewPlace = false
) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_SignedIn", [Name]);
    string IEvent.Action => "LOGIN";
}

public sealed record SignInFailed(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_SignInFailed", [Name]);
    string IEvent.Action => "LOGIN_FAILED";
}

/// <summary>A sign-in refused whatever the password was: the account is locked or disabled.</summary>
public sealed record SignInRefused(Guid UserId, string Name, string Why) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => (Why == "disabled" ? "Event_SignInDisabled" : "Event_SignInLocked", [Name]);
    string IEvent.Action => "LOGIN_FAILED";
}

/// <summary>A wrong password, typed on a page by somebody who is signed in.</summary>
public sealed record ProofFailed(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_ProofFailed", [Name]);
    string IEvent.Action => "LOGIN_FAILED";
}

/// <summary>Five failures in fifteen minutes (contract: market, Lock-out).</summary>
public sealed record AccountLocked(Guid UserId, string Name, DateTimeOffset Until) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_AccountLocked", [Name]);
}

public sealed record SignedOut(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_SignedOut", [Name]);
    string IEvent.Action => "LOGOUT";
}

/// <summary>A refresh token was used twice: one of its two holders stole it, so the session ends.</summary>
public sealed record RefreshTokenReused(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_RefreshTokenReused", [Name]);
    string IEvent.Action => "LOGOUT";
}

public sealed record TenantFounded(Guid TenantId, string Name) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => ("Event_TenantFounded", [Name]);
    string IEvent.Action => "CREATE";
}

/// <summary>By two letters; null stands for the country of the company's time zone.</summary>
public sealed record CompanyCountryChanged(Guid TenantId, string? From, string? To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => To is null ? ("Event_CompanyCountryOfZone", []) : ("Event_CompanyCountry", [To]);
    public object? Before => new { Country = From };
    public object? After => new { Country = To };
}

public sealed record UserAdded(Guid UserId, string Name, string Email, Role Role) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_UserAdded", [Name]);
    public object? After =>
        new
        {
            Name,
            Email,
            Role,
        };
}

/// <summary>No event holds the code: only the mail does.</summary>
public sealed record UserInvited(Guid UserId, string Name, string Email, Role Role) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_UserInvited", [Name]);
    string IEvent.Action => "USER_INVITED";
    public object? After =>
        new
        {
            Name,
            Email,
            Role,
        };
}

/// <summary>A link that went to the address of the account was used.</summary>
public sealed record EmailConfirmed(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_EmailConfirmed", [Name]);
    public object? Before => new { Confirmed = false };
    public object? After => new { Confirmed = true };
    string IEvent.Action => "UPDATE";
}

public sealed record UserDisabled(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_UserDisabled", [Name]);
    public object? Before => new { Disabled = false };
    public object? After => new { Disabled = true };
}

public sealed record UserEnabled(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_UserEnabled", [Name]);
    public object? Before => new { Disabled = true };
    public object? After => new { Disabled = false };
}

public sealed record UsersExported(Guid TenantId, bool OfCustomers, string Filter, int Rows) : IEvent
{
    public Subject About => new("user", TenantId);
    string IEvent.Action => "EXPORT";
    public (string, object?[]) Sentence => ("Event_UsersExported", [Rows]);
    public object? After => new { Filter, Rows };
}

public sealed record RoleChanged(Guid UserId, string Name, Role From, Role To) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_RoleChanged", [Name]);
    public object? Before => new { Role = From };
    public object? After => new { Role = To };
}

public sealed record PasswordChanged(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_PasswordChanged", [Name]);
    string IEvent.Action => "UPDATE";
}

/// <summary>Somebody asked for a link that sets a new password. Only the mail holds the link.</summary>
public sealed record PasswordForgotten(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_PasswordForgotten", [Name]);
}

public sealed record ProfileChanged(Guid UserId, ProfileState From, ProfileState To) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_ProfileChanged", [To.Name]);
    public object? Before => From;
    public object? After => To;
}

public sealed record ProfileState(string Name, string Language, string TimeZone, string? Digits = null)
{
    internal static ProfileState Of(User user) => new(user.Name, user.Language, user.TimeZone, user.Digits);
}

public sealed record SecondFactorEnabled(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_SecondFactorEnabled", [Name]);
    public object? Before => new { SecondFactor = false };
    public object? After => new { SecondFactor = true };
}

public sealed record SecondFactorDisabled(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_SecondFactorDisabled", [Name]);
    public object? Before => new { SecondFactor = true };
    public object? After => new { SecondFactor = false };
}

public sealed record RecoveryCodesRenewed(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_RecoveryCodesRenewed", [Name]);
}

public sealed record RecoveryCodeUsed(Guid UserId, string Name, int Left) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_RecoveryCodeUsed", [Name, Left]);
}

/// <summary>Which roles must have a second factor.</summary>
public sealed record SecondFactorDemanded(Guid TenantId, string From, string To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence =>
        (To.Length == 0 ? "Event_SecondFactorFree" : "Event_SecondFactorDemanded", [SaidWords.Of("Roles_", To)]);
    public object? Before => new { Roles = From };
    public object? After => new { Roles = To };
}

public sealed record PasskeyAdded(Guid UserId, string Name, string Passkey) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_PasskeyAdded", [Name, Passkey]);
}

public sealed record PasskeyRemoved(Guid UserId, string Name, string Passkey) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_PasskeyRemoved", [Name, Passkey]);
}
