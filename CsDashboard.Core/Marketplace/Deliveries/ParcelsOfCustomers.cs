using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>What was sent when goes wherever its order goes; by what it was tracked is forgotten with its customer.</summary>
internal sealed class ParcelsOfCustomers() : PersonalRows<Parcel>("parcels", ErasureAction.Anonymise, ErasureAction.Keep)
{
    protected override IQueryable<Parcel> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var orders = db.Orders;
        return db.Parcels.Where(p => orders.Any(o => o.Id == p.OrderId && records.Contains(o.CustomerId)));
    }

    protected override IQueryable<Parcel> Handed(IQueryable<Parcel> rows, bool own) => rows.OrderBy(p => p.SentAt).ThenBy(p => p.Id);

    protected override ExportRow RowOf(AppDb db, Parcel p, bool own) =>
        new(
            ("At", p.SentAt),
            ("Carrier", p.Carrier),
            ("Tracking", p.TrackingNumber),
            ("Link", p.TrackingUrl),
            ("DeliveredAt", p.DeliveredAt)
        );

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
            Of(db, work.Records)
                .Where(p => p.TrackingNumber != null || p.TrackingUrl != null)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(p => p.TrackingNumber, (string?)null).SetProperty(p => p.TrackingUrl, (string?)null)
                )
        );
}
