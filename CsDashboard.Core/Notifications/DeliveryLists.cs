using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>All messages that leave the house, whoever they are for, as a list: what became of them, and why.</summary>
public sealed class DeliveryLists(Store store)
{
    private static readonly Orders<Notification> InOrder = new Orders<Notification>(n => n.Id).By("at", n => n.CreatedAt);

    private static readonly Expression<Func<Notification, SentMessage>> Row = n => new SentMessage
    {
        Id = n.Id,
        Title = n.Title,
        Topic = n.Topic,
        Channel = n.Channel,
        Name = n.AddressName,
        Address = n.Address,
        CustomerId = n.CustomerId,
        Status = n.Status,
        Reason = n.Reason,
        HeldUntil = n.HeldUntil,
        Attempts = n.Attempts,
        Error = n.LastError,
        CreatedAt = n.CreatedAt,
        SentAt = n.SentAt,
    };

    /// <summary>The channels that a list can be narrowed to.</summary>
    public static IReadOnlyList<Channel> Channels => [.. Channel.All.Where(channel => channel.LeavesTheHouse)];

    /// <summary>Newest first unless another place is asked for.</summary>
    public async Task<Slice<SentMessage>> List(Actor actor, DeliveryFilter filter, ListPlace? place = null)
    {
        actor.Demand(NotificationRights.SeeAll);
        await using var db = store.Open(actor);
        return await InOrder.Read(Of(db, filter), place ?? new ListPlace { Down = true }, Row);
    }

    /// <summary>
    /// All of what <see cref="List"/> shows page by page, in the same order. The export is recorded before its first row.
    /// </summary>
    public async IAsyncEnumerable<SentMessage> Export(
        Actor actor,
        DeliveryFilter filter,
        ListPlace place,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        actor.Demand(NotificationRights.SeeAll);
        await using var db = store.Open(actor);
        var sent = InOrder.Sorted(Of(db, filter), place);
        var count = await sent.CountAsync(cancellation);
        await store.Record(actor, new DeliveriesExported(actor.TenantId, filter.Told, count), cancellation);
        await foreach (var row in sent.Select(Row).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return row;
    }

    internal static IQueryable<Notification> Of(AppDb db, DeliveryFilter filter)
    {
        // Said as the index says it.
        var sent = db.Notifications.Where(n => n.Channel != EF.Constant(Channel.Bell));
        if (!string.IsNullOrWhiteSpace(filter.Channel))
        {
            var channel =
                Channels.FirstOrDefault(c => c.Word == filter.Channel)
                ?? throw Refusal.Invalid("channel", Words.Of("Word_Unknown", string.Join(", ", Channels.Select(c => c.Word))));
            sent = sent.Where(n => n.Channel == channel);
        }
        if (Word.Read<Delivery>("status", filter.Status) is { } status)
            sent = sent.Where(n => n.Status == status);
        if (Word.Read<NoticeTopic>("topic", filter.Topic) is { } topic)
            sent = sent.Where(n => n.Topic == topic);
        if (filter.From is { } from)
            sent = sent.Where(n => n.CreatedAt >= from);
        if (filter.To is { } to)
            sent = sent.Where(n => n.CreatedAt < to);
        foreach (var piece in Sought.For(filter.Search)?.Pieces ?? [])
        {
            // No column of these is folded: as it was typed, in small letters, and as a name begins.
            var small = piece.Typed.ToLowerInvariant();
            string[] forms = [piece.Typed, small, char.ToUpperInvariant(small[0]) + small[1..]];
            sent = sent.Where(n => forms.Any(f => n.Title.Contains(f) || n.Address!.Contains(f) || n.AddressName!.Contains(f)));
        }
        return sent;
    }
}
