using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Segments;

/// <summary>
/// Puts customers into the segments where the rules and the conditions of own segments say they belong: single customers after something
/// happened to them, the whole company at night. Only differences are written, and every entering and leaving is recorded.
/// </summary>
public sealed class Segmentation(Store store, Tenants tenants)
{
    private const int AtOnce = 5_000;

    // So that others do not wait long to write.
    private const int WrittenAtOnce = 200;
    private readonly NightWindow nights = new(tenants);

    /// <summary>Goes through the company by key and gives how many customers moved. For admins and the schedule; safe to repeat.</summary>
    public async Task<int> EvaluateAll(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(SegmentRights.Rule);
        var (after, moved) = (Guid.Empty, 0);
        while (true)
        {
            IReadOnlyCollection<Guid> wrong;
            await using (var db = store.Open(actor))
            {
                var from = after;
                var people = await Standing(db.Customers.Where(c => c.Id > from))
                    .OrderBy(c => c.Id)
                    .Take(AtOnce)
                    .Select(Facts.Projection)
                    .ToListAsync(cancellation);
                if (people.Count == 0)
                    return moved;
                after = people[^1].Id;
                wrong = await Wrong(db, people, Some.Between(from, after));
            }
            // Checked again inside the write, since some may have been moved meanwhile.
            foreach (var some in wrong.Chunk(WrittenAtOnce))
                moved += await store.Write(actor, db => Settle(db, some), cancellation);
        }
    }

    /// <summary>Once a night by the company's own clock.</summary>
    internal async Task ByNight(Actor product)
    {
        if (await nights.Begin(product))
            await EvaluateAll(product);
    }

    /// <summary>Inside a write: moves the customers who are not where they belong, past the change tracker, and gives how many.</summary>
    internal static async Task<int> Settle(AppDb db, IReadOnlyCollection<Guid> ids)
    {
        var (some, now) = (Some.Of(ids), db.Actor.Now);
        var strays = await Strays(db, await Standing(db.Customers.Where(some.People)).Select(Facts.Projection).ToListAsync(), some);
        var (moved, happened) = (strays.ConvertAll(s => s.Id).ToHashSet(), new List<IEvent>());
        foreach (var there in strays.GroupBy(s => s.To))
        {
            var (segment, who) = (there.Key, there.Select(s => s.Id).ToList());
            await db
                .Customers.Where(c => who.Contains(c.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Segment, segment).SetProperty(c => c.SegmentSince, now));
        }
        foreach (var stray in strays)
            happened.AddRange(new SegmentLeft(stray.Id, stray.From), new SegmentEntered(stray.Id, stray.To));
        if (strays.Count > 0)
            db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Customers"));
        foreach (var segment in await db.Once(OwnOf))
        {
            var (entered, left) = await Differences(db, segment, some);
            await db.InsertAll(
                entered.ConvertAll(id => new OwnSegmentMember
                {
                    SegmentId = segment.Id,
                    CustomerId = id,
                    Since = now,
                })
            );
            if (left.Count > 0)
                await db.OwnSegmentMembers.Where(m => m.SegmentId == segment.Id && left.Contains(m.CustomerId)).ExecuteDeleteAsync();
            happened.AddRange(entered.Select(id => new SegmentEntered(id, segment.Name, segment.Id)));
            happened.AddRange(left.Select(id => new SegmentLeft(id, segment.Name, segment.Id)));
            moved.UnionWith([.. entered, .. left]);
        }
        await db.RecordAll(happened);
        return moved.Count;
    }

    /// <summary>Inside a write: the customer goes over, with both events. False when the customer is there already.</summary>
    internal static bool Move(AppDb db, Customer customer, string segment, string? setBy)
    {
        var before = customer.Segment;
        if (!customer.Belong(segment, db.Actor.Now, setBy))
            return false;
        db.Record(new SegmentLeft(customer.Id, before));
        db.Record(new SegmentEntered(customer.Id, segment, ByHand: setBy is not null));
        db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Customers"));
        return true;
    }

    internal static Task<List<OwnSegment>> OwnOf(AppDb db) => db.OwnSegments.AsNoTracking().ToListAsync();

    private static IQueryable<Customer> Standing(IQueryable<Customer> customers) =>
        customers.Where(c => c.MergedInto == null && c.ErasedAt == null);

