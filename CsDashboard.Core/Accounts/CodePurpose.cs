using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Accounts;

public enum CodePurpose
{
    Invitation,
    PasswordReset,
    EmailConfirmation,
}
