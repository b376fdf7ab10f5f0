using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>A review that was written before the thing arrived gets its badge when it does.</summary>
public sealed class ReviewsFollow : IHandleMany<OrderRecorded>
{
    public async Task Handle(IReadOnlyList<Recorded<OrderRecorded>> happenings, AppDb db)
    {
        var arrived = happenings.Where(h => h.Event.To.Status == OrderStatus.Delivered && h.Event.From?.Status != OrderStatus.Delivered);
        var orders = arrived.Select(h => h.Event.OrderId).ToList();
        if (orders.Count == 0)
            return;
        var bought = db.Orders.Where(o => orders.Contains(o.Id));
        var reviews = await db
            .Reviews.Where(r =>
                !r.IsVerified && bought.Any(o => o.CustomerId == r.CustomerId && o.Lines.Any(l => l.ProductId == r.ProductId))
            )
            .ToListAsync();
        foreach (var review in reviews)
        {
            var before = review.Facts;
            review.IsVerified = true;
            var name = await db.Products.Where(p => p.Id == review.ProductId).Select(p => p.NameEn).SingleAsync();
            db.Record(new ReviewChanged(review.Id, review.Number, review.CustomerId!.Value, review.ProductId, name, before, review.Facts));
        }
    }
}
