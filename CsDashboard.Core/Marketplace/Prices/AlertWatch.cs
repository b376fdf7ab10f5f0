using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Prices;

/// <summary>
/// Sees which alerts have come true when prices, stock or products change. They are told a moment later (<see cref="AlertTelling"/>), so
/// that an import of many prices is one message.
/// </summary>
public sealed class AlertWatch : IHandleMany<PriceChanged>, IHandleMany<StockChanged>, IHandleMany<ProductChanged>
{
    public Task Handle(IReadOnlyList<Recorded<PriceChanged>> happenings, AppDb db) => Look(happenings.Select(h => h.Event.ProductId), db);

    public Task Handle(IReadOnlyList<Recorded<StockChanged>> happenings, AppDb db) => Look(happenings.Select(h => h.Event.ProductId), db);

    public Task Handle(IReadOnlyList<Recorded<ProductChanged>> happenings, AppDb db) => Look(happenings.Select(h => h.Event.ProductId), db);

    // As the products are now, whatever they were in between.
    private static async Task Look(IEnumerable<Guid> products, AppDb db)
    {
        var ids = products.Distinct().ToList();
        var alerts = await db.ProductAlerts.Where(a => ids.Contains(a.ProductId)).ToListAsync();
        if (alerts.Count == 0)
            return;
        var now = await db
            .Products.Where(p => ids.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Price,
                p.IsSoldOut,
            })
            .ToDictionaryAsync(p => p.Id);
        // A product that came with a file may be gone with it.
        foreach (var alert in alerts)
            if (now.TryGetValue(alert.ProductId, out var product))
                alert.Look(product.Price, product.IsSoldOut, db.Actor.Now);
    }
}
