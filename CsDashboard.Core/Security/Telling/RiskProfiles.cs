using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security.Telling;

/// <summary>How risky people are, by what was told of them (contract: market, User risk).</summary>
public sealed class RiskProfiles(Store store)
{
    /// <summary>For staff and the service key. Of somebody nothing was told of it is zero.</summary>
    public async Task<UserRisk> Of(Actor actor, Told who)
    {
        actor.Demand(SecurityRights.See);
        await using var db = store.Open(actor);
        var profile = await Of(db, who);
        return profile is null
            ? new(0, 0, Risk.Low, [])
            : new(profile.Score, profile.ScoreAt(actor.Now), Risk.Of(profile.Score), profile.Reasons);
    }

    internal static Task<RiskProfile?> Of(AppDb db, Told who)
    {
        var key = who.Key;
        return db.RiskProfiles.SingleOrDefaultAsync(p => p.Who == key);
    }

    internal static async Task Learn(AppDb db, Told who, string kind, decimal risk)
    {
        var profile = db.RiskProfiles.Local.FirstOrDefault(p => p.Who == who.Key) ?? await Of(db, who);
        if (profile is null)
            db.RiskProfiles.Add(profile = new RiskProfile { Who = who.Key, CustomerId = who.CustomerId });
        profile.Learn(kind, risk, db.Actor.Now);
    }
}
