using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Returns;

/// <summary>Goods that come back. Customers ask, the team decides (GoodsReturns.Handling).</summary>
public sealed partial class GoodsReturns(Store store)
{
    /// <summary>So many days after the one on which the order arrived, by the customer's clock (contract: market, Returns).</summary>
    public const int Days = 30;
    private const int MaxSize = 100;

    /// <summary>
    /// Asks to send back lines of a delivered order; staff may for a customer. What is in a return already gives that one, so that asking
    /// twice asks once. NotFound for an order that is not theirs; Conflict <c>order_not_delivered</c>, <c>return_late</c>; Invalid, with
    /// field items, for what is not on it, or more than is left.
    /// </summary>
    public Task<ReturnView> Request(Actor actor, Guid customerId, string? order, ReturnInput input)
    {
        actor.DemandFor(customerId, MarketRights.Sell);
        input.Checked();
        return store.Write(
            actor,
            async db =>
            {
                var bought = await Find(db, customerId, order);
                var (customer, known) = (await CustomerRecords.Find(db, customerId), await Of(db, bought.Id));
                var left = LeftOf(bought, known);
                var asked = Asked(bought, left, input, await Numbers(db, bought));
                if (asked.Sum(a => a.Quantity) == 0 && known.Find(r => r.Status != ReturnStatus.Rejected) is { } first)
                    return await View(db, Standing(known, asked) ?? first, bought, customer.Name);
                if (WhyNot(bought, customer.TimeZone, actor.Now) is { } why)
                    throw why;
                var made = new Return
                {
                    SequenceNumber = await Sequences.Next(db, "return"),
                    Number = await OrderNumbers.Draw(db, "RET", number => db.Returns.AnyAsync(r => r.Number == number)),
                    OrderId = bought.Id,
                    CustomerId = customerId,
                    Method = Word.Read(input.Method, ReturnMethod.Shipping),
                    Reason = ReturnReasons.Read(input.Reason) ?? ReturnReason.Other,
                    Description = Said(input),
                    CreatedAt = actor.Now,
                };
                made.Lines.AddRange(asked.Where(a => a.Quantity > 0).Select((a, i) => LineOf(made, a, i)));
                db.Returns.Add(made);
                await Follow(db, bought, made, null);
                return await View(db, made, bought, customer.Name);
            }
        );
    }

    /// <summary>The last moment at which it can be asked for; null before it is delivered.</summary>
    internal static DateTimeOffset? UntilOf(Order order, string? zone)
    {
        if (order.DeliveredAt is not { } arrived)
            return null;
        var place = Zones.Of(zone);
        var day = TimeZoneInfo.ConvertTime(arrived, place).Date;
        return Zones.At(day.AddDays(Days + 1), place).AddMilliseconds(-1);
    }

    private static Refusal? WhyNot(Order order, string? zone, DateTimeOffset now) =>
        order.Status is not (OrderStatus.Delivered or OrderStatus.Returned) || UntilOf(order, zone) is not { } until
            ? Refusal.Conflict(Words.Of("Return_NotDelivered", order.Number), "order_not_delivered")
        : now > until ? Refusal.Conflict(Words.Of("Return_Late", Days), "return_late")
        : null;

    // What customers may read of it; a reason in words of their own is part of what they say.
    private static string? Said(ReturnInput input)
    {
        var own = Word.TryRead<ReturnReason>(input.Reason?.Trim()) is null ? input.Reason?.Trim() : null;
        var text = string.Join('\n', new[] { own, input.Description?.Trim() }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return text.Length == 0 ? null : text;
    }

    private static ReturnLine LineOf(Return made, AskedLine asked, int place) =>
        new()
        {
            ReturnId = made.Id,
            OrderLineId = asked.Line.Id,
            Place = place,
            Name = asked.Line.Name,
            Quantity = asked.Quantity,
            Reason = asked.Reason ?? made.Reason,
        };

    private static Dictionary<Guid, int> LeftOf(Order order, IEnumerable<Return> known)
    {
        var taken = known
            .Where(r => r.Status != ReturnStatus.Rejected)
            .SelectMany(r => r.Lines)
            .GroupBy(l => l.OrderLineId)
            .ToDictionary(g => g.Key, g => g.Sum(l => l.Received ?? l.Quantity));
        return order.Lines.ToDictionary(l => l.Id, l => Math.Max(0, l.Quantity - l.NotSent - taken.GetValueOrDefault(l.Id)));
    }

    // What is asked for, line by line; nothing of a line that is in a return already, unless more of it is asked than is left.
    private static List<AskedLine> Asked(Order order, Dictionary<Guid, int> left, ReturnInput input, Dictionary<Guid, int> numbers)
    {
        if (input.Items is not { Count: > 0 } items)
            return [.. order.Lines.OrderBy(l => l.Place).Select(l => new AskedLine(l, left[l.Id], null))];
        var asked = new List<AskedLine>();
        foreach (var item in items)
        {
            var lines = order
                .Lines.Where(l =>
                    item.LineId is { } id
                        ? l.Id == id
                        : item.Product is { } p && l.ProductId is { } of && numbers.GetValueOrDefault(of) == p
                )
                .OrderBy(l => l.Place)
                .ToList();
            if (lines.Count == 0)
                throw Refusal.Invalid("items", Words.Of("Return_UnknownItem"));
            if (item.Quantity is < 1 or > 100_000)
                throw Refusal.Invalid("items", Words.Of("Range_Beyond", 1, 100_000));
            int Free(OrderLine line) => left[line.Id] - asked.Where(a => a.Line == line).Sum(a => a.Quantity);
            var free = lines.Sum(Free);
            var wanted = item.Quantity ?? free;
            if (wanted > free && lines.Sum(l => left[l.Id]) > 0)
                throw Refusal.Invalid("items", Words.Of("Return_TooMany", lines[0].Name, free));
            foreach (var line in lines)
            {
                var some = Math.Min(wanted, Free(line));
                asked.Add(new(line, some, ReturnReasons.Read(item.Reason)));
                wanted -= some;
            }
        }
        return asked;
    }

    // The return in which what is asked for stands.
    private static Return? Standing(IEnumerable<Return> known, List<AskedLine> asked) =>
        known.FirstOrDefault(r => r.Status != ReturnStatus.Rejected && r.Lines.Exists(l => asked.Exists(a => a.Line.Id == l.OrderLineId)));

    private static async Task<Order> Find(AppDb db, Guid customerId, string? word)
    {
        var id = await OrderNumbers.Find(db, word) ?? throw Refusal.NotFound(Words.Of("Order_NotFound"));
        return await db
                .Orders.Include(o => o.Lines.OrderBy(l => l.Place))
                .SingleOrDefaultAsync(o => o.Id == id && o.CustomerId == customerId)
            ?? throw Refusal.NotFound(Words.Of("Order_NotFound"));
    }

    private static Task<List<Return>> Of(AppDb db, Guid order) =>
        db.Returns.Include(r => r.Lines.OrderBy(l => l.Place)).Where(r => r.OrderId == order).OrderBy(r => r.CreatedAt).ToListAsync();

    private static async Task<Dictionary<Guid, int>> Numbers(AppDb db, Order order)
    {
        var ids = order.Lines.Select(l => l.ProductId).OfType<Guid>().ToList();
        return await db.Products.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number);
    }

    private sealed record AskedLine(OrderLine Line, int Quantity, ReturnReason? Reason);
}
