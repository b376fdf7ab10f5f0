using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>Alerts and reports as staff handle them. Each step is in the company's history, with the person who took it.</summary>
public sealed class SecurityCases(Store store)
{
    private static readonly Orders<SecurityAlert> AlertsInOrder = new Orders<SecurityAlert>(a => a.Id)
        .By("at", a => a.At)
        .By(
            "severity",
            a =>
                a.Severity == Severity.Critical ? 3
                : a.Severity == Severity.High ? 2
                : a.Severity == Severity.Medium ? 1
                : 0
        );

    private static readonly Orders<SuspiciousReport> ReportsInOrder = new Orders<SuspiciousReport>(r => r.Id).By("at", r => r.At);

    /// <summary>Words of the orders that the list of alerts can have; the first is the usual one, and the only one of reports.</summary>
    public static IReadOnlyCollection<string> Sorts => AlertsInOrder.Words;

    /// <summary>Alerts or reports, newest first unless another place is asked for.</summary>
    public async Task<Slice<CaseRow>> List(Actor actor, CaseFilter filter, ListPlace? place = null)
    {
        actor.Demand(SecurityRights.Work);
        place ??= new ListPlace { Down = true };
        await using var db = store.Open(actor);
        if (filter.Reports)
        {
            var reports = await ReportsInOrder.Read(ReportsOf(db, filter), place, WithName<SuspiciousReport>(db));
            return new([.. reports.Items.Select(r => RowOf(r.Case, r.Name))], reports.Total);
        }
        var alerts = await AlertsInOrder.Read(AlertsOf(db, filter), place, WithName<SecurityAlert>(db));
        return new([.. alerts.Items.Select(a => RowOf(a.Case, a.Name))], alerts.Total);
    }

