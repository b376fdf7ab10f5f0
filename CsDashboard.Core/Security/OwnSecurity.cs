using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>
/// The security of one account: for customers their own, for staff a customer's (by its id) or their own (without one). The caller has
/// already resolved the customer's name: somebody else's id is NotFound for a customer, and Forbidden for anyone who may see none.
/// </summary>
public sealed class OwnSecurity(Store store)
{
    // contract: membership, Security.
    public const int RecentAlerts = 5,
        Alerts = 20,
        Events = 30;

    // More than that in a day are not reports any more.
    private const int ReportsADay = 20;

    public async Task<SecurityStatus> Status(Actor actor, Guid? customer = null)
    {
        var whose = Whose(actor, customer);
        await using var db = store.Open(actor);
        var alerts = AlertsOf(db, whose).Where(a => a.State == CaseState.Open || a.State == CaseState.Investigating);
        var (critical, high) = (
            await alerts.CountAsync(a => a.Severity == Severity.Critical),
            await alerts.CountAsync(a => a.Severity == Severity.High)
        );
        var reports = ReportsOf(db, whose);
        var score = Risk.Score(
            critical,
            high,
            await reports.CountAsync(r => r.State == CaseState.Open || r.State == CaseState.Investigating)
        );
        var accounts = AccountsOf(db, whose);
        return new(
            Risk.Of(score),
            score,
            await accounts.AnyAsync(u => u.TwoFactorEnabled),
            await accounts.MaxAsync(u => u.LastSignInAt),
            await reports.CountAsync(),
            await Look(db, whose, RecentAlerts)
        );
    }

    /// <summary>The newest 20.</summary>
    public async Task<IReadOnlyList<AlertView>> AlertsOf(Actor actor, Guid? customer = null)
    {
        var whose = Whose(actor, customer);
        await using var db = store.Open(actor);
        return await Look(db, whose, Alerts);
    }

    /// <summary>What to do next, the most pressing first (contract: membership, Security).</summary>
    public async Task<IReadOnlyList<Recommendation>> Recommendations(Actor actor, Guid? customer = null)
    {
        var status = await Status(actor, customer);
        var all = new List<Recommendation>();
        void Add(string priority, string action, string icon) =>
            all.Add(new(priority, Words.Of("Advice_" + action), Words.Of($"Advice_{action}_Text"), action, icon));
        if (status.Risk == Risk.High)
            Add("critical", "change-password", "key");
        if (!status.TwoFactorEnabled)
            Add("high", "enable-2fa", "shield");
        Add("medium", "review-devices", "system");
        Add("low", "update-contact", "user");
        return all;
    }

    /// <summary>The newest 30 of what happened to the account.</summary>
    public async Task<IReadOnlyList<SecurityEventView>> History(Actor actor, Guid? customer = null)
    {
        var (id, user) = Whose(actor, customer);
        await using var db = store.Open(actor);
        var rows = await db
            .SecurityEvents.Where(e => e.Type != null && (id != null ? e.CustomerId == id : e.UserId == user))
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(Events)
            .ToListAsync();
        return rows.ConvertAll(e => new SecurityEventView(
            e.Id,
            e.Kind,
            Words.Of("SecurityEvent_" + e.Type + (e.Succeeded ? "" : "_Failed")),
            e.Detail is null ? "" : Words.Of(e.Detail, e.Value),
            e.Address,
            e.Device,
            e.At,
            e.Succeeded ? "success" : "failed"
        ));
    }

