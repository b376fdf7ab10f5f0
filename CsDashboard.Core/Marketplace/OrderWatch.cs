using System.Globalization;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Security;
using CsDashboard.Security.Payments;
using CsDashboard.Security.Telling;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>
/// Writes new orders into the security history of their customers (contract: membership, Security) and raises an alert about one that is
/// not like the customer's others: far larger than any before it, or one of many within an hour. Orders that a shop reports long after they
/// were placed are history and raise none.
/// </summary>
public sealed class OrderWatch(SecurityJournal journal, PaymentChecks checks) : IHandleMany<OrderRecorded>
{
    // More than 5 payments within an hour (contract: market, Payment risk).
    private const int ManyAnHour = 5;

    // Five purchases make a usual amount, and more than five times the largest of them is far from it. A large first order means nothing.
    private const int Usual = 5,
        FarBeyond = 5;

    // Only recent purchases make the usual, so that long histories cost no more.
    private const int Lately = 50;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1),
        Late = TimeSpan.FromDays(1);

    public async Task Handle(IReadOnlyList<Recorded<OrderRecorded>> happenings, AppDb db)
    {
        var placed = happenings.Where(h => h.Event.From is null && h.Event.To.Status.Counts()).ToDictionary(h => h.Event.OrderId);
        if (placed.Count == 0)
            return;
        var (ids, customers) = (placed.Keys.ToList(), db.Customers.Where(c => c.ErasedAt == null));
        // By their present customers, since two records may have become one.
        var orders = await db
            .Orders.Where(o => ids.Contains(o.Id))
            .Join(customers, o => o.CustomerId, c => c.Id, (o, c) => new Placed(o.Id, c.Id, c.Name, c.TotalOrders))
            .ToListAsync();
        var written = await journal.Write(db, orders.ConvertAll(o => EntryOf(placed[o.Id], o.CustomerId)));
        foreach (var order in orders.Where(o => o.Orders > Math.Min(ManyAnHour, Usual) && written.Contains(o.Id)))
            await Judge(db, placed[order.Id], order);
        foreach (var order in await db.Orders.AsNoTracking().Where(o => written.Contains(o.Id) && o.IsOwn).ToListAsync())
            await Check(db, placed[order.Id], order, orders.Find(o => o.Id == order.Id)!);
    }

    // What was bought here is judged as any payment is. A buyer in a private network is one at home, and tells nothing.
    private async Task Check(AppDb db, Recorded<OrderRecorded> happening, Order order, Placed by)
    {
        if (happening.Silent || happening.At - order.PlacedAt > Late)
            return;
        var since = await db.Customers.Where(c => c.Id == by.CustomerId).Select(c => c.CreatedAt).SingleAsync();
        await checks.Judge(
            db,
            new Told(by.CustomerId.ToString(), by.CustomerId),
            new PaymentAsked(order.Total, order.Currency)
            {
                Number = order.Number,
                Address = happening.Address,
                OtherCountry =
                    order is { BillTo.Country: { Length: > 0 } billed, ShipTo.Country: { Length: > 0 } sent }
                    && !string.Equals(billed, sent, StringComparison.OrdinalIgnoreCase),
                KnownSince = since,
                TrustsPrivate = true,
            }
        );
    }

    private async Task Judge(AppDb db, Recorded<OrderRecorded> happening, Placed order)
    {
        var (number, facts) = (happening.Event.Number, happening.Event.To);
        if (happening.Silent || happening.At - facts.PlacedAt > Late)
            return;
        var before = await db
            .Orders.Where(o => o.CustomerId == order.CustomerId && o.PlacedAt <= facts.PlacedAt && o.Id != order.Id)
            .Counted()
            .OrderByDescending(o => o.PlacedAt)
            .ThenByDescending(o => o.Id)
            .Take(Lately)
            .Select(o => new
            {
                o.PlacedAt,
                o.Total,
                o.Value,
                o.Currency,
            })
            .ToListAsync();
        // A converted order is compared with everything converted, any other with purchases in the same currency.
        var (amount, alike) = facts.Value is { } value
            ? (value, before.Where(o => o.Value is not null).Select(o => o.Value!.Value).ToList())
            : (facts.Total, before.Where(o => o.Currency == facts.Currency).Select(o => o.Total).ToList());
        var isLarge = alike.Count >= Usual && amount > FarBeyond * alike.Max();
        var areMany = before.Count(o => o.PlacedAt > facts.PlacedAt - Hour) + 1 > ManyAnHour;
        if (!isLarge && !areMany)
            return;
        await journal.Raise(
            db,
            happening,
            new Suspect(AlertType.SuspiciousTransaction, isLarge && areMany ? Severity.High : Severity.Medium)
            {
                CustomerId = order.CustomerId,
                Name = order.Name,
                Detail = isLarge ? "Alert_LargeOrder_Text" : "Alert_ManyOrders_Text",
                Value = number,
                // A run of orders is one thing to look at, not another for each further order.
                Within = isLarge ? TimeSpan.Zero : Hour,
            }
        );
    }

    private static AccountEntry EntryOf(Recorded<OrderRecorded> happening, Guid customer)
    {
        var (number, facts) = (happening.Event.Number, happening.Event.To);
        return new(
            happening.Event.OrderId,
            customer,
            SecurityEventType.Payment,
            facts.PlacedAt < happening.At ? facts.PlacedAt : happening.At,
            "Security_Order",
            string.Create(CultureInfo.InvariantCulture, $"{number}, {facts.Total:0.00##} {facts.Currency}")
        );
    }

    private sealed record Placed(Guid Id, Guid CustomerId, string Name, int Orders);
}
