using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>
/// The company's own currency, and the rates by which orders in others are converted. An order is worth what the rate of its day says: when
/// a rate is set, corrected or removed, the orders it affects are revalued, each once and announced like any changed order, so that points,
/// segments and offers follow.
/// </summary>
public sealed class Currencies(Store store)
{
    // How many are written at once, since others wait in the same line.
    private const int AtOnce = 100;

    // How many are revalued while the admin who sets a rate waits; the schedule continues with the rest.
    private const int AtHand = 1_000;
    private const int MaxRates = 500;

    /// <summary>The currency, its rates with what they were before (newest first), and the orders that wait for one.</summary>
    public async Task<CurrencySettings> Get(Actor actor)
    {
        actor.Demand(MarketRights.Configure);
        await using var db = store.Open(actor);
        var own = await Tenants.CurrencyOf(db);
        var rates = await db.CurrencyRates.OrderByDescending(r => r.From).ThenByDescending(r => r.Id).Take(MaxRates).ToListAsync();
        var book = new RateBook(own, rates.Where(r => r.RemovedAt is null && r.Into == own.Code));
        var waiting = await db
            .Orders.Where(o => o.Value == null)
            .GroupBy(o => o.Currency)
            .Select(g => new AwaitedRate(g.Key, g.Count(), g.Sum(o => o.Total), g.Min(o => o.PlacedAt)))
            .ToListAsync();
        return new(
            own,
            [.. rates.Select(r => RateView.Of(r, book, actor.Now))],
            [.. waiting.OrderBy(w => w.Currency, StringComparer.Ordinal)],
            await db.Reckonings.AnyAsync()
        );
    }

    /// <summary>
    /// Changes the company's own currency. All orders are revalued in it, by rates into it; points that were earned stay, and so do the
    /// numbers of offers, vouchers and bounds. Invalid for an unknown currency.
    /// </summary>
    public async Task SetCompany(Actor actor, string? code)
    {
        actor.Demand(MarketRights.Configure);
        var currency = Currency.Find(code?.Trim()) ?? throw Refusal.Invalid("currency", Words.Of("Currency_Bad"));
        await store.Write(
            actor,
            async db =>
            {
                var tenant = await db.Tenants.SingleAsync(t => t.Id == actor.TenantId);
                if (tenant.Currency == currency.Code)
                    return;
                db.Record(new CompanyCurrencyChanged(tenant.Id, tenant.Currency, currency.Code));
                tenant.Currency = currency.Code;
                // At once, so that no sum mixes both; the new values follow.
                await db.Orders.Where(o => o.Value != null).ExecuteUpdateAsync(set => set.SetProperty(o => o.Value, (decimal?)null));
                await Customers.CustomerRecords.ForgetOrderValues(db);
                foreach (var other in await db.Orders.Select(o => o.Currency).Distinct().ToListAsync())
                    await Want(db, other);
                db.AnnounceAfterCommit(Topic.Room(actor.TenantId, "Marketplace"));
            }
        );
        await Settle(actor, AtHand);
    }

