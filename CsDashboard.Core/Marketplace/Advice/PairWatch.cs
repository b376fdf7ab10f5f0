using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Advice;

/// <summary>Counts what is bought together: an order from when it is confirmed, and no longer when it is cancelled.</summary>
public sealed class PairWatch : IHandleMany<OrderRecorded>
{
    // A cart of a hundred things says little of any two.
    private const int MostLines = 20;

    public async Task Handle(IReadOnlyList<Recorded<OrderRecorded>> happenings, AppDb db)
    {
        var turns = happenings
            .Select(h => (h.Event.OrderId, By: (Stands(h.Event.To) ? 1 : 0) - (Stands(h.Event.From) ? 1 : 0)))
            .GroupBy(t => t.OrderId)
            .Select(g => (OrderId: g.Key, By: g.Sum(t => t.By)))
            .Where(t => t.By != 0)
            .ToList();
        if (turns.Count == 0)
            return;
        var ids = turns.ConvertAll(t => t.OrderId);
        var products = (
            await db
                .Orders.Where(o => ids.Contains(o.Id))
                .SelectMany(o => o.Lines)
                .Where(l => l.ProductId != null)
                .Select(l => new { l.OrderId, ProductId = l.ProductId!.Value })
                .Distinct()
                .ToListAsync()
        ).ToLookup(l => l.OrderId, l => l.ProductId);
        var changes = new Dictionary<(Guid, Guid), int>();
        foreach (var (order, by) in turns)
        {
            var bought = products[order].Order().Take(MostLines).ToList();
            foreach (var one in bought)
            foreach (var other in bought)
                changes[(one, other)] = changes.GetValueOrDefault((one, other)) + by;
        }
        var all = changes.Keys.Select(k => k.Item1).Distinct().ToList();
        var known = await db
            .ProductPairs.Where(p => all.Contains(p.ProductId) && all.Contains(p.OtherId))
            .ToDictionaryAsync(p => (p.ProductId, p.OtherId));
        foreach (var ((one, other), by) in changes)
            if (known.TryGetValue((one, other), out var pair))
                pair.Orders = Math.Max(0, pair.Orders + by);
            else if (by > 0)
                db.ProductPairs.Add(
                    new ProductPair
                    {
                        ProductId = one,
                        OtherId = other,
                        Orders = by,
                    }
                );
    }

    private static bool Stands(OrderFacts? facts) =>
        facts?.Status
            is OrderStatus.Confirmed
                or OrderStatus.Processing
                or OrderStatus.Shipped
                or OrderStatus.Delivered
                or OrderStatus.Returned;
}
