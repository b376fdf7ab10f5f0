using System.Globalization;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;

namespace CsDashboard.Vault;

/// <summary>Admins learn of a vault that was locked by wrong PINs, and of candles that somebody changed outside the product.</summary>
public sealed class VaultNotices(Notices notices) : IHandle<VaultLockedOut>, IHandle<CandleTampered>
{
    public async Task Handle(Recorded<VaultLockedOut> happening, AppDb db)
    {
        if (happening.Silent)
            return;
        var until = string.Create(CultureInfo.InvariantCulture, $"{happening.Event.Until.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        await notices.Tell(
            db,
            await Recipients.Admins(db),
            new Notice("vault_locked", "Notice_VaultLocked_Title")
            {
                ContentKey = "Notice_VaultLocked",
                ContentValues = [new SaidName(happening.ActorName), until],
                Link = new LinkTo("vault"),
            }
        );
    }

    public async Task Handle(Recorded<CandleTampered> happening, AppDb db)
    {
        if (happening.Silent)
            return;
        var time = string.Create(CultureInfo.InvariantCulture, $"{happening.Event.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        await notices.Tell(
            db,
            await Recipients.Admins(db),
            new Notice("vault_tampered", "Notice_VaultTampered_Title")
            {
                ContentKey = "Notice_VaultTampered",
                ContentValues = [happening.Event.Scope, time],
                Link = new LinkTo("vault"),
            }
        );
    }
}
