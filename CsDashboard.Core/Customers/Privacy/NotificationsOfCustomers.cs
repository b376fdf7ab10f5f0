using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>Notifications and mails to the customer, and those to staff that name the customer, which are of no use any more.</summary>
internal sealed class NotificationsOfCustomers(IServiceProvider rooms, ILinks links)
    : PersonalRows<Notification>("notifications", ErasureAction.Erase)
{
    protected override IQueryable<Notification> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var users = AccountsOf(db, records).Select(u => (Guid?)u.Id);
        return db.Notifications.Where(n => records.Any(r => r == n.CustomerId) || users.Contains(n.UserId));
    }

    // Without those that only the account leads to: so it is a look into one index, before every merge.
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        db.Notifications.CountAsync(n => records.Any(r => r == n.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Notifications.Where(n => n.CustomerId == from), only, n => n.CustomerId, to);

    // What a secret one says lets somebody in.
    protected override IQueryable<Notification> Handed(IQueryable<Notification> rows, bool own) =>
        rows.Where(n => !n.IsSecret).OrderBy(n => n.CreatedAt).ThenBy(n => n.Id);

    protected override ExportRow RowOf(AppDb db, Notification n, bool own) =>
        new([
            ("At", n.CreatedAt),
            ("Channel", n.Channel),
            ("Type", n.Kind),
            ("Status", n.Status),
            ("Reason", n.Reason),
            ("Title", n.Title),
            ("Text", n.Content),
            ("Link", n.Link),
            ("Language", n.Language),
            ("Name", n.AddressName),
            ("Address", n.Address),
            .. ForStaff(own, ("Error", n.LastError)),
        ]);

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
        {
            var people = await db
                .Customers.Where(c => work.Records.Contains(c.Id) && c.ErasedAt == null)
                .Select(c => new
                {
                    c.Name,
                    c.Email,
                    c.NormalizedEmail,
                    c.Phone,
                })
                .ToListAsync();
            var count = await Of(db, work.Records).ExecuteDeleteAsync();
            // What staff were told of their tickets, chats and alerts leads there by its link.
            foreach (var kind in rooms.KindsOfData())
                if (kind.Subjects(db, work.Records) is { } subjects)
                    foreach (var some in (await subjects.ToListAsync()).Chunk(500))
                    {
                        var there = some.SelectMany(LinksTo).Select(to => links.PathOf(to, forStaff: true)).ToList();
                        count += await db.Notifications.Where(n => n.Link != null && there.Contains(n.Link)).ExecuteDeleteAsync();
                    }
            foreach (var person in people)
            foreach (
                var word in new[] { person.Name, person.Email, person.NormalizedEmail, person.Phone }
                    .Where(w => w is { Length: > 2 })
                    .Distinct()
            )
                count += await db
                    .Notifications.Where(n => n.Title.Contains(word!) || n.Content.Contains(word!) || n.Address == word)
                    .ExecuteDeleteAsync();
            return count;
        });

    private static LinkTo[] LinksTo(Guid id) => [new LinkTo("ticket", id), new LinkTo("chat", id), new LinkTo("security_case", id)];
}
