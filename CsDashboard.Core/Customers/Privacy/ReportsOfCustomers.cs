using CsDashboard.Foundation.Storage;
using CsDashboard.Security;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>What the customer reported as suspicious.</summary>
internal sealed class ReportsOfCustomers() : PersonalData("reports", ErasureAction.Erase, ErasureAction.Keep)
{
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        db.SuspiciousReports.CountAsync(r => records.Any(x => x == r.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.SuspiciousReports.Where(r => r.CustomerId == from), only, r => r.CustomerId, to);

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db
            .SuspiciousReports.Where(r => records.Any(x => x == r.CustomerId))
            .OrderBy(r => r.At)
            .ThenBy(r => r.Id)
            .AsAsyncEnumerable()
            .Select(r => new ExportRow(("At", r.At), ("Type", r.ActivityType), ("Text", r.Description), ("Status", r.State)));

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) =>
        db.SuspiciousReports.Where(r => records.Any(x => x == r.CustomerId)).Select(r => r.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
        {
            var users = AccountsOf(db, work.Records).Select(u => (Guid?)u.Id);
            var reports = db.SuspiciousReports.Where(r => work.Records.Any(x => x == r.CustomerId) || users.Contains(r.UserId));
            await db.CaseNotes.Where(n => reports.Any(r => r.Id == n.CaseId)).ExecuteDeleteAsync();
            return await reports.ExecuteDeleteAsync();
        });
}
