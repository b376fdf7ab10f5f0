using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>Alerts and reports as staff handle them. Each step is in the company's history, with the person who took it.</summary>
public sealed class SecurityCases(Store store)
{
    private const int AtOnce = 50;

    /// <summary>Newest first, 50 at a time.</summary>
    public async Task<Page<CaseRow>> List(Actor actor, CaseFilter filter)
    {
        actor.Demand(SecurityRights.Work);
        var after = Cursor.Read(filter.After);
        await using var db = store.Open(actor);
        List<CaseRow> rows;
        if (filter.Reports)
        {
            var reports = Narrow(db.SuspiciousReports, filter.State, after);
            rows =
            [
                .. (
                    await WithNames(db, reports.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(AtOnce + 1), r => r.UserId)
                ).Select(r => RowOf(r.Case, r.Name)),
            ];
        }
        else
        {
            var alerts = Narrow(db.SecurityAlerts, filter.State, after);
            if (filter.Severity is { } severity)
                alerts = alerts.Where(a => a.Severity == severity);
            rows =
            [
                .. (
                    await WithNames(db, alerts.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(AtOnce + 1), a => a.UserId)
                ).Select(a => RowOf(a.Case, a.Name)),
            ];
        }
        return Page.Of(rows, AtOnce, row => new(row.At, row.Id));
    }

    /// <summary>How many are not resolved: alerts, reports.</summary>
    public async Task<OpenCases> Unresolved(Actor actor)
    {
        actor.Demand(SecurityRights.Work);
        await using var db = store.Open(actor);
        return new(
            await db.SecurityAlerts.CountAsync(a => a.State != CaseState.Resolved),
            await db.SuspiciousReports.CountAsync(r => r.State != CaseState.Resolved)
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
                        to == CaseState.Resolved ? actor.Now : null
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
                db.Record(new SecurityCaseChanged(id, kind, title, from.ToString(), to.ToString(), note));
            }
        );
    }

    private static IQueryable<T> Narrow<T>(IQueryable<T> cases, CaseState? state, Cursor? after)
        where T : class, ISecurityCase
    {
        if (state is { } wanted)
            cases = cases.Where(c => c.State == wanted);
        if (after is { At: var at, Id: var id })
            cases = cases.Where(c => c.At <= at && (c.At < at || c.Id < id));
        return cases;
    }

    private static async Task<IReadOnlyList<(T Case, string? Name)>> WithNames<T>(AppDb db, IQueryable<T> cases, Func<T, Guid?> user)
    {
        var rows = await cases.ToListAsync();
        var ids = rows.Select(user).Distinct().ToList();
        var names = await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name);
        return rows.ConvertAll(r => (r, user(r) is { } id ? names.GetValueOrDefault(id) : null));
    }

    private static CaseRow RowOf(SecurityAlert a, string? name) =>
        new(a.Id, false, Words.Of("Alert_" + a.Type), a.Severity, a.State, a.At, a.CustomerId, name ?? "");

    private static CaseRow RowOf(SuspiciousReport r, string? name) =>
        new(r.Id, true, r.ActivityType, null, r.State, r.At, r.CustomerId, name ?? "");
}
