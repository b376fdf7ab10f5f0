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

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        var moved = await Give(db.AccessGrants.Where(g => g.CustomerId == from), only, g => g.CustomerId, to);
        if (moved.Count > 0)
            await Accesses.Honour(db, to);
        return moved;
    }

    protected override IQueryable<AccessGrant> Handed(IQueryable<AccessGrant> rows, bool own) =>
        rows.OrderBy(g => g.From).ThenBy(g => g.Id);

    protected override ExportRow RowOf(AppDb db, AccessGrant g, bool own) =>
        new(
            ("MembershipTier", g.Tier),
            ("StartsAt", g.From),
            ("ExpiresAt", g.Until),
            ("BaseTier", g.Base),
            ("EndedAt", g.EndedAt),
            ("TakenBack", g.IsTakenBack)
        );

    public override Task<int> Erase(Erasing work) => Task.FromResult(0);
}
