using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>Writes entries inside a write: the entry, what is left of it, the sums and the event in one transaction.</summary>
internal static class Ledger
{
    /// <summary>The account, made at the first use.</summary>
    public static async Task<LoyaltyAccount> Account(AppDb db, Guid customerId)
    {
        if (await db.LoyaltyAccounts.FindAsync(customerId) is { } known)
            return known;
        var account = LoyaltyAccount.Of(customerId, db.Actor.Now);
        db.LoyaltyAccounts.Add(account);
        return account;
    }

    /// <summary>Gives points.</summary>
    public static LoyaltyEntry Give(AppDb db, LoyaltyAccount account, Booking booking)
    {
        var entry = Write(db, account, booking);
        db.PointLots.Add(PointLot.Of(entry));
        return entry;
    }

    /// <summary>Takes points from these lots, one after the other; they must hold enough.</summary>
    public static LoyaltyEntry Take(AppDb db, LoyaltyAccount account, Booking booking, IEnumerable<PointLot> lots)
    {
        var left = -booking.Points;
        foreach (var lot in lots)
        {
            if (left == 0)
                break;
            left -= lot.Take(left);
            if (lot.Remaining == 0)
                db.PointLots.Remove(lot);
        }
        return left == 0
            ? Write(db, account, booking)
            : throw new InvalidOperationException("More points were to be taken than the lots hold.");
    }

    /// <summary>
    /// Takes back what a source, or one entry, gave: from what is left of it first, then from other lots. Points already spent are not
    /// asked back; the lifetime falls by the whole amount.
    /// </summary>
    public static async Task<LoyaltyEntry> TakeBack(AppDb db, LoyaltyAccount account, long points, Booking why, Guid? entry = null)
    {
        // So that points given a moment ago can be taken back, too.
        await db.SaveChangesAsync();
        var given = await db
            .LoyaltyEntries.Where(e =>
                e.CustomerId == account.CustomerId && e.Source == why.Source && e.RuleId == why.RuleId && e.Points > 0
            )
            .Select(e => e.Id)
            .ToListAsync();
        var lots = await Lots(db, account.CustomerId);
        return Take(
            db,
            account,
            why with
            {
                Points = -Math.Min(points, lots.Sum(l => l.Remaining)),
                Lifetime = -points,
            },
            lots.OrderBy(l =>
                l.Id == entry ? 0
                : given.Contains(l.Id) ? 1
                : 2
            )
        );
    }

    /// <summary>Points that were held for a source begin to unlock now, by the terms of their rules. Safe to repeat.</summary>
    public static async Task Free(AppDb db, Guid customerId, string source, IEnumerable<EarningRule> rules)
    {
        await db.SaveChangesAsync();
        var held = await db
            .LoyaltyEntries.Where(e => e.CustomerId == customerId && e.Source == source && e.AvailableFrom == PointLot.Held)
            .ToDictionaryAsync(e => e.Id);
        var lots = await db.PointLots.Where(l => held.Keys.Contains(l.Id)).ToDictionaryAsync(l => l.Id);
        foreach (var entry in held.Values)
        {
            var rule = rules.FirstOrDefault(r => r.Id == entry.RuleId);
            var from = db.Actor.Now.AddDays(rule?.LockDays ?? 0);
            var expires = rule?.ExpiryDays is { } days ? from.AddDays(days) : (DateTimeOffset?)null;
            (entry.AvailableFrom, entry.ExpiresAt) = (from, expires);
            lots.GetValueOrDefault(entry.Id)?.Free(from, expires);
        }
    }

    /// <summary>Lots that expire first come first; those that never do, last.</summary>
    public static async Task<List<PointLot>> Lots(AppDb db, Guid customerId) =>
        [
            .. (await db.PointLots.Where(l => l.CustomerId == customerId).ToListAsync())
                .OrderBy(l => l.ExpiresAt ?? DateTimeOffset.MaxValue)
                .ThenBy(l => l.AvailableFrom)
                .ThenBy(l => l.Id),
        ];

    /// <summary>Lots that can be redeemed now, in the order in which they are used.</summary>
    public static async Task<List<PointLot>> Available(AppDb db, Guid customerId) =>
        (await Lots(db, customerId)).FindAll(l => l.IsAvailable(db.Actor.Now));

    /// <summary>How many can be redeemed now; without what the write itself has only just given.</summary>
    public static async Task<long> Left(AppDb db, Guid customerId) => (await Available(db, customerId)).Sum(l => l.Remaining);

    /// <summary>
    /// Recomputes a customer's sums after entries moved to another record. Points spent under the other record stay spent, and an entry
    /// says so.
    /// </summary>
    public static async Task Settle(AppDb db, Guid customerId)
    {
        var entries = db.LoyaltyEntries.Where(e => e.CustomerId == customerId);
        var (balance, left) = (
            await entries.SumAsync(e => e.Points),
            await db.PointLots.Where(l => l.CustomerId == customerId).SumAsync(l => l.Remaining)
        );
        var account = await Account(db, customerId);
        var (lifetime, redeemed) = (
            await entries.SumAsync(e => e.Lifetime),
            -await entries.Where(e => e.Kind == EntryKind.Redeemed).SumAsync(e => e.Points)
        );
        var before = account.Settle(balance, lifetime, redeemed, account.LastAt ?? db.Actor.Now);
        Tell(db, account, before);
        if (left != balance)
            Write(db, account, new Booking(EntryKind.Reversed, left - balance) { Lifetime = 0 });
    }

    private static LoyaltyEntry Write(AppDb db, LoyaltyAccount account, Booking b)
    {
        var now = db.Actor.Now;
        var at = account.LastAt >= now ? account.LastAt.Value.AddMilliseconds(1) : now;
        var entry = new LoyaltyEntry
        {
            CustomerId = account.CustomerId,
            At = at,
            Kind = b.Kind,
            Points = b.Points,
            Lifetime = b.Lifetime ?? (b.Kind is EntryKind.Earned or EntryKind.Bonus ? b.Points : 0),
            BalanceAfter = account.Balance + b.Points,
            RuleId = b.RuleId,
            EventId = b.EventId,
            Source = b.Source,
            Reason = b.Reason,
            Basis = b.Basis,
            Rate = b.Rate,
            AvailableFrom =
                b.Points <= 0 ? null
                : b.IsHeld ? PointLot.Held
                : at.AddDays(b.LockDays),
            ExpiresAt = b is { Points: > 0, IsHeld: false, ExpiryDays: { } days } ? at.AddDays(b.LockDays + days) : null,
        };
        db.LoyaltyEntries.Add(entry);
        var before = account.Count(entry);
        db.Record(new PointsBooked(entry.Id, entry.CustomerId, entry.Kind, entry.Points, entry.BalanceAfter, entry.Reason));
        Tell(db, account, before);
        return entry;
    }

    private static void Tell(AppDb db, LoyaltyAccount account, LoyaltyTier? before)
    {
        if (before is { } from)
            db.Record(new LoyaltyTierChanged(account.CustomerId, from, account.Tier));
    }
}
