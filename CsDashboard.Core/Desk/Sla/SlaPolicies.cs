using CsDashboard.Accounts;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Sla;

/// <summary>
/// What each company promises its customers (SLA). Read on every ticket and changed once a year, so it is kept in memory.
/// </summary>
public sealed class SlaPolicies(Store store)
{
    private readonly CompanyMemory<SlaPolicy> known = new(store, Read);

    /// <summary>The SLA of the actor's company.</summary>
    public Task<SlaPolicy> Get(Actor actor) => known.Get(actor);

    /// <summary>
    /// Sets targets and hours for tickets opened or changed from now on. Invalid for a week without working hours, an unknown zone, or a
    /// target of zero.
    /// </summary>
    public async Task Set(Actor actor, SlaPolicy policy)
    {
        actor.Demand(DeskRights.Configure);
        policy.Hours.Demand();
        if (
            Enum.GetValues<TicketPriority>()
                .Any(p =>
                    !policy.Targets.TryGetValue(p, out var t)
                    || t.FirstResponse <= TimeSpan.Zero
                    || t.Resolution < t.FirstResponse
                    || t.Resolution > TimeSpan.FromDays(90)
                )
        )
            throw Refusal.Invalid("targets", Words.Of("Sla_Targets"));
        await store.Write(
            actor,
            async db =>
            {
                var before = await Of(db);
                var setting = await db.SlaSettings.SingleOrDefaultAsync();
                if (setting is null)
                    db.SlaSettings.Add(setting = new SlaSetting { TenantId = actor.TenantId });
                setting.Set(policy);
                db.Record(new SlaPolicyChanged(actor.TenantId, before, policy));
            }
        );
        known.Set(actor.TenantId, policy);
    }

    internal Task<SlaPolicy> Of(AppDb db) => known.Of(db);

    private static async Task<SlaPolicy> Read(AppDb db)
    {
        var setting = await db.SlaSettings.AsNoTracking().SingleOrDefaultAsync();
        return setting?.Read()
            ?? SlaPolicy.Usual(await db.Tenants.Where(t => t.Id == db.Actor.TenantId).Select(t => t.TimeZone).SingleAsync());
    }
}
