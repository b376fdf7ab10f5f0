using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>
/// Buyers are told how their order goes: that it was placed, paid, sent, cancelled and refunded, by mail and bell; that it arrived, by the
/// bell. Whoever has no account gets mails with a link that shows that order. Orders that a shop told are for the shop to tell of.
/// </summary>
public sealed class OrderNotices(Notices notices, OrderPasses passes) : IHandle<OrderRecorded>
{
    // Anybody can type anybody's address.
    private const int ADayToStrangers = 10;
    private const int MostLines = 10;

    public async Task Handle(Recorded<OrderRecorded> happening, AppDb db)
    {
        var e = happening.Event;
        if (happening.Silent || !e.To.IsOwn || !Matters(e))
            return;
        var id = e.OrderId;
        if (
            await db.Orders.AsNoTracking().Include(o => o.Lines.OrderBy(l => l.Place)).SingleOrDefaultAsync(o => o.Id == id)
            is not { } order
        )
            return;
        var readers = await Recipients.OfCustomer(db, order.CustomerId);
        foreach (var to in readers)
            if (await NoticeOf(db, to, happening, order) is { } notice)
                await notices.Tell(db, to, notice with { Link = new LinkTo("order", order.Number), Topic = NoticeTopic.Orders });
        if (readers.Count == 0 && await WithoutAccount(db, order) is { } stranger)
            if (await NoticeOf(db, stranger, happening, order) is { } notice && !await IsMuch(db, stranger, notice.Kind))
                await notices.Tell(
                    db,
                    stranger,
                    notice with
                    {
                        Link = new LinkTo("order_pass", passes.WordFor(order)),
                        Topic = NoticeTopic.Orders,
                    }
                );
        if (IsPaidLate(e, order))
            await notices.Tell(
                db,
                await Recipients.Agents(db),
                new Notice("order_paid", "Notice_OrderToRefund_Title", order.Number)
                {
                    Link = new LinkTo("order", order.Number),
                    Channels = [Channel.Bell],
                    Topic = NoticeTopic.Orders,
                }
            );
    }

    private static bool IsPaid(OrderRecorded e) =>
        e.From is { Payment: not PaymentStatus.Paid } && e.To.Payment == PaymentStatus.Paid && e.To.Total > 0;

    // Its goods were gone by then, or else it was taken up again.
    private static bool IsPaidLate(OrderRecorded e, Order order) =>
        IsPaid(e) && e.To.Status == OrderStatus.Cancelled && order.Status == OrderStatus.Cancelled;

    private static bool Reached(OrderRecorded e, OrderStatus status) =>
        e.To.Status == status && e.From is not null && e.From.Status != status;

    private static bool IsRefunded(OrderRecorded e) => e.From is { } from && e.To.Refunded > from.Refunded;

    private static bool Matters(OrderRecorded e) =>
        e.From is null
        || IsPaid(e)
        || IsRefunded(e)
        || Reached(e, OrderStatus.Shipped)
        || Reached(e, OrderStatus.Delivered)
        || Reached(e, OrderStatus.Cancelled);

    private static async Task<Notice?> NoticeOf(AppDb db, Recipient to, Recorded<OrderRecorded> happening, Order order)
    {
        var e = happening.Event;
        var money = Currency.Of(order.Currency);
        if (e.From is null)
            return await Placed(db, to, order, money);
        if (IsRefunded(e))
            return await ToldByReturn(db, to, happening, order)
                ? null
                : new Notice(
                    "order_refunded",
                    "Notice_OrderRefunded_Title",
                    new Money(e.To.Refunded - e.From.Refunded, money),
                    order.Number
                )
                {
                    ContentKey = "Notice_OrderRefunded",
                };
        if (IsPaid(e))
            return new Notice("order_paid", "Notice_OrderPaid_Title", order.Number)
            {
                ContentKey = IsPaidLate(e, order) ? "Notice_OrderPaidLate" : "Notice_OrderPaid",
                ContentValues = [new Money(order.Total, money)],
            };
        if (Reached(e, OrderStatus.Shipped))
            return await Sent(db, to, order);
        if (Reached(e, OrderStatus.Cancelled))
            return Cancelled(happening, order, money);
        // What comes at once has nothing to arrive.
        return order.ShippedAt is null
            ? null
            : new Notice("order_delivered", "Notice_OrderDelivered_Title", order.Number) { Channels = [Channel.Bell] };
    }