    /// <summary>
    /// Sets what a unit of a currency is worth from a day on; one of the same day takes the other's place. Safe to repeat. Invalid for no
    /// currency or the company's own, a rate or a day out of bounds.
    /// </summary>
    public async Task<RateView> SetRate(Actor actor, RateInput input)
    {
        actor.Demand(MarketRights.Configure);
        var id = await store.Write(
            actor,
            async db =>
            {
                var (own, zone) = (
                    await Tenants.CurrencyOf(db),
                    Zones.Of(await db.Tenants.Where(t => t.Id == actor.TenantId).Select(t => t.TimeZone).SingleAsync())
                );
                var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(actor.Now, zone).DateTime);
                var (currency, rate) = input.CheckAll(own, today);
                var day = input.From ?? today;
                var before = await db.CurrencyRates.SingleOrDefaultAsync(r =>
                    r.Currency == currency.Code && r.Into == own.Code && r.Day == day && r.RemovedAt == null
                );
                if (before?.Rate == rate)
                    return before.Id;
                var now = new CurrencyRate
                {
                    Currency = currency.Code,
                    Into = own.Code,
                    Rate = rate,
                    Day = day,
                    From = Zones.At(day.ToDateTime(TimeOnly.MinValue), zone),
                    SetAt = actor.Now,
                    SetBy = actor.Name,
                };
                if (before is not null)
                    (before.RemovedAt, before.RemovedBy) = (actor.Now, actor.Name);
                db.CurrencyRates.Add(now);
                db.Record(new RateSet(now.Id, now.Facts, before?.Facts));
                await Want(db, currency.Code);
                return now.Id;
            }
        );
        await Settle(actor, AtHand);
        await using var db = store.Open(actor);
        var set = await db.CurrencyRates.SingleAsync(r => r.Id == id);
        return RateView.Of(set, await Book(db, set.Currency), actor.Now);
    }

    /// <summary>
    /// Removes a rate: the one before it applies again, and orders without any are listed apart again. NotFound for one that is not there;
    /// safe to repeat.
    /// </summary>
    public async Task RemoveRate(Actor actor, Guid rateId)
    {
        actor.Demand(MarketRights.Configure);
        await store.Write(
            actor,
            async db =>
            {
                var rate = await db.CurrencyRates.SingleOrDefaultAsync(r => r.Id == rateId) ?? throw Refusal.NotFound();
                if (rate.RemovedAt is not null)
                    return;
                (rate.RemovedAt, rate.RemovedBy) = (actor.Now, actor.Name);
                db.Record(new RateRemoved(rate.Id, rate.Facts));
                await Want(db, rate.Currency);
            }
        );
        await Settle(actor, AtHand);
    }

    /// <summary>
    /// Revalues the orders affected by a change of rates, a hundred or so at a time, each once. Safe to repeat, and to interrupt.
    /// </summary>
    public async Task Settle(Actor actor, int atMost = int.MaxValue, CancellationToken cancellation = default)
    {
        actor.Demand(MarketRights.Configure);
        // The product acts here, whoever set the rate: setting it is another entry of the history.
        var product = Actor.System(actor.TenantId, actor.Clock);
        List<string> wanted;
        await using (var db = store.Open(product))
            wanted = await db.Reckonings.Select(r => r.Currency).ToListAsync(cancellation);
        foreach (var currency in wanted)
        {
            while (atMost > 0)
            {
                var ids = new List<Guid>();
                await using (var db = store.Open(product))
                    foreach (var wrong in Wrong(db, await Book(db, currency), currency))
                        ids.AddRange(await wrong.OrderBy(o => o.Id).Select(o => o.Id).Take(atMost).ToListAsync(cancellation));
                foreach (var some in ids.Take(atMost).Chunk(AtOnce))
                    await store.Write(product, db => Reckon(db, currency, some), cancellation);
                atMost -= ids.Count;
                if (ids.Count == 0 && await store.Write(product, db => IsDone(db, currency), cancellation))
                    break;
            }
        }
    }

    /// <summary>The rates of some currencies into the company's.</summary>
    internal static async Task<RateBook> Book(AppDb db, params IReadOnlyCollection<string> currencies)
    {
        var own = await Tenants.CurrencyOf(db);
        var others = currencies.Where(c => c != own.Code).Distinct().ToList();
        return new(
            own,
            others.Count == 0
                ? []
                : await db
                    .CurrencyRates.Where(r => others.Contains(r.Currency) && r.Into == own.Code && r.RemovedAt == null)
                    .AsNoTracking()
                    .ToListAsync()
        );
    }

    // Orders in the currency whose value is not what the rate of their day says.
    private static IEnumerable<IQueryable<Order>> Wrong(AppDb db, RateBook book, string currency)
    {
        var (orders, own, until) = (db.Orders.Where(o => o.Currency == currency), book.Own.Code, DateTimeOffset.MaxValue);
        if (currency == own)
        {
            yield return orders.Where(o => o.Value == null || o.CountsIn != own);
            yield break;
        }
        foreach (var rate in book.Of(currency))
        {
            var (from, to, value) = (rate.From, until, (decimal?)rate.Rate);
            yield return orders.Where(o =>
                o.PlacedAt >= from && o.PlacedAt < to && (o.Value == null || o.CountsIn != own || o.Rate != value)
            );
            until = from;
        }
        var first = until;
        yield return orders.Where(o => o.PlacedAt < first && (o.Value != null || o.CountsIn == own));
    }

    private static async Task<int> Reckon(AppDb db, string currency, IReadOnlyCollection<Guid> ids)
    {
        var (book, customers) = (await Book(db, currency), new HashSet<Guid>());
        foreach (
            var order in await db
                .Orders.Where(o => ids.Contains(o.Id))
                .Include(o => o.Lines)
                .OrderBy(o => o.PlacedAt)
                .ThenBy(o => o.Id)
                .ToListAsync()
        )
        {
            var before = order.Facts;
            order.Reckon(book);
            if (order.Facts == before)
                continue;
            customers.Add(order.CustomerId);
            db.Record(new OrderRecorded(order.Id, order.CustomerId, order.Number, before, order.Facts));
        }
        await db.SaveChangesAsync();
        // Only an outside service changes what it reported.
        await Orders.Recount(
            db,
            await db.Customers.Where(c => customers.Contains(c.Id) && !c.OrdersReported).Select(c => c.Id).ToListAsync()
        );
        return customers.Count;
    }

    private static async Task<bool> IsDone(AppDb db, string currency)
    {
        foreach (var wrong in Wrong(db, await Book(db, currency), currency))
            if (await wrong.AnyAsync())
                return false;
        await db.Reckonings.Where(r => r.Currency == currency).ExecuteDeleteAsync();
        db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Marketplace"));
        return true;
    }

    private static async Task Want(AppDb db, string currency)
    {
        if (!await db.Reckonings.AnyAsync(r => r.Currency == currency))
            db.Reckonings.Add(new Reckoning { Currency = currency });
    }
}
