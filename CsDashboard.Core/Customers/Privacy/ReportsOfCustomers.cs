using CsDashboard.Foundation.Storage;
using CsDashboard.Security;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>What the customer reported as suspicious.</summary>
internal sealed class ReportsOfCustomers() : PersonalData("reports", ErasureAction.Erase, ErasureAction.Keep)
{
    private static IQueryable<SuspiciousReport> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var users = AccountsOf(db, records).Select(u => (Guid?)u.Id);
        return db.SuspiciousReports.Where(r => records.Any(x => x == r.CustomerId) || users.Contains(r.UserId));
    }

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).CountAsync();

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.SuspiciousReports.Where(r => r.CustomerId == from), only, r => r.CustomerId, to);

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        var notes = db.CaseNotes;
        return Of(db, records)
            .OrderBy(r => r.At)
            .ThenBy(r => r.Id)
            .Select(r => new { Report = r, Notes = notes.Where(n => n.CaseId == r.Id).OrderBy(n => n.At).ToList() })
            .AsAsyncEnumerable()
            .Select(r => new ExportRow([
                ("At", r.Report.At),
                ("Type", r.Report.ActivityType),
                ("Text", r.Report.Description),
                ("Evidence", r.Report.Evidence),
                ("Status", r.Report.State),
                .. ForStaff(own, ("Notes", r.Notes.ConvertAll(RowOf))),
            ]));
    }

    internal static ExportRow RowOf(CaseNote note) => new(("At", note.At), ("Author", note.Author), ("Text", note.Text));

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).Select(r => r.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
        {
            var reports = Of(db, work.Records);
            await db.CaseNotes.Where(n => reports.Any(r => r.Id == n.CaseId)).ExecuteDeleteAsync();
            return await reports.ExecuteDeleteAsync();
        });
}
