using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>Buyers are told that their keys are there, without the keys; admins of a pool that is empty.</summary>
public sealed class DigitalNotices(Notices notices) : IHandle<KeysGiven>, IHandle<KeysLacking>
{
    public async Task Handle(Recorded<KeysGiven> happening, AppDb db)
    {
        var e = happening.Event;
        if (happening.Silent)
            return;
        await notices.Tell(
            db,
            await Recipients.OfCustomer(db, e.CustomerId),
            new Notice("order_keys", "Notice_Keys_Title", e.Count, e.Product)
            {
                ContentKey = "Notice_Keys",
                ContentValues = [e.Number],
                Link = new LinkTo("order", e.Number),
                Topic = NoticeTopic.Orders,
            }
        );
    }

    public async Task Handle(Recorded<KeysLacking> happening, AppDb db)
    {
        var e = happening.Event;
        if (happening.Silent)
            return;
        await notices.Tell(
            db,
            await Recipients.Admins(db),
            new Notice("keys_lacking", "Notice_KeysLacking_Title", e.Product)
            {
                ContentKey = "Notice_KeysLacking",
                ContentValues = [e.Missing, e.Number],
                Link = new LinkTo("product_keys", e.ProductNumber.ToString(System.Globalization.CultureInfo.InvariantCulture), "pool"),
            }
        );
    }
}
