using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Checkout;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Offers;

/// <summary>
/// An order that is placed here takes the offer that saves its buyer most, of those that they have claimed; one at a time, as with orders
/// that shops tell (<see cref="OffersOnOrders"/>), which also gives it back when the order is cancelled.
/// </summary>
internal sealed class OffersAtCheckout : IDiscountOrders
{
    public async Task<OrderDiscount?> Best(AppDb db, Guid customerId, DiscountedGoods goods)
    {
        var now = db.Actor.Now;
        var taken = await Unused.List(db, new(customerId));
        if (taken.Count == 0)
            return null;
        var ids = taken.ConvertAll(u => u.OfferId);
        var offers = await db.Offers.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id);
        return taken
            .OrderBy(u => u.AppliedAt)
            .ThenBy(u => u.Id)
            .Where(u => now <= offers[u.OfferId].UsableUntil(u.AppliedAt))
            .Select(u =>
            {
                var offer = offers[u.OfferId];
                return new OrderDiscount(
                    u.Id,
                    Words.IsArabic ? offer.TitleAr : offer.Title,
                    offer.SavingsOn(goods.Lines, goods.Shipping, goods.Currency)?.Amount ?? 0,
                    offer.Discount.Kind == OfferKind.FreeShipping
                );
            })
            .Where(d => d.Saved > 0)
            .MaxBy(d => d.Saved);
    }

    private static readonly CompiledRead<AskedCustomer, OfferUse> Unused = new(
        (db, asked) => db.Set<OfferUse>().AsNoTracking().Where(u => u.CustomerId == asked.Id && u.OrderNumber == null)
    );

    private sealed record AskedCustomer(Guid Id);

    public async Task Use(AppDb db, OrderDiscount discount, string orderNumber)
    {
        if (await db.OfferUses.SingleOrDefaultAsync(u => u.Id == discount.Id && u.OrderNumber == null) is not { } use)
            return;
        var code = await db.Offers.Where(o => o.Id == use.OfferId).Select(o => o.Code).SingleAsync();
        (use.OrderNumber, use.UsedAt, use.Savings) = (orderNumber, db.Actor.Now, discount.Saved);
        db.Record(new OfferUsed(use.OfferId, use.Id, use.CustomerId, code, orderNumber, discount.Saved));
    }
}
