using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Referrals;

/// <summary>Whom the customer brought. The rows hold no words but the agent's note; they are the company's figures.</summary>
internal sealed class ReferralsOfCustomers()
    : PersonalRows<Referral>("referrals", ErasureAction.Anonymise, ErasureAction.Erase, ErasureAction.Keep)
{
    protected override IQueryable<Referral> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.Referrals.Where(r => records.Contains(r.ReferrerId));

    // A customer who referred themselves under another record has referred nobody: such a row stays where it is.
    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Referrals.Where(r => r.ReferrerId == from && r.RefereeId != to), only, r => r.ReferrerId, to);

    protected override IQueryable<Referral> Handed(IQueryable<Referral> rows, bool own) => rows.OrderBy(r => r.CreatedAt).ThenBy(r => r.Id);

    protected override ExportRow RowOf(AppDb db, Referral r, bool own) =>
        new([
            ("At", r.CreatedAt),
            ("Status", r.Status),
            .. ForStaff(own, ("Doubts", r.DoubtText), ("Author", r.DecidedBy), ("Reason", r.Note)),
        ]);

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) =>
        db.Referrals.Where(r => records.Contains(r.ReferrerId) || records.Contains(r.RefereeId)).Select(r => r.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
        {
            var referrals = Of(db, work.Records);
            return work.Fate == ErasureAction.Erase
                ? referrals.ExecuteDeleteAsync()
                : referrals.Where(r => r.Note != null).ExecuteUpdateAsync(set => set.SetProperty(r => r.Note, (string?)null));
        });
}
