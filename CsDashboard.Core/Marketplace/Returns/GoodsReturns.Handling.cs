using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Returns;

// What the team does with returns.
public sealed partial class GoodsReturns
{
    /// <summary>Those that are not finished, the oldest first; or all, the latest first. Invalid for a malformed cursor.</summary>
    public async Task<Page<ReturnView>> Queue(Actor actor, bool open = true, string? after = null, int size = 30)
    {
        actor.Demand(MarketRights.Sell);
        var (place, count) = (Cursor.Read(after), Math.Clamp(size, 1, MaxSize));
        await using var db = store.Open(actor);
        var those = open ? Open(db) : db.Returns;
        if (place is { } p)
            those = open
                ? those.Where(r => r.CreatedAt > p.At || (r.CreatedAt == p.At && r.Id > p.Id))
                : those.Where(r => r.CreatedAt < p.At || (r.CreatedAt == p.At && r.Id < p.Id));
        those = open
            ? those.OrderBy(r => r.CreatedAt).ThenBy(r => r.Id)
            : those.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id);
        var page = Page.Of(await those.Take(count + 1).ToListAsync(), count, r => new(r.CreatedAt, r.Id));
        return new(await Views(db, page.Items), page.Next);
    }

    /// <summary>How many are not finished.</summary>
    public async Task<int> Waiting(Actor actor)
    {
        actor.Demand(MarketRights.Sell);
        await using var db = store.Open(actor);
        return await Open(db).CountAsync();
    }

    /// <summary>
    /// Moves a return on; the same again changes nothing. Received puts goods back on the shelf or throws them away; refunded gives money
    /// back and, once every unit of it has come back, ends the order. Conflict <c>return_step</c> for a jump; Invalid <c>refund_exceeds</c>
    /// with field refund_amount for more than can go back; NotFound.
    /// </summary>
    public Task<ReturnView> Move(Actor actor, int number, ReturnMove move)
    {
        actor.Demand(MarketRights.Sell);
        move.Checked();
        return store.Write(actor, db => Move(db, number, move));
    }

    /// <summary>Inside a write.</summary>
    internal static async Task<ReturnView> Move(AppDb db, int number, ReturnMove move)
    {
        var found =
            await db.Returns.Include(r => r.Lines.OrderBy(l => l.Place)).SingleOrDefaultAsync(r => r.SequenceNumber == number)
            ?? throw Refusal.NotFound();
        var order = await db.Orders.Include(o => o.Lines.OrderBy(l => l.Place)).SingleAsync(o => o.Id == found.OrderId);
        var name = await db.Customers.Where(c => c.Id == found.CustomerId).Select(c => c.Name).SingleAsync();
        var (before, facts) = (found.Facts, order.Facts);
        var moved = found.Move(move.To, string.IsNullOrWhiteSpace(move.Note) ? null : move.Note.Trim(), db.Actor.Now);
        if (moved && move.To == ReturnStatus.Received)
            await Receive(db, order, found, move.Lines);
        await Price(db, order, found, move.Refund, moved && move.To == ReturnStatus.Refunded);
        if (found.Facts != before)
            await Follow(db, order, found, before, facts);
        return await View(db, found, order, name);
    }

    private static async Task Receive(AppDb db, Order order, Return found, IReadOnlyList<ReceivedLine>? lines)
    {
        found.Receive(lines);
        foreach (var kind in new[] { StockMoveKind.Returned, StockMoveKind.Scrapped })
        {
            var demands = found
                .Lines.Where(l => l.Received > 0 && l.IsRestocked == (kind == StockMoveKind.Returned))
                .Select(l => (Line: l, Variant: order.Lines.Find(o => o.Id == l.OrderLineId)?.VariantId))
                .Where(l => l.Variant is not null)
                .Select(l => new StockDemand(l.Variant!.Value, l.Line.Id, l.Line.Received!.Value))
                .ToList();
            if (demands.Count > 0)
                await StockLedger.PutBack(db, order.Id, demands, kind, found.Number);
        }
    }

    // The amount that somebody names holds from then on; without one it is as much as can go back.
    private static async Task Price(AppDb db, Order order, Return found, decimal? named, bool pays)
    {
        if (named is null && !pays)
            return;
        var ceiling = RefundCeiling.Of(order, found, (await Of(db, order.Id)).FindAll(r => r.Id != found.Id));
        var amount = named ?? Math.Min(found.RefundAmount ?? ceiling.Amount, ceiling.Amount);
        var money = Currency.Of(order.Currency);
        if (named < 0 || decimal.Round(amount, money.Decimals) != amount)
            throw Refusal.Invalid("refund_amount", Words.Of("Refund_Coins", money.Code));
        if (!pays && found.Status is ReturnStatus.Refunded or ReturnStatus.Rejected)
        {
            if (named == found.RefundAmount)
                return;
            throw Refusal.Conflict(Words.Of("Return_Final", found.Number, Word.Of(found.Status)), "return_step");
        }
        if (amount > ceiling.Amount)
            throw Refusal.Invalid("refund_amount", Words.Of("Refund_Exceeds", new Money(ceiling.Amount, money)), "refund_exceeds");
        var (byLine, shipping) = ceiling.Split(amount);
        found.Settle(amount, pays ? shipping : 0);
        if (!pays || amount == 0)
            return;
        order.Refund(amount, db.Actor.Now, byLine);
        var provider = await db
            .PaymentEntries.Where(p => p.OrderId == order.Id && p.Kind == PaymentKind.Captured)
            .OrderByDescending(p => p.At)
            .Select(p => p.Provider)
            .FirstOrDefaultAsync();
        if (order.IsOwn)
            await OrderPayments.AddRefund(db, order, amount, found.Number, provider ?? "offline");
    }

    // Order, history and whoever is told follow from what the return has become.
    private static async Task Follow(AppDb db, Order order, Return made, ReturnFacts? before, OrderFacts? was = null)
    {
        was ??= order.Facts;
        await db.SaveChangesAsync();
        var all = await Of(db, order.Id);
        order.Returning(all.Exists(r => r.Status.IsOpen()), db.Actor.Now);
        var back = all.Where(r => r.Status == ReturnStatus.Refunded).SelectMany(r => r.Lines).ToLookup(l => l.OrderLineId, l => l.Received);
        if (order.Lines.TrueForAll(l => back[l.Id].Sum() >= l.Quantity - l.NotSent))
            order.ComeBack(db.Actor.Now);
        if (order.Facts != was)
            db.Record(new OrderRecorded(order.Id, order.CustomerId, order.Number, was, order.Facts));
        db.Record(
            new ReturnChanged(made.Id, made.Number, order.Id, order.Number, made.CustomerId, order.Currency, before, made.Facts)
            {
                Note = made.Note,
            }
        );
        await db.SaveChangesAsync();
        await Orders.Recount(db, [order.CustomerId]);
    }

    private static IQueryable<Return> Open(AppDb db) =>
        db.Returns.Where(r => r.Status != ReturnStatus.Rejected && r.Status != ReturnStatus.Refunded);
}
