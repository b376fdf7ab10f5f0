using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>What was sent to whom, and messages to a customer by hand.</summary>
public sealed class Deliveries(Store store, Notices notices, ICustomerAddresses addresses)
{
    private static readonly Expression<Func<Notification, DeliveryRow>> Row = n =>
        new()
        {
            Id = n.Id,
            Kind = n.Kind,
            Topic = n.Topic,
            Channel = n.Channel,
            Title = n.Title,
            Content = n.Content,
            Link = n.Link,
            Status = n.Status,
            Reason = n.Reason,
            HeldUntil = n.HeldUntil,
            CreatedAt = n.CreatedAt,
            SentAt = n.SentAt,
            ReadAt = n.ReadAt,
        };

    /// <summary>
    /// The actor's own, or a customer's, newest first, 1 to 100 at a time. NotFound as with <see cref="Preferences"/>. Messages with links
    /// that let somebody in are left out.
    /// </summary>
    public async Task<Page<DeliveryRow>> List(Actor actor, Guid? customerId = null, string? after = null, int size = 20)
    {
        var (person, from) = (Preferences.Whose(actor, customerId), Cursor.Read(after));
        ListPart.DemandLimit(size);
        await using var db = store.Open(actor);
        var isCustomer = customerId is not null || actor.Role == Role.Customer;
        if (isCustomer && (await addresses.Of(db, [person])).Count == 0)
            throw Refusal.NotFound(Words.Of("Customer_NotFound"));
        var mine = (
            isCustomer
                ? db.Notifications.Where(n => n.CustomerId == person)
                : db.Notifications.Where(n => n.UserId == person && n.CustomerId == null)
        ).Where(n => !n.IsSecret);
        if (from is { At: var at, Id: var id })
            mine = mine.Where(n => n.CreatedAt <= at && (n.CreatedAt < at || n.Id < id));
        var rows = await mine.OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Take(size + 1).Select(Row).ToListAsync();
        return Page.Of(rows, size, row => new(row.CreatedAt, row.Id));
    }

    /// <summary>
    /// Tells a customer something, as they want to be told. Invalid for an unknown type, no message, one that is too long, or a
    /// channel that doesn't reach them, as text messages do nobody without a phone; NotFound for a customer who is not there. Gives the
    /// rows that were made.
    /// </summary>
    public async Task<IReadOnlyList<DeliveryRow>> Tell(Actor actor, Guid customerId, Announcement input)
    {
        actor.Demand(NotificationRights.Tell);
        input.Checked();
        var type = input.Type!.Trim().ToLowerInvariant();
        if (!Announcement.Types.Contains(type))
            throw Refusal.Invalid("type", Words.Of("Word_Unknown", string.Join(", ", Announcement.Types)));
        var topic = Announcement.TopicOf(type);
        IReadOnlyList<Channel> channels =
        [
            .. Channel.All.Where(channel => topic is { } told ? channel.Carries(told) : channel.Word == type),
        ];
        var notice = new Notice("told_" + type, "Notice_Told_" + (topic is null ? "message" : type))
        {
            Title = string.IsNullOrWhiteSpace(input.Title) ? null : input.Title.Trim(),
            Quote = input.Message,
            Channels = channels,
            Topic = topic ?? NoticeTopic.Tickets,
            Link = channels.All(channel => channel.LeavesTheHouse) ? null : new LinkTo("notifications"),
        };
        return await store.Write(
            actor,
            async db =>
            {
                var customer =
                    (await addresses.Of(db, [customerId])).SingleOrDefault() ?? throw Refusal.NotFound(Words.Of("Customer_NotFound"));
                var accounts = await Recipients.OfCustomer(db, customerId);
                var rows = await notices.Tell(
                    db,
                    accounts.Count > 0 ? accounts : [new Recipient(null, customer.Id, customer.Name, customer.Email, customer.Language)],
                    notice
                );
                if (rows.Count == 0)
                    throw Refusal.Invalid("type", Words.Of(channels[0].Address.UnreachedKey));
                db.Record(new CustomerTold(customer.Id, customer.Name, type));
                return rows.AsQueryable().Select(Row).ToList();
            }
        );
    }
}
