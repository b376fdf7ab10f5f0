using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;

namespace CsDashboard.Audit;

/// <summary>A history that was tampered with is told to every admin, by whichever check it was found.</summary>
public sealed class AuditNotices(Notices notices) : IHandle<AuditVerified>
{
    public async Task Handle(Recorded<AuditVerified> happening, AppDb db)
    {
        if (happening.Event.Faults == 0)
            return;
        await notices.Tell(
            db,
            await Recipients.Admins(db),
            new Notice("audit_broken", "Notice_AuditBroken_Title")
            {
                ContentKey = "Notice_AuditBroken",
                ContentValues = [happening.Event.Faults, happening.Event.Links],
                Quote = happening.Event.First,
                Link = new LinkTo("audit"),
            }
        );
    }
}
