using CsDashboard.Analytics.Behaviour;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>What an order is worth to whoever counts what people did; nothing once it was cancelled or came back.</summary>
public sealed class OrdersKnown : IKnowOrders, IHandle<OrderRecorded>
{
    public async Task<decimal?> Worth(AppDb db, string number) =>
        await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Number == number) is { } order ? Of(order.Facts) : null;

    public Task Handle(Recorded<OrderRecorded> happening, AppDb db) =>
        happening.Event.From is null ? Task.CompletedTask : Visits.Correct(db, happening.Event.Number, Of(happening.Event.To));

    private static decimal Of(OrderFacts order) => order.Status.Counts() ? Math.Max(0, (order.Value ?? order.Total) - order.Refunded) : 0;
}
