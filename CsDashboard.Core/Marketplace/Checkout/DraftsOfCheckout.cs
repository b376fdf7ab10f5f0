using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>What a customer has typed at the checkout and not ordered.</summary>
internal sealed class DraftsOfCheckout() : PersonalRows<CheckoutDraft>("checkout", ErasureAction.Erase)
{
    protected override IQueryable<CheckoutDraft> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.CheckoutDrafts.Where(d => d.CustomerId != null && records.Contains(d.CustomerId.Value));

    protected override IQueryable<CheckoutDraft> Handed(IQueryable<CheckoutDraft> rows, bool own) =>
        rows.OrderBy(d => d.At).ThenBy(d => d.Id);

    protected override ExportRow RowOf(AppDb db, CheckoutDraft d, bool own) =>
        new(
            ("At", d.At),
            ("Name", d.Name),
            ("Email", d.Email),
            ("ShipTo", d.ShipText),
            ("BillTo", d.BillText),
            ("Delivery", d.ShippingMethod),
            ("Payment", d.PaymentMethod)
        );
}
