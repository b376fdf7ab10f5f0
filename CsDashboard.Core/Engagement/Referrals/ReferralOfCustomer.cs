using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Referrals;

/// <summary>That the customer was brought by somebody.</summary>
internal sealed class ReferralOfCustomer() : PersonalData("referral", ErasureAction.Anonymise, ErasureAction.Erase, ErasureAction.Keep)
{
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.Referrals.CountAsync(r => records.Contains(r.RefereeId));

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        await db.Referrals.AnyAsync(r => r.RefereeId == to)
            ? []
            : await Give(db.Referrals.Where(r => r.RefereeId == from && r.ReferrerId != to), only, r => r.RefereeId, to);

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db
            .Referrals.Where(r => records.Contains(r.RefereeId))
            .OrderBy(r => r.CreatedAt)
            .AsAsyncEnumerable()
            .Select(r => new ExportRow([
                ("At", r.CreatedAt),
                ("Status", r.Status),
                .. own ? [] : new (string, object?)[] { ("Reason", r.Note) },
            ]));

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
        {
            var referrals = db.Referrals.Where(r => work.Records.Contains(r.RefereeId));
            return work.Fate == ErasureAction.Erase
                ? referrals.ExecuteDeleteAsync()
                : referrals.Where(r => r.Note != null).ExecuteUpdateAsync(set => set.SetProperty(r => r.Note, (string?)null));
        });
}
