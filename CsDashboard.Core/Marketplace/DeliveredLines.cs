using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>Whether somebody has had a thing in their hands: it was on an order of theirs that was delivered.</summary>
internal static class DeliveredLines
{
    public static Task<bool> Has(AppDb db, Guid customerId, Guid productId) =>
        db.Orders.AnyAsync(o =>
            o.CustomerId == customerId
            && (o.Status == OrderStatus.Delivered || o.Status == OrderStatus.Returned)
            && o.Lines.Any(l => l.ProductId == productId)
        );
}
