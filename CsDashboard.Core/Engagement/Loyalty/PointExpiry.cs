using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>Lets points expire when their time is over, and warns thirty days before. A member is warned about each lot once.</summary>
public sealed class PointExpiry(Store store)
{
    // Few enough to keep others waiting only briefly.
    private const int AtOnce = 100;

    public async Task Run(Actor company)
    {
        while (await Expire(company) > 0) { }
        while (await Warn(company) > 0) { }
    }

    private Task<int> Expire(Actor company) =>
        store.Write(
            company,
            async db =>
            {
                var now = company.Now;
                var over = await db.PointLots.Where(l => l.ExpiresAt <= now).OrderBy(l => l.ExpiresAt).Take(AtOnce).ToListAsync();
                foreach (var lots in over.GroupBy(l => l.CustomerId))
                    Ledger.Take(
                        db,
                        await Ledger.Account(db, lots.Key),
                        new Booking(EntryKind.Expired, -lots.Sum(l => l.Remaining)),
                        [.. lots]
                    );
                return over.Count;
            }
        );

    private Task<int> Warn(Actor company) =>
        store.Write(
            company,
            async db =>
            {
                var (now, soon) = (company.Now, company.Now.AddDays(Points.SoonDays));
                var due = await db
                    .PointLots.Where(l => l.ExpiresAt <= soon && l.ExpiresAt > now && l.WarnedAt == null)
                    .OrderBy(l => l.ExpiresAt)
                    .Select(l => l.CustomerId)
                    .Take(AtOnce)
                    .ToListAsync();
                var members = due.Distinct().ToList();
                foreach (
                    var lots in (
                        await db
                            .PointLots.Where(l =>
                                members.Contains(l.CustomerId) && l.ExpiresAt <= soon && l.ExpiresAt > now && l.WarnedAt == null
                            )
                            .ToListAsync()
                    ).GroupBy(l => l.CustomerId)
                )
                {
                    foreach (var lot in lots)
                        lot.WarnedAt = now;
                    db.Record(new PointsExpiring(lots.Key, lots.Sum(l => l.Remaining), lots.Min(l => l.ExpiresAt)!.Value));
                }
                return due.Count;
            }
        );
}
