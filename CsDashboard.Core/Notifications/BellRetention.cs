using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>Lines of inboxes and mails that were sent or given up. What still waits to be sent is not touched.</summary>
internal sealed class BellRetention(Store store) : IRetain
{
    public string Kind => "bells";

    public Task<int> RemoveSome(Actor company, DateTimeOffset before) =>
        store.Write(
            company,
            async db =>
            {
                var ids = await db
                    .Notifications.Where(n => n.CreatedAt < before && n.Status != Delivery.Pending)
                    .OrderBy(n => n.Id)
                    .Take(500)
                    .Select(n => n.Id)
                    .ToListAsync();
                return ids.Count == 0 ? 0 : await db.Notifications.Where(n => ids.Contains(n.Id)).ExecuteDeleteAsync();
            }
        );
}
