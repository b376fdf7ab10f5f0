using System.Collections.Concurrent;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

/// <summary>What each company promises its customers. Read on every ticket, changed once a year: kept at hand.</summary>
public sealed class Promises(Store store)
{
    private readonly ConcurrentDictionary<Guid, ServicePromise> known = new();

    /// <summary>The promise of the actor's company.</summary>
    public async Task<ServicePromise> Get(Actor actor)
    {
        if (known.TryGetValue(actor.TenantId, out var promise)) return promise;
        await using var db = store.Open(actor);
        return await Of(db);
    }

    /// <summary>Sets targets and hours for tickets opened or changed from now on. Invalid for a week without an hour of work, an unknown zone, or a target of no time.</summary>
    public async Task Set(Actor actor, ServicePromise promise)
    {
        actor.Demand(DeskRights.Configure);
        promise.Hours.Demand();
        if (Enum.GetValues<TicketPriority>().Any(p => !promise.Targets.TryGetValue(p, out var t) || t.FirstResponse <= TimeSpan.Zero || t.Resolution < t.FirstResponse || t.Resolution > TimeSpan.FromDays(90)))
            throw Refusal.Invalid("targets", Words.Of("Promise_Targets"));
        await store.Write(actor, async db =>
        {
            var before = await Of(db);
            var setting = await db.PromiseSettings.SingleOrDefaultAsync();
            if (setting is null) db.PromiseSettings.Add(setting = new PromiseSetting { TenantId = actor.TenantId });
            setting.Set(promise);
            db.Record(new PromiseChanged(actor.TenantId, before, promise));
        });
        known[actor.TenantId] = promise;
    }

    internal async Task<ServicePromise> Of(AppDb db)
    {
        var tenant = db.Actor.TenantId;
        if (known.TryGetValue(tenant, out var promise)) return promise;
        var setting = await db.PromiseSettings.AsNoTracking().SingleOrDefaultAsync();
        return known[tenant] = setting?.Read() ?? ServicePromise.Usual(await db.Tenants.Where(t => t.Id == tenant).Select(t => t.TimeZone).SingleAsync());
    }
}
