using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>What a customer had access to, as the orders say that it belongs to. Nothing of it says who somebody is.</summary>
internal sealed class AccessOfCustomers() : PersonalRows<AccessGrant>("access", ErasureAction.Keep)
{
    protected override IQueryable<AccessGrant> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.AccessGrants.Where(g => records.Contains(g.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.AccessGrants.Where(g => g.CustomerId == from), only, g => g.CustomerId, to);

    protected override IQueryable<AccessGrant> Handed(IQueryable<AccessGrant> rows, bool own) =>
        rows.OrderBy(g => g.From).ThenBy(g => g.Id);

    protected override ExportRow RowOf(AppDb db, AccessGrant g, bool own) =>
        new(("Tier", g.Tier), ("From", g.From), ("Until", g.Until), ("EndedAt", g.EndedAt), ("TakenBack", g.IsTakenBack));

    public override Task<int> Erase(Erasing work) => Task.FromResult(0);
}
