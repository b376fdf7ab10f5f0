using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>Customers are told of each parcel that is sent; of the last one by what is told of the order.</summary>
public sealed class ParcelNotices(Notices notices) : IHandle<ParcelMoved>
{
    public async Task Handle(Recorded<ParcelMoved> happening, AppDb db)
    {
        var e = happening.Event;
        if (happening.Silent || e.HasArrived || e.IsLast)
            return;
        await notices.Tell(
            db,
            await Recipients.OfCustomer(db, e.CustomerId),
            new Notice("order_parcel", "Notice_Parcel_Title", e.Number)
            {
                ContentKey = "Notice_Parcel",
                Link = new LinkTo("order", e.Number),
                Topic = NoticeTopic.Orders,
            }
        );
    }
}
