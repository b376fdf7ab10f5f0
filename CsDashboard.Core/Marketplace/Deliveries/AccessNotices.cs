using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>Customers are told of the membership that they bought, and of its end.</summary>
public sealed class AccessNotices(Notices notices) : IHandle<AccessBegan>, IHandle<AccessEnded>
{
    private const string Kind = "order_access";
    private static readonly LinkTo Page = new LinkTo("access");

    public async Task Handle(Recorded<AccessBegan> happening, AppDb db)
    {
        var e = happening.Event;
        if (happening.Silent)
            return;
        foreach (var to in await Recipients.OfCustomer(db, e.CustomerId))
            await notices.Tell(
                db,
                to,
                new Notice(Kind, "Notice_Access_Title", TierIn(to, e.Tier))
                {
                    ContentKey = "Notice_Access",
                    ContentValues = [to.Day(e.Until)],
                    Link = Page,
                }
            );
    }

    public async Task Handle(Recorded<AccessEnded> happening, AppDb db)
    {
        var e = happening.Event;
        // Nothing has changed for who has the tier by something else.
        if (happening.Silent || e.Now == e.Tier)
            return;
        foreach (var to in await Recipients.OfCustomer(db, e.CustomerId))
            await notices.Tell(
                db,
                to,
                new Notice(Kind, "Notice_AccessEnded_Title", TierIn(to, e.Tier))
                {
                    ContentKey = e.TakenBack ? "Notice_AccessTakenBack" : "Notice_AccessEnded",
                    Link = Page,
                }
            );
    }

    private static string TierIn(Recipient to, string tier) => Words.In(to.Language, "Membership_" + tier);
}
