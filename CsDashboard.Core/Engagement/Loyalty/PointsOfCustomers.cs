using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>The ledger of points. Amounts are the company's books and stay; what people wrote beside them goes.</summary>
internal sealed class PointsOfCustomers() : PersonalRows<LoyaltyEntry>("points", ErasureAction.Anonymise, ErasureAction.Keep)
{
    protected override IQueryable<LoyaltyEntry> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.LoyaltyEntries.Where(e => records.Contains(e.CustomerId));

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        var moved = await Give(db.LoyaltyEntries.Where(e => e.CustomerId == from), only, e => e.CustomerId, to);
        if (moved.Count == 0)
            return moved;
        await db
            .PointLots.Where(l => l.CustomerId == from && moved.Contains(l.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.CustomerId, to));
        await Ledger.Settle(db, from);
        await Ledger.Settle(db, to);
        return moved;
    }

    protected override IQueryable<LoyaltyEntry> Handed(IQueryable<LoyaltyEntry> rows, bool own) =>
        rows.OrderBy(e => e.At).ThenBy(e => e.Id);

    protected override ExportRow RowOf(AppDb db, LoyaltyEntry e, bool own) =>
        new(
            ("At", e.At),
            ("Type", e.Kind),
            ("Points", e.Points),
            ("Balance", e.BalanceAfter),
            ("Reason", e.Reason),
            ("ExpiresAt", e.ExpiresAt)
        );

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
            Of(db, work.Records).Where(e => e.Reason != null).ExecuteUpdateAsync(set => set.SetProperty(e => e.Reason, (string?)null))
        );
}
