using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Payments;

/// <summary>What was paid is in the books; it goes wherever its order goes.</summary>
internal sealed class PaymentsOfCustomers() : PersonalRows<PaymentEntry>("payments", ErasureAction.Keep)
{
    protected override IQueryable<PaymentEntry> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var orders = db.Orders;
        return db.PaymentEntries.Where(p => orders.Any(o => o.Id == p.OrderId && records.Contains(o.CustomerId)));
    }

    protected override IQueryable<PaymentEntry> Handed(IQueryable<PaymentEntry> rows, bool own) =>
        rows.OrderBy(p => p.At).ThenBy(p => p.Id);

    protected override ExportRow RowOf(AppDb db, PaymentEntry p, bool own) =>
        new([
            ("At", p.At),
            ("Kind", p.Kind),
            ("Amount", p.Amount),
            ("Provider", p.Provider),
            ("Reference", p.Reference),
            .. ForStaff(own, ("Author", p.By)),
        ]);

    public override Task<int> Erase(Erasing work) => Task.FromResult(0);
}
