using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Notifications;

namespace CsDashboard.Web.Accounts;

/// <summary>
/// Sends the link that sets a new password, or opens the account of a customer who has none yet. The page has answered by then, so neither
/// its words nor its timing reveal whether the account exists. Three links an hour for one address (contract: crm, Sign-in).
/// </summary>
internal sealed class PasswordLinks(Users users, Openings openings, AccountMails mails, TimeProvider clock, ILogger<PasswordLinks> log)
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
            if (await users.ForgotPassword(address, visitor) is var (code, user))
                await mails.ForgotPassword(Actor.System(user.TenantId, clock), user.Email, code, user.Language, user.IsConfirmed);
            else if (await openings.For(address, visitor) is { } opening)
                await mails.Opens(Actor.System(opening.TenantId, clock), opening.Name, opening.Email, opening.Code, opening.Language);
        }
        catch (Exception e)
        {
            log.LogError(e, "A password link could not be sent");
        }
    }
}
