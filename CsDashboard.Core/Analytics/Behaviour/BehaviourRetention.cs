using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Analytics.Behaviour;

/// <summary>Removes what was told of visits long ago; the sums of orders stay.</summary>
public sealed class BehaviourRetention(Store store)
{
    /// <summary>A year, since figures reach no further.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(366);
    private const int AtOnce = 5_000;

    /// <summary>For the schedule.</summary>
    public Task RemoveOld(Actor company)
    {
        var before = company.Now - Kept;
        return store.Write(
            company,
            async db =>
            {
                var hits = await db.Hits.Where(h => h.At < before).OrderBy(h => h.At).Take(AtOnce).Select(h => h.Id).ToListAsync();
                await db.Hits.Where(h => hits.Contains(h.Id)).ExecuteDeleteAsync();
                var visits = await db
                    .Visits.Where(v => v.StartedAt < before)
                    .OrderBy(v => v.StartedAt)
                    .Take(AtOnce)
                    .Select(v => v.Id)
                    .ToListAsync();
                await db.Visits.Where(v => visits.Contains(v.Id)).ExecuteDeleteAsync();
            }
        );
    }
}
