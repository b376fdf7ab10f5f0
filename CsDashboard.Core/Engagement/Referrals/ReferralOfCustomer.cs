using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Referrals;

/// <summary>That the customer was brought by somebody.</summary>
internal sealed class ReferralOfCustomer()
    : PersonalRows<Referral>("referral", ErasureAction.Anonymise, ErasureAction.Erase, ErasureAction.Keep)
{
    public override bool IsTold => false;

    protected override IQueryable<Referral> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.Referrals.Where(r => records.Contains(r.RefereeId));

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        await db.Referrals.AnyAsync(r => r.RefereeId == to)
            ? []
            : await Give(db.Referrals.Where(r => r.RefereeId == from && r.ReferrerId != to), only, r => r.RefereeId, to);

    protected override IQueryable<Referral> Handed(IQueryable<Referral> rows, bool own) => rows.OrderBy(r => r.CreatedAt).ThenBy(r => r.Id);

    protected override ExportRow RowOf(AppDb db, Referral r, bool own) =>
        new([
            ("At", r.CreatedAt),
            ("Status", r.Status),
            ("Number", r.OrderNumber),
            .. ForStaff(own, ("Doubts", r.DoubtText), ("Author", r.DecidedBy), ("Reason", r.Note)),
        ]);

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
        {
            var referrals = Of(db, work.Records);
            return work.Fate == ErasureAction.Erase
                ? referrals.ExecuteDeleteAsync()
                : referrals.Where(r => r.Note != null).ExecuteUpdateAsync(set => set.SetProperty(r => r.Note, (string?)null));
        });
}
