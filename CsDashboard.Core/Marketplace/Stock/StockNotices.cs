using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;

namespace CsDashboard.Marketplace.Stock;

/// <summary>Admins are told once when little is left of something, and once when nothing is.</summary>
public sealed class StockNotices(Notices notices) : IHandle<StockChanged>
{
    public async Task Handle(Recorded<StockChanged> happening, AppDb db)
    {
        var e = happening.Event;
        if (happening.Silent || e.To >= e.From || e.Level == e.Was || e.Level is not (StockLevel.LowStock or StockLevel.OutOfStock))
            return;
        await notices.Tell(
            db,
            await Recipients.Admins(db),
            new Notice("stock_low", e.Level == StockLevel.OutOfStock ? "Notice_StockGone_Title" : "Notice_StockLow_Title", e.Name, e.To)
            {
                ContentKey = "Notice_Stock",
                Link = new LinkTo("stock"),
            }
        );
    }
}
