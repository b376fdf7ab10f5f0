using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>What a person has been told, for that person alone. Every verb needs a signed-in user, else Forbidden.</summary>
public sealed class Inbox(Store store)
{
    /// <summary>The actor's own notifications, newest first; 1 to 100 at a time.</summary>
    public async Task<Page<InboxRow>> List(Actor actor, string? after = null, int size = 20)
    {
        var (user, from) = (actor.DemandUser(), Cursor.Read(after));
        size = Math.Clamp(size, 1, 100);
        await using var db = store.Open(actor);
        var mine = db.Notifications.Where(n => n.UserId == user && n.Channel == Channel.Bell && n.Status != Delivery.Held);
        if (from is { At: var at, Id: var id })
            mine = mine.Where(n => n.CreatedAt <= at && (n.CreatedAt < at || n.Id < id));
        var rows = await Newest(mine, size + 1);
        if (rows.Count <= size)
            return new Page<InboxRow>(rows, null);
        rows.RemoveAt(size);
        return new Page<InboxRow>(rows, new Cursor(rows[^1].CreatedAt, rows[^1].Id).ToString());
    }

    /// <summary>The newest that are unread, filled up with the newest that are read.</summary>
    public async Task<IReadOnlyList<InboxRow>> Latest(Actor actor, int size)
    {
        var user = actor.DemandUser();
        await using var db = store.Open(actor);
        var unread = await Newest(Unread(db, user), size);
        if (unread.Count == size)
            return unread;
        return
        [
            .. unread,
            .. await Newest(
                db.Notifications.Where(n => n.UserId == user && n.Channel == Channel.Bell && n.Status == Delivery.Read),
                size - unread.Count
            ),
        ];
    }

    /// <summary>How many are unread; 99 stands for 99 or more.</summary>
    public async Task<int> Unread(Actor actor)
    {
        var user = actor.DemandUser();
        await using var db = store.Open(actor);
        return await Unread(db, user).Take(99).CountAsync();
    }

    /// <summary>Safe to repeat. NotFound for somebody else's.</summary>
    public async Task MarkRead(Actor actor, Guid notificationId)
    {
        var user = actor.DemandUser();
        await store.Write(
            actor,
            async db =>
            {
                var row =
                    await db.Notifications.SingleOrDefaultAsync(n =>
                        n.Id == notificationId && n.UserId == user && n.Channel == Channel.Bell && n.Status != Delivery.Held
                    ) ?? throw Refusal.NotFound();
                if (row.MarkRead(actor.Now))
                    db.AnnounceAfterCommit(Topic.User(actor.TenantId, user));
            }
        );
    }

    /// <summary>Safe to repeat.</summary>
    public async Task MarkAllRead(Actor actor)
    {
        var (user, now) = (actor.DemandUser(), (DateTimeOffset?)actor.Now);
        await store.Write(
            actor,
            async db =>
            {
                var changed = await Unread(db, user)
                    .ExecuteUpdateAsync(set => set.SetProperty(n => n.Status, Delivery.Read).SetProperty(n => n.ReadAt, now));
                if (changed > 0)
                    db.AnnounceAfterCommit(Topic.User(actor.TenantId, user));
            }
        );
    }

    /// <summary>
    /// Whoever is on a page has read the notifications that lead to it. <paramref name="path"/> is a path of this site. Safe to repeat.
    /// </summary>
    public async Task MarkReadAt(Actor actor, string path)
    {
        var (user, now, query, fragment) = (actor.DemandUser(), (DateTimeOffset?)actor.Now, path + "?", path + "#");
        List<Guid> here;
        await using (var db = store.Open(actor))
            here = await Unread(db, user)
                .Where(n => n.Link == path || n.Link!.StartsWith(query) || n.Link.StartsWith(fragment))
                .Select(n => n.Id)
                .Take(99)
                .ToListAsync();
        if (here.Count == 0)
            return;
        await store.Write(
            actor,
            async db =>
            {
                var changed = await Unread(db, user)
                    .Where(n => here.Contains(n.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(n => n.Status, Delivery.Read).SetProperty(n => n.ReadAt, now));
                if (changed > 0)
                    db.AnnounceAfterCommit(Topic.User(actor.TenantId, user));
            }
        );
    }

    private static Task<List<InboxRow>> Newest(IQueryable<Notification> some, int size) =>
        some.OrderByDescending(n => n.CreatedAt)
            .ThenByDescending(n => n.Id)
            .Take(size)
            .Select(n => new InboxRow(n.Id, n.Kind, n.Title, n.Content, n.Link, n.CreatedAt, n.ReadAt))
            .ToListAsync();

    private static IQueryable<Notification> Unread(AppDb db, Guid user) =>
        db.Notifications.Where(n => n.UserId == user && n.Channel == Channel.Bell && n.Status == Delivery.Sent);
}
