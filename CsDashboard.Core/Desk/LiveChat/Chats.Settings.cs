using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.LiveChat;

// When and with how many at once a company chats.
public sealed partial class Chats
{
    private readonly CompanyMemory<ChatSettings> known = new(
        store,
        async db => (await db.ChatSettings.AsNoTracking().SingleOrDefaultAsync())?.Read() ?? ChatSettings.Usual
    );

    /// <summary>How the actor's company chats.</summary>
    public Task<ChatSettings> Settings(Actor actor) => known.Get(actor);

    /// <summary>
    /// Changes it. Invalid for a week without an hour, an unknown zone, a capacity outside 1 to 50, or minutes outside 1 to 60.
    /// </summary>
    public async Task Set(Actor actor, ChatSettings settings)
    {
        actor.Demand(DeskRights.Configure);
        if (settings.Capacity is < 1 or > 50)
            throw Refusal.Invalid("capacity", Words.Of("Number_Between", 1, 50));
        if (settings.AwayMinutes is < 1 or > 60)
            throw Refusal.Invalid("awayMinutes", Words.Of("Number_Between", 1, 60));
        settings.Hours?.Demand();
        await store.Write(
            actor,
            async db =>
            {
                var before = await SettingsOf(db);
                var setting = await db.ChatSettings.SingleOrDefaultAsync();
                if (setting is null)
                    db.ChatSettings.Add(setting = new ChatSetting { TenantId = actor.TenantId });
                setting.Set(settings);
                db.Record(new ChatSettingsChanged(actor.TenantId, before, settings));
                db.AnnounceAfterCommit(QueueTopic(actor.TenantId));
            }
        );
        known.Set(actor.TenantId, settings);
    }

    internal Task<ChatSettings> SettingsOf(AppDb db) => known.Of(db);
}
