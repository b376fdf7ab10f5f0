using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>
/// Tells the tiers that see signals later, once their time has come. What they see is decided by each read; this is for people who wait
/// with a page open.
/// </summary>
public sealed class SignalReleases(Store store, SignalAccess access)
{
    // After an outage nobody is notified of anything older.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>Releases what has come of age in the actor's company; for the schedule.</summary>
    public async Task Due(Actor company)
    {
        foreach (var (tier, minutes) in await access.Get(company))
        {
            if (minutes <= 0)
                continue;
            var until = company.Now.AddMinutes(-minutes);
            var since = until - Fresh;
            List<Guid> due;
            await using (var db = store.Open(company))
                due = await Waiting(db, tier)
                    .Where(s => s.PublishedAt <= until && s.PublishedAt > since)
                    .OrderBy(s => s.PublishedAt)
                    .Select(s => s.Id)
                    .ToListAsync();
            foreach (var id in due)
                await store.Write(
                    company,
                    async db =>
                    {
                        if (await Waiting(db, tier).SingleOrDefaultAsync(s => s.Id == id) is not { } signal)
                            return;
                        db.SignalReleases.Add(
                            new SignalRelease
                            {
                                SignalId = id,
                                Tier = tier,
                                At = company.Now,
                            }
                        );
                        db.AnnounceAfterCommit(SignalAccess.Released(company.TenantId));
                        if (!signal.IsOver)
                            db.Record(
                                new SignalReleased(
                                    signal.Id,
                                    signal.Number,
                                    signal.Type,
                                    signal.Pair,
                                    signal.Direction,
                                    signal.Recommended,
                                    tier
                                )
                            );
                    }
                );
        }
    }

    /// <summary>A tier gets a delay: signals it has seen, or was never to see, are not announced as new. Inside a write.</summary>
    internal static async Task Skip(AppDb db, string tier)
    {
        var since = db.Actor.Now.AddMinutes(-SignalAccess.LongestDelay) - Fresh;
        foreach (var id in await Waiting(db, tier).Where(s => s.PublishedAt > since).Select(s => s.Id).ToListAsync())
            db.SignalReleases.Add(
                new SignalRelease
                {
                    SignalId = id,
                    Tier = tier,
                    At = db.Actor.Now,
                }
            );
    }

    private static IQueryable<Signal> Waiting(AppDb db, string tier)
    {
        var released = db.SignalReleases;
        return db.Signals.Where(s => !released.Any(r => r.SignalId == s.Id && r.Tier == tier));
    }
}
