using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement;

/// <summary>
/// The first order of who was referred completes the referral (rules.md 002), unless something is to be looked at: one address or device for both, disposable mail, an order that goes back.
/// A cancelled order is none; the next one counts then. When the order is cancelled or comes back after it completed the referral, that waits for an agent again.
/// </summary>
public sealed class ReferralsComplete : IHandle<OrderRecorded>
{
    public async Task Handle(Recorded<OrderRecorded> happening, AppDb db)
    {
        var order = happening.Event;
        if (order is { From: { } before } && before.Status.Counts() && !order.To.Status.Counts()) await Reopen(db, order);
        if (order.To.Status == OrderStatus.Cancelled) return;
        if (await db.Referrals.SingleOrDefaultAsync(r => r.RefereeId == order.CustomerId && r.Status == ReferralStatus.Pending) is not { } referral) return;
        Complete(db, referral, order.Number, await DoubtsAbout(db, referral, order));
    }

    /// <summary>Inside a write: there is an order. Without a doubt, now or from before, the referral is completed; with one it is held.</summary>
    internal static void Complete(AppDb db, Referral referral, string order, IEnumerable<ReferralDoubt> doubts)
    {
        referral.Bought(order, doubts, db.Actor.Now);
        db.Record(referral.Status == ReferralStatus.Held
            ? new ReferralHeld(referral.Id, referral.ReferrerId, referral.RefereeId, order, referral.Doubts)
            : new ReferralCompleted(referral.Id, referral.ReferrerId, referral.RefereeId, order));
    }

    private static async Task Reopen(AppDb db, OrderRecorded order)
    {
        if (await db.Referrals.SingleOrDefaultAsync(r => r.RefereeId == order.CustomerId && r.Status == ReferralStatus.Completed && r.OrderNumber == order.Number) is not { } referral) return;
        referral.Reopen();
        db.Record(new ReferralReopened(referral.Id, referral.ReferrerId, referral.RefereeId, order.Number, referral.Doubts));
    }

    private static async Task<List<ReferralDoubt>> DoubtsAbout(AppDb db, Referral referral, OrderRecorded order)
    {
        var doubts = new List<ReferralDoubt>();
        if (order.To.Status == OrderStatus.Returned || order.To.ReturnRequested) doubts.Add(ReferralDoubt.OrderReturned);
        if (await db.Customers.Where(c => c.Id == referral.RefereeId).Select(c => c.NormalizedEmail).SingleOrDefaultAsync() is { } email && DisposableMail.Is(email)) doubts.Add(ReferralDoubt.DisposableMail);
        var (theirs, others) = (await SignedIn(db, referral.RefereeId), await SignedIn(db, referral.ReferrerId));
        if (theirs.Any(t => others.Any(o => o.Address == t.Address)))
            doubts.Add(theirs.Any(t => t.Browser is not null && others.Contains(t)) ? ReferralDoubt.SameDevice : ReferralDoubt.SameAddress);
        return doubts;
    }

    private static async Task<List<(string Address, string? Browser)>> SignedIn(AppDb db, Guid customer)
    {
        var users = db.Users;
        var sessions = await db.Sessions.Where(s => s.Address != null && users.Any(u => u.Id == s.UserId && u.CustomerId == customer)).OrderByDescending(s => s.LastSeenAt).Select(s => new { s.Address, s.Browser }).Take(100).ToListAsync();
        return [.. sessions.Select(s => (s.Address!, s.Browser)).Distinct()];
    }
}
