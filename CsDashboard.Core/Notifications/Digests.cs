using System.Globalization;
using System.Text;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>The daily mail: one for each person, with what was gathered since the last one, at eight by their own clock.</summary>
public sealed class Digests(Store store, ILinks links)
{
    internal const string Kind = "digest";
    private const int PeopleAtOnce = 200;
    private const int MaxItems = 50;

    /// <summary>Makes the mails that are due; they leave as all mails do. Safe to repeat. Gives how many were made.</summary>
    public async Task<int> Gather(Actor company)
    {
        List<(Guid? Customer, Guid? User)> people;
        var now = company.Now;
        await using (var db = store.Open(company))
            people =
            [
                .. (
                    await Waiting(db)
                        .Where(n => n.HeldUntil <= now)
                        .Select(n => new { n.CustomerId, n.UserId })
                        .Distinct()
                        .Take(PeopleAtOnce)
                        .ToListAsync()
                ).Select(p => (p.CustomerId, p.UserId)),
            ];
        foreach (var (customer, user) in people)
            await store.Write(
                company,
                async db =>
                {
                    var rows = await Waiting(db)
                        .Where(n => n.CustomerId == customer && n.UserId == user && n.HeldUntil <= now)
                        .OrderBy(n => n.CreatedAt)
                        .ThenBy(n => n.Id)
                        .ToListAsync();
                    if (rows.Count == 0)
                        return;
                    var mail = MailOf(rows, now);
                    db.Notifications.Add(mail);
                    foreach (var row in rows)
                        row.DigestId = mail.Id;
                    db.AnnounceAfterCommit(OutboxSender.Queued);
                }
            );
        return people.Count;
    }

    /// <summary>The fate of a daily mail is that of the messages it carried.</summary>
    internal static Task Follow(AppDb db, Notification digest)
    {
        var (id, status, sent) = (digest.Id, digest.Status, digest.SentAt);
        return digest.Kind != Kind || status == Delivery.Pending
            ? Task.CompletedTask
            : db
                .Notifications.Where(n => n.DigestId == id)
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.Status, status).SetProperty(n => n.SentAt, sent));
    }

    private static IQueryable<Notification> Waiting(AppDb db) =>
        db.Notifications.Where(n => n.Reason == Hold.Digest && n.Status == Delivery.Pending && n.DigestId == null);

    private Notification MailOf(IReadOnlyList<Notification> rows, DateTimeOffset now)
    {
        var newest = rows[^1];
        var text = new StringBuilder();
        foreach (var row in rows.Take(MaxItems))
        {
            if (text.Length > 0)
                text.Append("\n\n");
            text.Append("• ").Append(row.Title);
            if (row.Content.Length > 0)
                text.Append('\n').Append(row.Content.ReplaceLineEndings("\n").Replace("\n\n", "\n", StringComparison.Ordinal));
        }
        if (rows.Count > MaxItems)
            text.Append("\n\n").Append(Words.In(newest.Language, "Digest_More", rows.Count - MaxItems));
        return new Notification
        {
            UserId = newest.UserId,
            CustomerId = newest.CustomerId,
            Channel = Channel.Email,
            Kind = Kind,
            Topic = NoticeTopic.None,
            Language = newest.Language,
            Title = Words.In(newest.Language, "Digest_Title", rows.Count.ToString(CultureInfo.InvariantCulture)),
            Content = text.ToString(),
            Link = newest.UserId is null ? null : links.PathOf(new LinkTo("notifications"), forStaff: newest.CustomerId is null),
            Address = newest.Address,
            AddressName = newest.AddressName,
            CreatedAt = now,
            NextAttemptAt = now,
        };
    }
}
