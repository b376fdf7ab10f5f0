using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Offers;

/// <summary>
/// An order uses the oldest offer that its customer has taken and that saves something on it; one at a time, since they can't be combined
/// (contract: membership, Offers). When the order is cancelled or comes back, the offer is there again. Amounts are reckoned in the
/// company's currency; an order whose worth isn't known yet uses none. An order that was placed here brought its offer along; cancelled
/// and paid after all, it uses it again if it is still there.
/// </summary>
public sealed class OffersOnOrders : IHandleMany<OrderRecorded>
{
    public async Task Handle(IReadOnlyList<Recorded<OrderRecorded>> happenings, AppDb db)
    {
        var customers = happenings.Select(h => h.Event.CustomerId).Distinct().ToList();
        var takers = await db.OfferUses.Where(u => customers.Contains(u.CustomerId)).Select(u => u.CustomerId).Distinct().ToListAsync();
        foreach (var order in happenings.Select(h => h.Event).Where(o => takers.Contains(o.CustomerId)))
        {
            if (!order.To.Counts)
                await GiveBack(db, order);
            else if (!order.To.IsOwn || order.From is { Counts: false })
                await Use(db, order);
            await db.SaveChangesAsync();
        }
    }

    private static async Task Use(AppDb db, OrderRecorded order)
    {
        var taken = await db
            .OfferUses.Where(u => u.CustomerId == order.CustomerId && (u.OrderNumber == null || u.OrderNumber == order.Number))
            .OrderBy(u => u.AppliedAt)
            .ThenBy(u => u.Id)
            .ToListAsync();
        if (taken.Count == 0 || taken.Any(u => u.OrderNumber == order.Number))
            return;
        if (
            await db
                .Orders.Where(o => o.Id == order.OrderId && o.Value != null)
                .Select(o => new
                {
                    o.Shipping,
                    o.Tax,
                    Rate = o.Rate ?? 1,
                    Priced = o.IsOwn ? o.Discount : (decimal?)null,
                })
                .SingleOrDefaultAsync()
            is not { } besides
        )
            return;
        var (own, rate) = (await db.Once(Accounts.Tenants.CurrencyOf), besides.Rate);
        var lines = (
            await db.Set<OrderLine>()
                .Where(l => l.OrderId == order.OrderId)
                .Select(l => new
                {
                    l.Category,
                    l.Quantity,
                    l.UnitPrice,
                })
                .ToListAsync()
        ).ConvertAll(l => (l.Category, l.Quantity, l.UnitPrice * rate));
        // A shop that sends no lines has sold one thing for what was paid.
        if (lines.Count == 0)
            lines.Add((null, 1, Math.Max(0, order.To.Total - besides.Shipping - besides.Tax) * rate));
        var ids = taken.ConvertAll(u => u.OfferId);
        var offers = await db.Offers.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id);
        foreach (var use in taken.Where(u => u.AppliedAt <= order.To.PlacedAt))
        {
            var offer = offers[use.OfferId];
            if (order.To.PlacedAt > offer.UsableUntil(use.AppliedAt))
                continue;
            if (offer.SavingsOn(lines, besides.Shipping * rate, own) is not { Amount: > 0 and var saved })
                continue;
            if (besides.Priced is { } discount && discount != saved)
                continue;
            (use.OrderNumber, use.UsedAt, use.Savings) = (order.Number, order.To.PlacedAt, saved);
            db.Record(new OfferUsed(offer.Id, use.Id, use.CustomerId, offer.Code, order.Number, saved));
            return;
        }
    }

    private static async Task GiveBack(AppDb db, OrderRecorded order)
    {
        if (await db.OfferUses.SingleOrDefaultAsync(u => u.CustomerId == order.CustomerId && u.OrderNumber == order.Number) is not { } use)
            return;
        var code = await db.Offers.Where(o => o.Id == use.OfferId).Select(o => o.Code).SingleAsync();
        db.Record(new OfferGivenBack(use.OfferId, use.Id, use.CustomerId, code, order.Number, use.Savings));
        (use.OrderNumber, use.UsedAt, use.Savings) = (null, null, 0);
    }
}
