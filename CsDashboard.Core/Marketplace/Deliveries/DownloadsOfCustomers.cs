using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>What somebody may download goes wherever its order goes; nothing of it says who they are.</summary>
internal sealed class DownloadsOfCustomers() : PersonalRows<FileGrant>("downloads", ErasureAction.Keep)
{
    protected override IQueryable<FileGrant> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var orders = db.Orders;
        return db.FileGrants.Where(g => orders.Any(o => o.Id == g.OrderId && records.Contains(o.CustomerId)));
    }

    protected override IQueryable<FileGrant> Handed(IQueryable<FileGrant> rows, bool own) => rows.OrderBy(g => g.From).ThenBy(g => g.Id);

    protected override ExportRow RowOf(AppDb db, FileGrant g, bool own) =>
        new(("StartsAt", g.From), ("ExpiresAt", g.Until), ("Downloads", g.Count), ("EndedAt", g.EndedAt));

    public override Task<int> Erase(Erasing work) => Task.FromResult(0);
}
