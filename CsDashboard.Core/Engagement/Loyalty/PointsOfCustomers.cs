using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>The ledger of points. Amounts are the company's books and stay; what people wrote beside them goes.</summary>
internal sealed class PointsOfCustomers() : PersonalData("points", ErasureAction.Anonymise, ErasureAction.Keep)
{
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        db.LoyaltyEntries.CountAsync(e => records.Contains(e.CustomerId));

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

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db
            .LoyaltyEntries.Where(e => records.Contains(e.CustomerId))
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .AsAsyncEnumerable()
            .Select(e => new ExportRow(
                ("At", e.At),
                ("Type", e.Kind),
                ("Points", e.Points),
                ("Balance", e.BalanceAfter),
                ("Reason", e.Reason),
                ("ExpiresAt", e.ExpiresAt)
            ));

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
            db.LoyaltyEntries.Where(e => work.Records.Contains(e.CustomerId) && e.Reason != null)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Reason, (string?)null))
        );
}
