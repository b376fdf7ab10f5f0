using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Referrals;

/// <summary>The code to hand on. There is one for each record: the winner's own stays.</summary>
internal sealed class ReferralLinksOfCustomers() : PersonalData("referrallinks", ErasureAction.Erase)
{
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        db.ReferralLinks.CountAsync(l => records.Contains(l.CustomerId));

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        if (await db.ReferralLinks.AnyAsync(l => l.CustomerId == to))
            return [];
        return await db.ReferralLinks.Where(l => l.CustomerId == from).ExecuteUpdateAsync(set => set.SetProperty(l => l.CustomerId, to)) > 0
            ? [from]
            : [];
    }

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db
            .ReferralLinks.Where(l => records.Contains(l.CustomerId))
            .AsAsyncEnumerable()
            .Select(l => new ExportRow(("CreatedAt", l.CreatedAt), ("Code", l.Code), ("Clicks", l.Clicks)));

    public override Task<int> Erase(Erasing work) =>
        work.Write(db => db.ReferralLinks.Where(l => work.Records.Contains(l.CustomerId)).ExecuteDeleteAsync());
}
