using CsDashboard.Foundation.Storage;
using CsDashboard.Security;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>What happened to the accounts of the customer, and the alerts about them.</summary>
internal sealed class SecurityOfCustomers() : PersonalData("security", ErasureAction.Erase, ErasureAction.Keep)
{
    public override async Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        await db.SecurityEvents.CountAsync(e => records.Any(r => r == e.CustomerId))
        + await db.SecurityAlerts.CountAsync(a => records.Any(r => r == a.CustomerId));

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        [
            .. await Give(db.SecurityEvents.Where(e => e.CustomerId == from), only, e => e.CustomerId, to),
            .. await Give(db.SecurityAlerts.Where(a => a.CustomerId == from), only, a => a.CustomerId, to),
        ];

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db
            .SecurityEvents.Where(e => records.Any(r => r == e.CustomerId))
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .AsAsyncEnumerable()
            .Select(e => new ExportRow(("At", e.At), ("Type", e.Type), ("Text", e.Value), ("Address", e.Address), ("Browser", e.Device)));

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) =>
        db.SecurityAlerts.Where(a => records.Any(r => r == a.CustomerId)).Select(a => a.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
        {
            // Of the account too, whichever record it was of then.
            var users = AccountsOf(db, work.Records).Select(u => (Guid?)u.Id);
            var alerts = db.SecurityAlerts.Where(a => work.Records.Any(r => r == a.CustomerId) || users.Contains(a.UserId));
            await db.CaseNotes.Where(n => alerts.Any(a => a.Id == n.CaseId)).ExecuteDeleteAsync();
            var gone = await alerts.ExecuteDeleteAsync();
            var ids = await db
                .SecurityEvents.Where(e => work.Records.Any(r => r == e.CustomerId) || users.Contains(e.UserId))
                .OrderBy(e => e.Id)
                .Take(Erasing.AtOnce)
                .Select(e => e.Id)
                .ToListAsync();
            return gone + await db.SecurityEvents.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync();
        });
}
