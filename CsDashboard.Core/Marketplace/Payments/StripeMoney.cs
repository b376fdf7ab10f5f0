using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Payments;

/// <summary>What Stripe took for an order and can give back.</summary>
internal static class StripeMoney
{
    /// <summary>
    /// Inside a write: has an amount of an order given back of the payments that Stripe took, the latest first. False, and nothing is,
    /// where it took less than that.
    /// </summary>
    public static async Task<bool> GiveBack(AppDb db, Order order, decimal amount)
    {
        var paid = await db
            .PaymentEntries.Where(p => p.OrderId == order.Id && p.Provider == StripePayments.Name && p.Kind == PaymentKind.Captured)
            .OrderByDescending(p => p.At)
            .ToListAsync();
        // What was taken in this very write is not there yet.
        paid.InsertRange(
            0,
            db.PaymentEntries.Local.Where(p =>
                p.OrderId == order.Id && p.Provider == StripePayments.Name && p.Kind == PaymentKind.Captured && !paid.Contains(p)
            )
        );
        if (paid.Count == 0)
            return false;
        var back = (await db.StripeRefunds.Where(r => r.OrderId == order.Id && r.Fault == null).ToListAsync()).ToLookup(r => r.Payment);
        var left = paid.Select(p => (p.Reference, Left: p.Amount - back[p.Reference].Sum(r => r.Amount))).Where(p => p.Left > 0).ToList();
        if (left.Sum(p => p.Left) < amount)
            return false;
        foreach (var (payment, most) in left.TakeWhile(_ => amount > 0))
        {
            var part = Math.Min(most, amount);
            var refund = new StripeRefund
            {
                OrderId = order.Id,
                Payment = payment,
                Amount = part,
                CreatedAt = db.Actor.Now,
            };
            refund.Wait(db.Actor.Now);
            db.StripeRefunds.Add(refund);
            amount -= part;
        }
        return true;
    }
}
