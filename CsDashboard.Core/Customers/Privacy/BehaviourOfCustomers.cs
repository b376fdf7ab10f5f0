using CsDashboard.Analytics.Behaviour;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>What the customer did on the pages of the company.</summary>
internal sealed class BehaviourOfCustomers() : PersonalData("behaviour", ErasureAction.Erase)
{
    public override async Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        await VisitsOf(db, records).CountAsync() + await HitsOf(db, records).CountAsync() + await SoldOf(db, records).CountAsync();

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        [
            .. await Give(VisitsOf(db, [from]), only, v => v.CustomerId, to),
            .. await Give(HitsOf(db, [from]), only, h => h.CustomerId, to),
            .. await Give(SoldOf(db, [from]), only, c => c.CustomerId, to),
        ];

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        await foreach (var visit in VisitsOf(db, records).OrderBy(v => v.StartedAt).ThenBy(v => v.Id).AsAsyncEnumerable())
            yield return new ExportRow(
                ("At", visit.StartedAt),
                ("OtherName", visit.Who),
                ("Reference", visit.Person),
                ("Devices", visit.Device),
                ("Browser", visit.Browser),
                ("Version", visit.Os),
                ("Address", visit.Address),
                ("Detail", visit.Agent)
            );
        await foreach (var hit in HitsOf(db, records).OrderBy(h => h.At).ThenBy(h => h.Id).AsAsyncEnumerable())
            yield return new ExportRow(
                ("At", hit.At),
                ("OtherName", hit.Who),
                ("Kind", hit.Name),
                ("Text", hit.Text),
                ("Link", hit.From),
                ("Detail", hit.Details)
            );
        await foreach (var sold in SoldOf(db, records).OrderBy(c => c.At).ThenBy(c => c.Id).AsAsyncEnumerable())
            yield return new ExportRow(
                ("At", sold.At),
                ("OtherName", sold.Who),
                ("Number", sold.OrderId),
                ("Kind", sold.Kind),
                ("Worth", sold.Value)
            );
    }

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => VisitsOf(db, records).Select(v => v.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
        {
            var hits = await HitsOf(db, work.Records).OrderBy(h => h.Id).Take(Erasing.AtOnce).Select(h => h.Id).ToListAsync();
            var gone = await db.Hits.Where(h => hits.Contains(h.Id)).ExecuteDeleteAsync();
            var visits = await VisitsOf(db, work.Records).OrderBy(v => v.Id).Take(Erasing.AtOnce).Select(v => v.Id).ToListAsync();
            gone += await db.Visits.Where(v => visits.Contains(v.Id)).ExecuteDeleteAsync();
            return gone + await SoldOf(db, work.Records).ExecuteDeleteAsync();
        });

    private static IQueryable<Visit> VisitsOf(AppDb db, IReadOnlyList<Guid> records) =>
        db.Visits.Where(v => records.Any(id => id == v.CustomerId));

    private static IQueryable<Hit> HitsOf(AppDb db, IReadOnlyList<Guid> records) =>
        db.Hits.Where(h => records.Any(id => id == h.CustomerId));

    private static IQueryable<Conversion> SoldOf(AppDb db, IReadOnlyList<Guid> records) =>
        db.Conversions.Where(c => records.Any(id => id == c.CustomerId));
}
