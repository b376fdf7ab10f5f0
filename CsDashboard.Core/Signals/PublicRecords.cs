using CsDashboard.Accounts;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>
/// The track record for anybody who has its address, where the company allows it: the figures, and every signal that is over. Open ones
/// stay with those whose tier sees them.
/// </summary>
public sealed class PublicRecords(Store store, SignalLists lists, SignalRecord chain, LiveFeed feed, TimeProvider clock)
{
    private readonly CompanyMemory<Allowed> known = new(
        store,
        async db => new Allowed(await db.SignalSettings.Select(s => s.IsRecordPublic).SingleOrDefaultAsync())
    );

    // The chain is walked when something happened to it, and once an hour, however many strangers ask.
    private readonly SharedReads verdicts = new(feed, tenant => Topic.Group(tenant, SignalGroups.All));

    /// <summary>Whether the company of the actor shows its record to everybody.</summary>
    public async Task<bool> IsPublic(Actor actor) => (await known.Get(actor)).Is;

    /// <summary>Shows the record to everybody, or no longer. Forbidden for anyone but admins.</summary>
    public async Task Set(Actor actor, bool isPublic)
    {
        actor.Demand(SignalRights.Publish);
        await store.Write(
            actor,
            async db =>
            {
                var setting = await db.SignalSettings.SingleOrDefaultAsync();
                if (setting?.IsRecordPublic == isPublic || (setting is null && !isPublic))
                    return;
                if (setting is null)
                    db.SignalSettings.Add(setting = new SignalSetting { TenantId = actor.TenantId });
                setting.IsRecordPublic = isPublic;
                db.Record(new RecordOpened(actor.TenantId, isPublic));
            }
        );
        known.Set(actor.TenantId, new Allowed(isPublic));
    }

    /// <summary>
    /// The record of the company with this name in addresses, for anybody. NotFound where there is none or it does not show it; Invalid as
    /// <see cref="SignalLists.Over(Actor, RecordFilter)"/>.
    /// </summary>
    public async Task<PublicRecord> Of(string slug, RecordFilter filter)
    {
        await using var db = store.Open(Actor.System(Guid.Empty, clock));
        var company = await db.Tenants.Where(t => t.Slug == slug).Select(t => new { t.Id, t.Name }).SingleOrDefaultAsync();
        if (company is null)
            throw Refusal.NotFound();
        var reader = Actor.System(company.Id, clock);
        if (!await IsPublic(reader))
            throw Refusal.NotFound();
        return new PublicRecord(
            company.Name,
            await lists.Figures(reader),
            await lists.Over(reader, filter, reader.Now),
            await verdicts.Get(company.Id, reader.Now.Ticks / TimeSpan.TicksPerHour, () => chain.Verify(reader))
        );
    }

    private sealed record Allowed(bool Is);
}