    private static async Task<IReadOnlyCollection<Guid>> Wrong(AppDb db, List<Facts> people, Some some)
    {
        var wrong = (await Strays(db, people, some)).ConvertAll(s => s.Id).ToHashSet();
        foreach (var segment in await db.Once(OwnOf))
        {
            var (entered, left) = await Differences(db, segment, some);
            wrong.UnionWith([.. entered, .. left]);
        }
        return wrong;
    }

    /// <summary>People whom the rules want elsewhere; whoever was set by hand stays.</summary>
    private static async Task<List<Stray>> Strays(AppDb db, List<Facts> people, Some some)
    {
        var (rules, now) = (await db.Once(Segments.RulesOf), db.Actor.Now);
        var bought = await Bought(db, some, rules);
        return
        [
            .. people
                .Where(c => !c.IsSet)
                .Select(c => new Stray(c.Id, c.Segment, rules.SegmentOf(bought(c), now)))
                .Where(s => s.From != s.To),
        ];
    }

    private static async Task<(List<Guid> Entered, List<Guid> Left)> Differences(AppDb db, OwnSegment segment, Some some)
    {
        var inside = await Standing(db.Customers.Where(some.People)).Where(segment.Test(db.Actor.Now)).Select(c => c.Id).ToListAsync();
        var members = await db
            .OwnSegmentMembers.Where(m => m.SegmentId == segment.Id)
            .Where(some.Members)
            .Select(m => m.CustomerId)
            .ToListAsync();
        return ([.. inside.Except(members)], [.. members.Except(inside)]);
    }

    // Where an outside service reports the figures, we may not have the orders; then only its sum and its last order are known.
    private static async Task<Func<Facts, Purchases>> Bought(AppDb db, Some some, SegmentRules rules)
    {
        var now = db.Actor.Now;
        var (year, recent, before) = (now.AddDays(-365), now.AddDays(-rules.AtRiskDays), now.AddDays(-2 * rules.AtRiskDays));
        var all = await db
            .Orders.Where(some.Orders)
            .Counted()
            .GroupBy(o => o.CustomerId)
            .Select(g => new
            {
                g.Key,
                Spend = g.Sum(o => o.Value),
                Last = g.Max(o => o.PlacedAt),
                InYear = g.Count(o => o.PlacedAt > year),
                Recent = g.Count(o => o.PlacedAt > recent),
                Before = g.Count(o => o.PlacedAt > before && o.PlacedAt <= recent),
            })
            .ToDictionaryAsync(g => g.Key);
        return customer =>
        {
            var own = all.TryGetValue(customer.Id, out var g)
                ? new Purchases(g.Spend ?? 0, g.Last, g.InYear, g.Recent, g.Before)
                : Purchases.None;
            return customer.Reported ? own with { Spend = customer.Spend, LastAt = customer.LastAt } : own;
        };
    }

    /// <summary>A set of customers as a filter for each table: a list, or a range of keys, which engines read in one go.</summary>
    private sealed record Some(
        Expression<Func<Customer, bool>> People,
        Expression<Func<Order, bool>> Orders,
        Expression<Func<OwnSegmentMember, bool>> Members
    )
    {
        public static Some Of(IReadOnlyCollection<Guid> ids) =>
            new(c => ids.Contains(c.Id), o => ids.Contains(o.CustomerId), m => ids.Contains(m.CustomerId));

        /// <summary>After the first, up to and including the second.</summary>
        public static Some Between(Guid from, Guid to) =>
            new(
                c => c.Id > from && c.Id <= to,
                o => o.CustomerId > from && o.CustomerId <= to,
                m => m.CustomerId > from && m.CustomerId <= to
            );
    }

    private sealed record Stray(Guid Id, string From, string To);

    private sealed record Facts(Guid Id, string Segment, bool IsSet, bool Reported, decimal Spend, DateTimeOffset? LastAt)
    {
        public static readonly Expression<Func<Customer, Facts>> Projection = c => new Facts(
            c.Id,
            c.Segment,
            c.SegmentSetBy != null,
            c.OrdersReported,
            c.TotalOrderValue,
            c.LastOrderAt
        );
    }
}
