namespace CsDashboard.Accounts;

/// <summary>Whether somebody can sign in.</summary>
public enum UserState
{
    Active,

    /// <summary>Has not chosen a password yet.</summary>
    Invited,
    Deactivated,
}
