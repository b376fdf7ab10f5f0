using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Notifications;

namespace CsDashboard.Web.Accounts;

/// <summary>
/// Sends the link that sets a new password. The page has answered by then, so neither its words nor its timing reveal whether the account
/// exists. Three links an hour for one address (contract: crm, Sign-in).
/// </summary>
internal sealed class PasswordLinks(Users users, AccountMails mails, TimeProvider clock, ILogger<PasswordLinks> log)
{
    private const int PerHour = 3;
    private readonly Hourly asked = new(mostRemembered: 10_000);

    public void Ask(string? email, Visitor visitor)
    {
        if (Emails.TryNormalise(email) is not { } address)
            return;
        if (asked.Take(address, clock.GetUtcNow()).Count <= PerHour)
            _ = Task.Run(() => Send(address, visitor));
    }

    private async Task Send(string address, Visitor visitor)
    {
        try
        {
            if (await users.ForgotPassword(address, visitor) is not var (code, user))
                return;
            await mails.ForgotPassword(Actor.System(user.TenantId, clock), user.Email, code, user.Language, user.IsConfirmed);
        }
        catch (Exception e)
        {
            log.LogError(e, "A password link could not be sent");
        }
    }
}
