using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>Orders are books that must be kept; the delivery address is personal data.</summary>
internal sealed class OrdersOfCustomers() : PersonalRows<Order>("orders", ErasureAction.Anonymise, ErasureAction.Keep)
{
    protected override IQueryable<Order> Of(AppDb db, IReadOnlyList<Guid> records) => db.Orders.Where(o => records.Contains(o.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Orders.Where(o => o.CustomerId == from), only, o => o.CustomerId, to);

    protected override IQueryable<Order> Handed(IQueryable<Order> rows, bool own) =>
        rows.Include(o => o.Lines.OrderBy(l => l.Place)).OrderBy(o => o.PlacedAt).ThenBy(o => o.Id);

    protected override ExportRow RowOf(AppDb db, Order o, bool own) =>
        new(
            ("Number", o.Number),
            ("At", o.PlacedAt),
            ("Status", o.Status),
            ("Currency", o.Currency),
            ("Total", o.Total),
            ("Worth", o.Value is { } value ? new Money(value, Currency.Of(o.CountsIn!)).ToString() : null),
            ("Shipping", o.Shipping),
            ("Tax", o.Tax),
            ("City", o.City),
            ("State", o.State),
            ("Country", o.Country),
            ("ShipTo", o.ShipText),
            ("BillTo", o.BillText),
            ("Delivery", o.ShippingMethod),
            ("Carrier", o.Carrier),
            ("Tracking", o.TrackingNumber),
            ("Link", o.TrackingUrl),
            ("Discount", o.Discount),
            ("Refunded", o.Refunded),
            ("Lines", o.Lines.OrderBy(l => l.Place).Select(RowOf).ToList())
        );

    private static ExportRow RowOf(OrderLine line) =>
        new(
            ("Name", line.Name),
            ("Sku", line.Sku),
            ("Category", line.Category),
            ("Quantity", line.Quantity),
            ("UnitPrice", line.UnitPrice)
        );

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).Select(o => o.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
            Of(db, work.Records)
                .Where(o =>
                    o.City != null
                    || o.State != null
                    || o.Country != null
                    || o.ShipText != null
                    || o.BillText != null
                    || o.TrackingNumber != null
                    || o.TrackingUrl != null
                    || o.GuestId != null
                )
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(o => o.City, (string?)null)
                        .SetProperty(o => o.State, (string?)null)
                        .SetProperty(o => o.Country, (string?)null)
                        .SetProperty(o => o.ShipText, (string?)null)
                        .SetProperty(o => o.BillText, (string?)null)
                        .SetProperty(o => o.TrackingNumber, (string?)null)
                        .SetProperty(o => o.TrackingUrl, (string?)null)
                        .SetProperty(o => o.GuestId, (Guid?)null)
                )
        );
}
