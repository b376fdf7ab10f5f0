using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Analytics;

/// <summary>The messages behind the figure of those that could not be sent.</summary>
public sealed class FailedMessages(Store store, Tenants tenants)
{
    /// <summary>How many are listed.</summary>
    public const int Most = 100;

    /// <summary>Those of the period, newest first; what they say stays with the people they were for.</summary>
    public async Task<IReadOnlyList<FailedMessage>> List(Actor actor, int days)
    {
        actor.Demand(AnalyticsRights.See);
        var period = FigurePeriod.Of(days, actor.Now, Zones.Of((await tenants.Mine(actor)).TimeZone));
        await using var db = store.Open(actor);
        return await Of(db, period)
            .OrderByDescending(n => n.CreatedAt)
            .ThenByDescending(n => n.Id)
            .Take(Most)
            .Select(n => new FailedMessage(n.Id, n.CreatedAt, n.Channel, n.Title, n.Address, n.LastError))
            .ToListAsync();
    }

    internal static IQueryable<Notification> Of(AppDb db, FigurePeriod period) =>
        db.Notifications.Where(n => n.Status == Delivery.Failed && n.CreatedAt >= period.From && n.CreatedAt < period.To);
}
