using CsDashboard.Foundation.Storage;
using CsDashboard.Security;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>What happened to the accounts of the customer, and the alerts about them.</summary>
internal sealed class SecurityOfCustomers() : PersonalData("security", ErasureAction.Erase, ErasureAction.Keep)
{
    // Of the account too, whichever record it was of then.
    private static IQueryable<SecurityEvent> EventsOf(AppDb db, IReadOnlyList<Guid> records)
    {
        var users = AccountsOf(db, records).Select(u => (Guid?)u.Id);
        return db.SecurityEvents.Where(e => records.Any(r => r == e.CustomerId) || users.Contains(e.UserId));
    }

    private static IQueryable<SecurityAlert> AlertsOf(AppDb db, IReadOnlyList<Guid> records)
    {
        var users = AccountsOf(db, records).Select(u => (Guid?)u.Id);
        return db.SecurityAlerts.Where(a => records.Any(r => r == a.CustomerId) || users.Contains(a.UserId));
    }

    // Without those that only the account leads to: so it is a look into one index, before every merge.
    public override async Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        await db.SecurityEvents.CountAsync(e => records.Any(r => r == e.CustomerId))
        + await db.SecurityAlerts.CountAsync(a => records.Any(r => r == a.CustomerId));

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        [
            .. await Give(db.SecurityEvents.Where(e => e.CustomerId == from), only, e => e.CustomerId, to),
            .. await Give(db.SecurityAlerts.Where(a => a.CustomerId == from), only, a => a.CustomerId, to),
        ];

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        await foreach (var e in EventsOf(db, records).OrderBy(e => e.At).ThenBy(e => e.Id).AsAsyncEnumerable())
            yield return new ExportRow(
                ("At", e.At),
                ("Type", e.Type),
                ("Kind", e.Kind),
                ("OtherName", e.Who),
                ("Devices", e.Agent),
                ("Evidence", e.Details),
                ("Outcome", e.Action),
                ("Detail", Said(e.Detail, e.Value)),
                ("Text", e.Value),
                ("Address", e.Address),
                ("Browser", e.Device)
            );
        var notes = db.CaseNotes;
        await foreach (
            var a in AlertsOf(db, records)
                .OrderBy(a => a.At)
                .ThenBy(a => a.Id)
                .Select(a => new { Alert = a, Notes = notes.Where(n => n.CaseId == a.Id).OrderBy(n => n.At).ToList() })
                .AsAsyncEnumerable()
        )
            yield return new ExportRow([
                ("At", a.Alert.At),
                ("Type", a.Alert.Type),
                ("Status", a.Alert.State),
                ("Number", a.Alert.TransactionId),
                ("Amount", a.Alert.Amount),
                ("Reason", a.Alert.Factors),
                ("Detail", Said(a.Alert.Detail, a.Alert.Value)),
                ("Text", a.Alert.Value),
                ("Address", a.Alert.Block),
                ("Browser", a.Alert.Device),
                .. ForStaff(own, ("Severity", a.Alert.Severity), ("Notes", a.Notes.ConvertAll(ReportsOfCustomers.RowOf))),
            ]);

        string? Said(string? key, string? value) => key is null ? null : Words.In(db.Actor.Language, key, value);
    }

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => AlertsOf(db, records).Select(a => a.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
        {
            var alerts = AlertsOf(db, work.Records);
            await db.CaseNotes.Where(n => alerts.Any(a => a.Id == n.CaseId)).ExecuteDeleteAsync();
            var gone = await alerts.ExecuteDeleteAsync();
            var ids = await EventsOf(db, work.Records).OrderBy(e => e.Id).Take(Erasing.AtOnce).Select(e => e.Id).ToListAsync();
            return gone + await db.SecurityEvents.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync();
        });
}
