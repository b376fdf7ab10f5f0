using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>Which keys somebody was given goes wherever its order goes; nothing of it says who they are.</summary>
internal sealed class KeysOfCustomers() : PersonalRows<LicenceKey>("licence_keys", ErasureAction.Keep)
{
    protected override IQueryable<LicenceKey> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var orders = db.Orders;
        return db.LicenceKeys.Where(k => orders.Any(o => o.Id == k.OrderId && records.Contains(o.CustomerId)));
    }

    protected override IQueryable<LicenceKey> Handed(IQueryable<LicenceKey> rows, bool own) =>
        rows.OrderBy(k => k.GivenAt).ThenBy(k => k.Id);

    protected override ExportRow RowOf(AppDb db, LicenceKey k, bool own) => new(("At", k.GivenAt), ("EndedAt", k.RevokedAt));

    public override Task<int> Erase(Erasing work) => Task.FromResult(0);
}
