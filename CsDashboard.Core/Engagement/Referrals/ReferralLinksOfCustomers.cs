using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Referrals;

/// <summary>The code to hand on. There is one for each record: the winner's own stays.</summary>
internal sealed class ReferralLinksOfCustomers() : PersonalRows<ReferralLink>("referrallinks", ErasureAction.Erase)
{
    public override bool IsTold => false;

    protected override IQueryable<ReferralLink> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.ReferralLinks.Where(l => records.Contains(l.CustomerId));

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        if (await db.ReferralLinks.AnyAsync(l => l.CustomerId == to))
            return [];
        return await db.ReferralLinks.Where(l => l.CustomerId == from).ExecuteUpdateAsync(set => set.SetProperty(l => l.CustomerId, to)) > 0
            ? [from]
            : [];
    }

    protected override IQueryable<ReferralLink> Handed(IQueryable<ReferralLink> rows, bool own) => rows;

    protected override ExportRow RowOf(AppDb db, ReferralLink l, bool own) =>
        new(("CreatedAt", l.CreatedAt), ("Code", l.Code), ("Clicks", l.Clicks));
}
