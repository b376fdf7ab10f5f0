using System.Collections.Concurrent;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

// When and with how many at once a company chats.
public sealed partial class Chats
{
    private readonly ConcurrentDictionary<Guid, ChatSettings> known = new();

    /// <summary>How the actor's company chats.</summary>
    public async Task<ChatSettings> Settings(Actor actor)
    {
        if (known.TryGetValue(actor.TenantId, out var settings)) return settings;
        await using var db = store.Open(actor);
        return await SettingsOf(db);
    }

    /// <summary>Changes it. Invalid for a week without an hour, an unknown zone, a capacity outside 1 to 50, or minutes outside 1 to 60.</summary>
    public async Task Set(Actor actor, ChatSettings settings)
    {
        actor.Demand(DeskRights.Configure);
        if (settings.Capacity is < 1 or > 50) throw Refusal.Invalid("capacity", Words.Of("Number_Between", 1, 50));
        if (settings.AwayMinutes is < 1 or > 60) throw Refusal.Invalid("awayMinutes", Words.Of("Number_Between", 1, 60));
        settings.Hours?.Demand();
        await store.Write(actor, async db =>
        {
            var before = await SettingsOf(db);
            var setting = await db.ChatSettings.SingleOrDefaultAsync();
            if (setting is null) db.ChatSettings.Add(setting = new ChatSetting { TenantId = actor.TenantId });
            setting.Set(settings);
            db.Record(new ChatSettingsChanged(actor.TenantId, before, settings));
            db.AnnounceAfterCommit(QueueTopic(actor.TenantId));
        });
        known[actor.TenantId] = settings;
    }

    internal async Task<ChatSettings> SettingsOf(AppDb db)
    {
        var tenant = db.Actor.TenantId;
        if (known.TryGetValue(tenant, out var settings)) return settings;
        var setting = await db.ChatSettings.AsNoTracking().SingleOrDefaultAsync();
        return known[tenant] = setting?.Read() ?? ChatSettings.Usual;
    }
}
