using System.Collections.Concurrent;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Notifications;

namespace CsDashboard.Web.Accounts;

/// <summary>
/// Sends the link that sets a new password. The page has answered by then, so neither its words nor its time tell whether
/// the account exists. Three links an hour for one address (rules.md 004).
/// </summary>
internal sealed class Forgotten(Users users, AccountMails mails, TimeProvider clock, ILogger<Forgotten> log)
{
    private const int PerHour = 3, MaxRemembered = 10_000;
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Since)> asked = new();

    public void Ask(string? email, Visitor visitor)
    {
        if (Emails.TryNormalise(email) is not { } address) return;
        var now = clock.GetUtcNow();
        if (asked.Count > MaxRemembered)
            foreach (var (old, _) in asked.Where(a => now - a.Value.Since > TimeSpan.FromHours(1) || asked.Count > 2 * MaxRemembered)) asked.TryRemove(old, out _);
        var (count, _) = asked.AddOrUpdate(address, (1, now), (_, was) => now - was.Since > TimeSpan.FromHours(1) ? (1, now) : (was.Count + 1, was.Since));
        if (count <= PerHour) _ = Task.Run(() => Send(address, visitor));
    }

    private async Task Send(string address, Visitor visitor)
    {
        try
        {
            if (await users.ForgotPassword(address, visitor) is not var (code, user)) return;
            await mails.ForgotPassword(Actor.System(user.TenantId, clock), user.Email, code, user.Language, user.IsConfirmed);
        }
        catch (Exception e)
        {
            log.LogError(e, "A password link could not be sent");
        }
    }
}
