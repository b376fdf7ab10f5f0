using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Prices;

/// <summary>What somebody waits for.</summary>
internal sealed class AlertsOfCustomers() : PersonalRows<ProductAlert>("product_alerts", ErasureAction.Erase)
{
    protected override IQueryable<ProductAlert> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.ProductAlerts.Where(a => records.Contains(a.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        var known = db.ProductAlerts.Where(a => a.CustomerId == to);
        return Give(
            db.ProductAlerts.Where(a => a.CustomerId == from && !known.Any(o => o.ProductId == a.ProductId && o.Kind == a.Kind)),
            only,
            a => a.CustomerId,
            to
        );
    }

    protected override IQueryable<ProductAlert> Handed(IQueryable<ProductAlert> rows, bool own) =>
        rows.OrderBy(a => a.CreatedAt).ThenBy(a => a.Id);

    protected override ExportRow RowOf(AppDb db, ProductAlert a, bool own) =>
        new(("At", a.CreatedAt), ("Kind", a.Kind), ("Amount", a.Target));
}