    private static Notice Cancelled(Recorded<OrderRecorded> happening, Order order, Currency money)
    {
        var back = order.Paid - happening.Event.To.Refunded;
        return new Notice("order_cancelled", "Notice_OrderCancelled_Title", order.Number)
        {
            ContentKey =
                happening.Event.To.Payment is PaymentStatus.Paid or PaymentStatus.PartiallyRefunded && back > 0
                    ? "Notice_OrderCancelledPaid"
                : happening.ActorRole == Role.System ? "Notice_OrderCancelledLate"
                : "Notice_OrderCancelled",
            ContentValues = [new Money(back, money)],
        };
    }

    private static async Task<Notice> Placed(AppDb db, Recipient to, Order order, Currency money)
    {
        var notice = new Notice("order_placed", "Notice_OrderPlaced_Title", order.Number)
        {
            ContentKey = "Notice_OrderPlaced",
            ContentValues = [new Money(order.Total, money)],
            Quote = string.Join(
                '\n',
                order
                    .Lines.Take(MostLines)
                    .Select(l => Words.In(to.Language, "Notice_OrderLine", l.Quantity, l.Name))
                    .Concat(order.Lines.Count > MostLines ? ["…"] : [])
            ),
        };
        if (order.IsPaid || order.ReservedUntil is not { } until)
            return notice;
        var isLater = order.PaysBy is PaymentMethod.BankTransfer or PaymentMethod.Crypto or PaymentMethod.Cash;
        return notice with
        {
            ContentKey = isLater ? "Notice_OrderPlacedLater" : "Notice_OrderPlacedNow",
            ContentValues =
            [
                new Money(order.Total, money),
                to.Day(until),
                (await ShopSettings.TermsOf(db)).HowToPay(to.Language) ?? "",
                order.Number,
            ],
        };
    }

    private static async Task<Notice> Sent(AppDb db, Recipient to, Order order)
    {
        var days = await db.ShippingMethods.Where(m => m.Word == order.ShippingMethod).Select(m => (int?)m.Days).SingleOrDefaultAsync();
        return new Notice("order_sent", "Notice_OrderSent_Title", order.Number)
        {
            ContentKey = days is null ? null : "Notice_OrderSent",
            ContentValues = [to.Day((order.ShippedAt ?? db.Actor.Now).AddDays(days ?? 0))],
            Quote = order.TrackingNumber is { } number
                ? string.Join('\n', new[] { $"{order.Carrier} {number}".Trim(), order.TrackingUrl }.Where(part => part is not null))
                : order.Carrier,
        };
    }

    // Members hear of a return from the return itself, with the amount: its number stands beside the line of the book that this is about.
    private static async Task<bool> ToldByReturn(AppDb db, Recipient to, Recorded<OrderRecorded> happening, Order order)
    {
        if (to.UserId is null)
            return false;
        var (sum, lines) = (
            0m,
            await db
                .PaymentEntries.Where(p => p.OrderId == order.Id && p.Kind == PaymentKind.Refunded)
                .OrderBy(p => p.At)
                .ThenBy(p => p.Id)
                .Select(p => new { p.Amount, p.Reference })
                .ToListAsync()
        );
        var reference = lines.Find(p => (sum += p.Amount) == happening.Event.To.Refunded)?.Reference;
        return reference is not null && await db.Returns.AnyAsync(r => r.OrderId == order.Id && r.Number == reference);
    }

    // Nothing that they typed is said, since the address may be somebody else's.
    private static async Task<Recipient?> WithoutAccount(AppDb db, Order order) =>
        await db.Users.AnyAsync(u => u.CustomerId == order.CustomerId)
            ? null
            : await db
                .Customers.Where(c => c.Id == order.CustomerId && c.ErasedAt == null)
                .Select(c => new Recipient(null, c.Id, "", c.Email, c.Language))
                .SingleOrDefaultAsync();

    private static async Task<bool> IsMuch(AppDb db, Recipient to, string kind)
    {
        var since = db.Actor.Now.AddDays(-1);
        return await db.Notifications.CountAsync(n => n.CustomerId == to.CustomerId && n.Kind == kind && n.CreatedAt > since)
            >= ADayToStrangers;
    }
}