    /// <summary>
    /// All of what <see cref="List"/> shows page by page, in the same order. The export is recorded before its first row.
    /// </summary>
    public async IAsyncEnumerable<CaseRow> Export(
        Actor actor,
        CaseFilter filter,
        ListPlace place,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        actor.Demand(SecurityRights.Export);
        await using var db = store.Open(actor);
        var rows = filter.Reports
            ? Rows(ReportsInOrder.Sorted(ReportsOf(db, filter), place), WithName<SuspiciousReport>(db), r => RowOf(r.Case, r.Name))
            : Rows(AlertsInOrder.Sorted(AlertsOf(db, filter), place), WithName<SecurityAlert>(db), a => RowOf(a.Case, a.Name));
        var count = filter.Reports
            ? await ReportsOf(db, filter).CountAsync(cancellation)
            : await AlertsOf(db, filter).CountAsync(cancellation);
        await store.Record(actor, new SecurityCasesExported(actor.TenantId, filter.Reports, filter.Told, count), cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
            yield return row;
    }

    /// <summary>How many are not resolved: alerts, reports.</summary>
    public async Task<OpenCases> Unresolved(Actor actor)
    {
        actor.Demand(SecurityRights.Work);
        await using var db = store.Open(actor);
        return new(
            await db.SecurityAlerts.CountAsync(a => a.State == CaseState.Open || a.State == CaseState.Investigating),
            await db.SuspiciousReports.CountAsync(r => r.State == CaseState.Open || r.State == CaseState.Investigating)
        );
    }

    /// <summary>NotFound for another company's.</summary>
    public async Task<CaseDetail> Get(Actor actor, Guid id)
    {
        actor.Demand(SecurityRights.Work);
        await using var db = store.Open(actor);
        var alert = await db.SecurityAlerts.SingleOrDefaultAsync(a => a.Id == id);
        var report = alert is null ? await db.SuspiciousReports.SingleOrDefaultAsync(r => r.Id == id) ?? throw Refusal.NotFound() : null;
        var (user, agent) = (alert?.UserId ?? report?.UserId, alert?.AgentId ?? report?.AgentId);
        var names = await db.Users.Where(u => u.Id == user || u.Id == agent).ToDictionaryAsync(u => u.Id, u => u.Name);
        string? Name(Guid? who) => who is { } known ? names.GetValueOrDefault(known) : null;
        var notes = await db
            .CaseNotes.Where(n => n.CaseId == id)
            .OrderBy(n => n.At)
            .ThenBy(n => n.Id)
            .Select(n => new CaseNoteView(n.At, n.Author, n.Text))
            .ToListAsync();
        return alert is not null
            ? new(RowOf(alert, Name(user)), OwnSecurity.ViewOf(alert).Description, null, Name(agent), alert.ResolvedAt, notes)
            : new(RowOf(report!, Name(user)), report!.Description, report.Evidence, Name(agent), report.ResolvedAt, notes);
    }

    /// <summary>
    /// Moves it to another state, with or without a note, or only adds a note. Invalid for neither; NotFound for another company's. Whoever
    /// moves it out of the first state handles it from then on. Safe to repeat.
    /// </summary>
    public Task Work(Actor actor, Guid id, CaseStep step)
    {
        actor.Demand(SecurityRights.Work);
        step.Checked();
        var note = string.IsNullOrWhiteSpace(step.Note) ? null : step.Note.Trim();
        if (step.State is null && note is null)
            throw Refusal.Invalid("note", Words.Of("Text_Required"));
        return store.Write(
            actor,
            async db =>
            {
                ISecurityCase found =
                    await db.SecurityAlerts.SingleOrDefaultAsync(a => a.Id == id) as ISecurityCase
                    ?? await db.SuspiciousReports.SingleOrDefaultAsync(r => r.Id == id)
                    ?? throw Refusal.NotFound();
                var (from, to) = (found.State, Word.Read(step.State, found.State));
                if (from == to && note is null)
                    return;
                if (from != to)
                    (found.State, found.AgentId, found.ResolvedAt) = (
                        to,
                        to == CaseState.Open ? null : actor.UserId,
                        to is CaseState.Resolved or CaseState.Dismissed ? actor.Now : null
                    );
                if (note is not null)
                    db.CaseNotes.Add(
                        new CaseNote
                        {
                            CaseId = id,
                            At = actor.Now,
                            Author = actor.Name,
                            Text = note,
                        }
                    );
                var (kind, title) = found is SecurityAlert alert
                    ? ("security_alert", Word.Of(alert.Type))
                    : ("suspicious_report", ((SuspiciousReport)found).ActivityType);
                db.Record(new SecurityCaseChanged(id, kind, title, from, to, note));
            }
        );
    }

    private static IQueryable<SecurityAlert> AlertsOf(AppDb db, CaseFilter filter)
    {
        var alerts = filter.State is { } state ? db.SecurityAlerts.Where(a => a.State == state) : db.SecurityAlerts;
        return filter.Severity is { } severity ? alerts.Where(a => a.Severity == severity) : alerts;
    }

    private static IQueryable<SuspiciousReport> ReportsOf(AppDb db, CaseFilter filter) =>
        filter.State is { } state ? db.SuspiciousReports.Where(r => r.State == state) : db.SuspiciousReports;

    // With the name of the account.
    private static Expression<Func<T, Named<T>>> WithName<T>(AppDb db)
        where T : class, ISecurityCase
    {
        IQueryable<User> users = db.Users;
        return c => new Named<T>(c, users.Where(u => u.Id == c.UserId).Select(u => u.Name).FirstOrDefault());
    }

    private static async IAsyncEnumerable<CaseRow> Rows<T>(
        IQueryable<T> cases,
        Expression<Func<T, Named<T>>> named,
        Func<Named<T>, CaseRow> row
    )
        where T : class, ISecurityCase
    {
        await foreach (var one in cases.Select(named).AsAsyncEnumerable())
            yield return row(one);
    }

    private sealed record Named<T>(T Case, string? Name);

    private static CaseRow RowOf(SecurityAlert a, string? name) =>
        new(a.Id, false, Words.Of("Alert_" + a.Type), a.Severity, a.State, a.At, a.CustomerId, name ?? "");

    private static CaseRow RowOf(SuspiciousReport r, string? name) =>
        new(r.Id, true, r.ActivityType, null, r.State, r.At, r.CustomerId, name ?? "");
}
