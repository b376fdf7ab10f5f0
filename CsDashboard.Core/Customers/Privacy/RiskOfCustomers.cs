using CsDashboard.Foundation.Storage;
using CsDashboard.Security.Payments;
using CsDashboard.Security.Telling;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>How the customer was judged: their risk, lock-outs elsewhere, and what was known of their payments.</summary>
internal sealed class RiskOfCustomers() : PersonalData("risk", ErasureAction.Erase)
{
    public override async Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        await RisksOf(db, records).CountAsync() + await LocksOf(db, records).CountAsync() + await ChecksOf(db, records).CountAsync();

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        [
            .. await Give(RisksOf(db, [from]), only, r => r.CustomerId, to),
            .. await Give(LocksOf(db, [from]), only, l => l.CustomerId, to),
            .. await Give(ChecksOf(db, [from]), only, c => c.CustomerId, to),
        ];

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        await foreach (var risk in RisksOf(db, records).OrderBy(r => r.Id).AsAsyncEnumerable())
            yield return new ExportRow(("OtherName", risk.Who), ("At", risk.At), ("Risk", risk.Score), ("Detail", risk.Counts));
        await foreach (var held in LocksOf(db, records).OrderBy(l => l.Id).AsAsyncEnumerable())
            yield return new ExportRow(("OtherName", held.Who), ("ExpiresAt", held.Until), ("Address", held.Address));
        await foreach (var check in ChecksOf(db, records).OrderBy(c => c.At).ThenBy(c => c.Id).AsAsyncEnumerable())
            yield return new ExportRow(
                ("OtherName", check.Who),
                ("At", check.At),
                ("Number", check.Number),
                ("Amount", check.Amount),
                ("Risk", check.Score)
            );
    }

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => LocksOf(db, records).Select(l => l.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
            await RisksOf(db, work.Records).ExecuteDeleteAsync()
            + await LocksOf(db, work.Records).ExecuteDeleteAsync()
            + await ChecksOf(db, work.Records).ExecuteDeleteAsync()
        );

    private static IQueryable<RiskProfile> RisksOf(AppDb db, IReadOnlyList<Guid> records) =>
        db.RiskProfiles.Where(r => records.Any(id => id == r.CustomerId));

    private static IQueryable<SignInLock> LocksOf(AppDb db, IReadOnlyList<Guid> records) =>
        db.SignInLocks.Where(l => records.Any(id => id == l.CustomerId));

    private static IQueryable<PaymentCheck> ChecksOf(AppDb db, IReadOnlyList<Guid> records) =>
        db.PaymentChecks.Where(c => records.Any(id => id == c.CustomerId));
}
