using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>Orders are books that must be kept; the delivery address is personal data.</summary>
internal sealed class OrdersOfCustomers() : PersonalData("orders", ErasureAction.Anonymise, ErasureAction.Keep)
{
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.Orders.CountAsync(o => records.Contains(o.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Orders.Where(o => o.CustomerId == from), only, o => o.CustomerId, to);

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db
            .Orders.Where(o => records.Contains(o.CustomerId))
            .Include(o => o.Lines.OrderBy(l => l.Place))
            .OrderBy(o => o.PlacedAt)
            .ThenBy(o => o.Id)
            .AsAsyncEnumerable()
            .Select(o => new ExportRow(
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
                (
                    "Lines",
                    o.Lines.OrderBy(l => l.Place)
                        .Select(l => new ExportRow(("Name", l.Name), ("Sku", l.Sku), ("Quantity", l.Quantity), ("UnitPrice", l.UnitPrice)))
                        .ToList()
                )
            ));

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) =>
        db.Orders.Where(o => records.Contains(o.CustomerId)).Select(o => o.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
            db.Orders.Where(o => work.Records.Contains(o.CustomerId) && (o.City != null || o.State != null || o.Country != null))
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(o => o.City, (string?)null)
                        .SetProperty(o => o.State, (string?)null)
                        .SetProperty(o => o.Country, (string?)null)
                )
        );
}
