using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Segments;

/// <summary>The own segments a customer is in. They follow from the record, so they are recomputed and need not be moved.</summary>
internal sealed class OwnSegmentsOfCustomers() : PersonalData("segments", ErasureAction.Erase)
{
    public override bool IsTold => false;
    public override bool IsStaffOnly => true;

    private static IQueryable<OwnSegmentMember> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.OwnSegmentMembers.Where(m => records.Contains(m.CustomerId));

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).CountAsync();

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        var segments = db.OwnSegments;
        return Of(db, records)
            .OrderBy(m => m.Since)
            .Select(m => new { m.Since, Name = segments.Where(s => s.Id == m.SegmentId).Select(s => s.Name).FirstOrDefault() })
            .AsAsyncEnumerable()
            .Select(m => new ExportRow(("At", m.Since), ("Name", m.Name)));
    }

    public override Task<int> Erase(Erasing work) => work.Write(db => Of(db, work.Records).ExecuteDeleteAsync());
}
