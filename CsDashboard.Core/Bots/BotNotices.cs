using System.Globalization;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;

namespace CsDashboard.Bots;

/// <summary>Admins learn of a bot that gives no sign of life, or fails again and again.</summary>
public sealed class BotNotices(Notices notices) : IHandle<BotBeatMissed>, IHandle<BotFlaps>
{
    public async Task Handle(Recorded<BotBeatMissed> happening, AppDb db)
    {
        var last = string.Create(CultureInfo.InvariantCulture, $"{happening.Event.LastBeat.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        await notices.Tell(
            db,
            await Recipients.Admins(db),
            new Notice("bot_silent", "Notice_BotSilent_Title", BotWords.Said(happening.Event.Type, happening.Event.Name))
            {
                ContentKey = "Notice_BotSilent",
                ContentValues = [last],
                Link = new LinkTo("bots"),
            }
        );
    }

    public async Task Handle(Recorded<BotFlaps> happening, AppDb db) =>
        await notices.Tell(
            db,
            await Recipients.Admins(db),
            new Notice(
                "bot_flaps",
                "Notice_BotFlaps_Title",
                BotWords.Said(happening.Event.Type, happening.Event.Name),
                happening.Event.Failures
            )
            {
                ContentKey = "Notice_BotFlaps",
                Quote = happening.Event.Fault,
                Link = new LinkTo("bots"),
            }
        );
}
