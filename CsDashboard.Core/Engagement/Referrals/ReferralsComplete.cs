using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Referrals;

/// <summary>
/// The first order of a referred customer completes the referral (contract: membership, Referral), unless something is to be looked at: one
/// address or device for both, disposable mail, an order that goes back. A cancelled order does not count, nor does one whose worth isn't
/// known yet; then the next one does. When the order is cancelled or comes back after it completed the referral, the referral waits for an
/// agent again.
/// </summary>
public sealed class ReferralsComplete : IHandleMany<OrderRecorded>
{
    public async Task Handle(IReadOnlyList<Recorded<OrderRecorded>> happenings, AppDb db)
    {
        var customers = happenings.Select(h => h.Event.CustomerId).Distinct().ToList();
        var referrals = await db
            .Referrals.Where(r =>
                customers.Contains(r.RefereeId) && (r.Status == ReferralStatus.Pending || r.Status == ReferralStatus.Completed)
            )
            .ToDictionaryAsync(r => r.RefereeId);
        foreach (var order in happenings.Select(h => h.Event))
        {
            if (!referrals.TryGetValue(order.CustomerId, out var referral))
                continue;
            if (referral.Status == ReferralStatus.Pending && order.To is { Status: not OrderStatus.Cancelled, IsApart: false })
                Complete(db, referral, order.Number, await DoubtsAbout(db, referral, order));
            else if (
                referral.Status == ReferralStatus.Completed
                && referral.OrderNumber == order.Number
                && order.From is { Counts: true }
                && !order.To.Counts
            )
                Reopen(db, referral, order.Number);
        }
    }

    /// <summary>Inside a write: there is an order. Without a doubt, new or old, the referral is completed; with one it is held.</summary>
    internal static void Complete(AppDb db, Referral referral, string order, IEnumerable<ReferralDoubt> doubts)
    {
        referral.Bought(order, doubts, db.Actor.Now);
        db.Record(
            referral.Status == ReferralStatus.Held
                ? new ReferralHeld(referral.Id, referral.ReferrerId, referral.RefereeId, order, referral.Doubts)
                : new ReferralCompleted(referral.Id, referral.ReferrerId, referral.RefereeId, order)
        );
    }

    private static void Reopen(AppDb db, Referral referral, string order)
    {
        referral.Reopen();
        db.Record(new ReferralReopened(referral.Id, referral.ReferrerId, referral.RefereeId, order, referral.Doubts));
    }

    private static async Task<List<ReferralDoubt>> DoubtsAbout(AppDb db, Referral referral, OrderRecorded order)
    {
        var doubts = new List<ReferralDoubt>();
        if (order.To.Status == OrderStatus.Returned || order.To.ReturnRequested)
            doubts.Add(ReferralDoubt.OrderReturned);
        if (
            await db.Customers.Where(c => c.Id == referral.RefereeId).Select(c => c.NormalizedEmail).SingleOrDefaultAsync() is { } email
            && DisposableMail.Is(email)
        )
            doubts.Add(ReferralDoubt.DisposableMail);
        var (theirs, others) = (await SignedIn(db, referral.RefereeId), await SignedIn(db, referral.ReferrerId));
        if (theirs.Any(t => others.Any(o => o.Address == t.Address)))
            doubts.Add(theirs.Any(t => t.Browser is not null && others.Contains(t)) ? ReferralDoubt.SameDevice : ReferralDoubt.SameAddress);
        return doubts;
    }

    private static async Task<List<(string Address, string? Browser)>> SignedIn(AppDb db, Guid customer)
    {
        var users = db.Users;
        var sessions = await db
            .Sessions.Where(s => s.Address != null && users.Any(u => u.Id == s.UserId && u.CustomerId == customer))
            .OrderByDescending(s => s.LastSeenAt)
            .Select(s => new { s.Address, s.Browser })
            .Take(100)
            .ToListAsync();
        return [.. sessions.Select(s => (s.Address!, s.Browser)).Distinct()];
    }
}