    /// <summary>
    /// Records what somebody found suspicious, for staff to look at. Invalid for what is missing or too long; TooMany beyond 20 a day.
    /// </summary>
    public Task<Guid> Report(Actor actor, SuspicionInput input, Guid? customer = null)
    {
        var (id, user) = Whose(actor, customer);
        input.Checked();
        return store.Write(
            actor,
            async db =>
            {
                var since = actor.Now - TimeSpan.FromDays(1);
                if (await ReportsOf(db, (id, user)).CountAsync(r => r.At > since) >= ReportsADay)
                    throw Refusal.TooMany(TimeSpan.FromHours(1));
                var report = new SuspiciousReport
                {
                    CustomerId = id,
                    UserId = user,
                    At = actor.Now,
                    ActivityType = input.ActivityType!.Trim(),
                    Description = input.Description!.Trim(),
                    Evidence = string.IsNullOrWhiteSpace(input.Evidence) ? null : input.Evidence.Trim(),
                };
                db.SuspiciousReports.Add(report);
                db.Record(new SuspicionReported(report.Id, id, report.ActivityType));
                return report.Id;
            }
        );
    }

    /// <summary>
    /// Begins setting up a second factor and tells its owner where to go on. It is on only once they have entered a code of their app.
    /// Gives whether it is on. Conflict for a customer without an account.
    /// </summary>
    public async Task<bool> BeginSecondFactor(Actor actor, Guid customer)
    {
        var whose = Whose(actor, customer);
        return await store.Write(
            actor,
            async db =>
            {
                var accounts = await AccountsOf(db, whose)
                    .Where(u => u.DisabledAt == null)
                    .Select(u => new { u.Id, u.TwoFactorEnabled })
                    .ToListAsync();
                if (accounts.Count == 0)
                    throw Refusal.Conflict(Words.Of("SecondFactor_NoAccount"));
                if (accounts.Any(a => a.TwoFactorEnabled))
                    return true;
                foreach (var account in accounts)
                    db.Record(new SecondFactorBegun(account.Id, customer));
                return false;
            }
        );
    }

    private static (Guid? Customer, Guid? User) Whose(Actor actor, Guid? customer)
    {
        actor.DemandSecondFactor();
        if (actor.Role == Role.Customer)
            return customer is null || customer == actor.DemandCustomer() ? (actor.CustomerId, actor.UserId) : throw Refusal.NotFound();
        if (customer is null)
            return (null, actor.DemandUser());
        actor.Demand(SecurityRights.See);
        return (customer, null);
    }

    private static IQueryable<User> AccountsOf(AppDb db, (Guid? Customer, Guid? User) whose) =>
        whose.Customer is { } customer ? db.Users.Where(u => u.CustomerId == customer) : db.Users.Where(u => u.Id == whose.User);

    private static IQueryable<SecurityAlert> AlertsOf(AppDb db, (Guid? Customer, Guid? User) whose) =>
        whose.Customer is { } customer
            ? db.SecurityAlerts.Where(a => a.CustomerId == customer)
            : db.SecurityAlerts.Where(a => a.UserId == whose.User);

    private static IQueryable<SuspiciousReport> ReportsOf(AppDb db, (Guid? Customer, Guid? User) whose) =>
        whose.Customer is { } customer
            ? db.SuspiciousReports.Where(r => r.CustomerId == customer)
            : db.SuspiciousReports.Where(r => r.UserId == whose.User);

    private static async Task<IReadOnlyList<AlertView>> Look(AppDb db, (Guid? Customer, Guid? User) whose, int most) =>
        [.. (await AlertsOf(db, whose).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(most).ToListAsync()).Select(ViewOf)];

    internal static AlertView ViewOf(SecurityAlert a) =>
        new(
            a.Id,
            Word.Of(a.Type),
            Word.Of(a.Severity),
            Words.Of("Alert_" + a.Type),
            a.Detail is { } more
                ? Words.Of(more, a.Value)
                : Words.Of($"Alert_{a.Type}_Text", a.Device ?? Words.Of("Device_Unknown"), a.Block ?? "?"),
            a.At,
            a.State is CaseState.Resolved or CaseState.Dismissed,
            a.Type switch
            {
                AlertType.NewDevice or AlertType.LocationChange or AlertType.DataAccess => "review-devices",
                AlertType.SuspiciousTransaction => "review-orders",
                AlertType.UnusualLogin or AlertType.MultipleFailedAttempts or AlertType.AccountAccess => "change-password",
            }
        );
}
