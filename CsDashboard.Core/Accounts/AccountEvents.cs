using CsDashboard.Foundation.Events;

namespace CsDashboard.Accounts;

public sealed record SignedIn(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_SignedIn", [Name]);
}

public sealed record SignInFailed(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_SignInFailed", [Name]);
}

/// <summary>Five failures in fifteen minutes (rules.md 001, Security).</summary>
public sealed record AccountLocked(Guid UserId, string Name, DateTimeOffset Until) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_AccountLocked", [Name]);
}

public sealed record SignedOut(Guid UserId, string Name) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_SignedOut", [Name]);
}

public sealed record TenantFounded(Guid TenantId, string Name) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => ("Event_TenantFounded", [Name]);
}

public sealed record UserAdded(Guid UserId, string Name, string Email, Role Role) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_UserAdded", [Name]);
    public object? After => new { Name, Email, Role };
}

/// <summary>The code itself is in no event: it goes into the mail alone.</summary>
public sealed record UserInvited(Guid UserId, string Name, string Email, Role Role) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_UserInvited", [Name]);
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
}

public sealed record ProfileChanged(Guid UserId, ProfileState From, ProfileState To) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_ProfileChanged", [To.Name]);
    public object? Before => From;
    public object? After => To;
}

public sealed record ProfileState(string Name, string Language, string TimeZone);
