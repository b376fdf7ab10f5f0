using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement;

/// <summary>
/// Puts customers where the rules and the conditions of own segments say they belong: some of them when something happened to them, all of a company at night.
/// Only what is different is written, and every entering and leaving is recorded.
/// </summary>
public sealed class Segmentation(Store store, Tenants tenants)
{
    private const int AtOnce = 1_000;
    // Others who wait to write wait little.
    private const int WrittenAtOnce = 100;
    private readonly Nights nights = new(tenants);

    /// <summary>Goes through the company by key and gives how many customers moved. For admins and the schedule; safe to repeat.</summary>
    public async Task<int> EvaluateAll(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(SegmentRights.Rule);
        var (after, moved) = (Guid.Empty, 0);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            List<Guid> wrong;
            await using (var db = store.Open(actor))
            {
                var ids = await db.Customers.Where(c => c.Id > after && c.MergedInto == null && c.ErasedAt == null).OrderBy(c => c.Id).Take(AtOnce).Select(c => c.Id).ToListAsync(cancellation);
                if (ids.Count == 0) return moved;
                after = ids[^1];
                wrong = await Wrong(db, ids);
            }
            foreach (var some in wrong.Chunk(WrittenAtOnce)) moved += await store.Write(actor, db => Settle(db, some), cancellation);
        }
    }

    /// <summary>Once a night by the company's own clock.</summary>
    internal async Task ByNight(Actor product)
    {
        if (await nights.Begin(product)) await EvaluateAll(product);
    }

    /// <summary>Inside a write: moves those of the customers who do not stand where they belong, and gives how many.</summary>
    internal static async Task<int> Settle(AppDb db, IReadOnlyCollection<Guid> ids)
    {
        var (rules, now) = (await db.Once(Segments.RulesOf), db.Actor.Now);
        var (bought, moved) = (await Bought(db, ids, rules), new HashSet<Guid>());
        foreach (var customer in await db.Customers.Where(c => ids.Contains(c.Id) && c.MergedInto == null && c.ErasedAt == null && c.SegmentSetBy == null).ToListAsync())
            if (Move(db, customer, rules.SegmentOf(bought(Facts.Of(customer)), now), null)) moved.Add(customer.Id);
        var own = await db.Once(OwnOf);
        if (own.Count == 0) return moved.Count;
        // The conditions ask the database, which is to know of the moves.
        await db.SaveChangesAsync();
        foreach (var segment in own) moved.UnionWith(await SettleOwn(db, segment, ids));
        return moved.Count;
    }

    /// <summary>Inside a write: as <see cref="Settle"/>, for many of whom few have moved.</summary>
    internal static async Task Look(AppDb db, IReadOnlyCollection<Guid> ids)
    {
        if (await Wrong(db, ids) is { Count: > 0 } wrong) await Settle(db, wrong);
    }

    /// <summary>Inside a write: the customer goes over, with both events. False when the customer is there already.</summary>
    internal static bool Move(AppDb db, Customer customer, string segment, string? setBy)
    {
        var before = customer.Segment;
        if (!customer.Belong(segment, db.Actor.Now, setBy)) return false;
        db.Record(new SegmentLeft(customer.Id, before));
        db.Record(new SegmentEntered(customer.Id, segment, ByHand: setBy is not null));
        db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Customers"));
        return true;
    }

    internal static Task<List<OwnSegment>> OwnOf(AppDb db) => db.OwnSegments.AsNoTracking().ToListAsync();

    private static async Task<IReadOnlyCollection<Guid>> SettleOwn(AppDb db, OwnSegment segment, IReadOnlyCollection<Guid> ids)
    {
        var (inside, members) = await Compare(db, segment, ids);
        var (entered, left) = (inside.Except(members).ToList(), members.Except(inside).ToList());
        foreach (var id in entered)
        {
            db.OwnSegmentMembers.Add(new OwnSegmentMember { SegmentId = segment.Id, CustomerId = id, Since = db.Actor.Now });
            db.Record(new SegmentEntered(id, segment.Name, segment.Id));
        }
        if (left.Count > 0) await db.OwnSegmentMembers.Where(m => m.SegmentId == segment.Id && left.Contains(m.CustomerId)).ExecuteDeleteAsync();
        foreach (var id in left) db.Record(new SegmentLeft(id, segment.Name, segment.Id));
        return [.. entered, .. left];
    }

    private static async Task<(HashSet<Guid> Inside, HashSet<Guid> Members)> Compare(AppDb db, OwnSegment segment, IReadOnlyCollection<Guid> ids) => (
        [.. await db.Customers.Where(c => ids.Contains(c.Id) && c.MergedInto == null && c.ErasedAt == null).Where(segment.Test(db.Actor.Now)).Select(c => c.Id).ToListAsync()],
        [.. await db.OwnSegmentMembers.Where(m => m.SegmentId == segment.Id && ids.Contains(m.CustomerId)).Select(m => m.CustomerId).ToListAsync()]);

    private static async Task<List<Guid>> Wrong(AppDb db, IReadOnlyCollection<Guid> ids)
    {
        var (rules, now) = (await db.Once(Segments.RulesOf), db.Actor.Now);
        var bought = await Bought(db, ids, rules);
        var wrong = (await db.Customers.Where(c => ids.Contains(c.Id) && c.SegmentSetBy == null).Select(Facts.Projection).ToListAsync()).Where(c => rules.SegmentOf(bought(c), now) != c.Segment).Select(c => c.Id).ToHashSet();
        foreach (var segment in await db.Once(OwnOf))
        {
            var (inside, members) = await Compare(db, segment, ids);
            inside.SymmetricExceptWith(members);
            wrong.UnionWith(inside);
        }
        return [.. wrong];
    }

    // Where an outside service reports the figures, the orders need not be here: then its sum and its last order are what is known.
    private static async Task<Func<Facts, Purchases>> Bought(AppDb db, IReadOnlyCollection<Guid> ids, SegmentRules rules)
    {
        var now = db.Actor.Now;
        var (year, recent, before) = (now.AddDays(-365), now.AddDays(-rules.AtRiskDays), now.AddDays(-2 * rules.AtRiskDays));
        var all = await db.Orders.Where(o => ids.Contains(o.CustomerId)).Counted().GroupBy(o => o.CustomerId).Select(g => new
        {
            g.Key, Spend = g.Sum(o => o.Total), Last = g.Max(o => o.PlacedAt), InYear = g.Count(o => o.PlacedAt > year), Recent = g.Count(o => o.PlacedAt > recent), Before = g.Count(o => o.PlacedAt > before && o.PlacedAt <= recent),
        }).ToDictionaryAsync(g => g.Key);
        return customer =>
        {
            var own = all.TryGetValue(customer.Id, out var g) ? new Purchases(g.Spend, g.Last, g.InYear, g.Recent, g.Before) : Purchases.None;
            return customer.Reported ? own with { Spend = customer.Spend, LastAt = customer.LastAt } : own;
        };
    }

    private sealed record Facts(Guid Id, string Segment, bool Reported, decimal Spend, DateTimeOffset? LastAt)
    {
        public static readonly Expression<Func<Customer, Facts>> Projection = c => new Facts(c.Id, c.Segment, c.OrdersReported, c.TotalOrderValue, c.LastOrderAt);

        public static Facts Of(Customer c) => new(c.Id, c.Segment, c.OrdersReported, c.TotalOrderValue, c.LastOrderAt);
    }
}

/// <summary>Looks again at a customer to whom something happened that rules or conditions ask for.</summary>
public sealed class SegmentsFollow :
    IHandleMany<OrderRecorded>, IHandle<CustomerAdded>, IHandle<CustomerChanged>, IHandle<CustomerStatusChanged>, IHandle<CustomerTypeChanged>, IHandle<CustomerTierChanged>, IHandle<CustomerFiguresSet>, IHandle<CustomersMerged>, IHandle<MergeUndone>
{
    public Task Handle(IReadOnlyList<Recorded<OrderRecorded>> happenings, AppDb db) => Segmentation.Look(db, [.. happenings.Select(h => h.Event.CustomerId).Distinct()]);
    public Task Handle(Recorded<CustomerAdded> happening, AppDb db) => Own(db, happening.Event.CustomerId);
    public Task Handle(Recorded<CustomerChanged> happening, AppDb db) => Own(db, happening.Event.CustomerId);
    public Task Handle(Recorded<CustomerStatusChanged> happening, AppDb db) => Own(db, happening.Event.CustomerId);
    public Task Handle(Recorded<CustomerTypeChanged> happening, AppDb db) => Own(db, happening.Event.CustomerId);
    public Task Handle(Recorded<CustomerTierChanged> happening, AppDb db) => Own(db, happening.Event.CustomerId);
    public Task Handle(Recorded<CustomerFiguresSet> happening, AppDb db) => Segmentation.Settle(db, [happening.Event.CustomerId]);
    public Task Handle(Recorded<CustomersMerged> happening, AppDb db) => Segmentation.Settle(db, [happening.Event.CustomerId]);
    public Task Handle(Recorded<MergeUndone> happening, AppDb db) => Segmentation.Settle(db, [happening.Event.CustomerId, happening.Event.LoserId]);

    // The five follow from orders alone.
    private static async Task Own(AppDb db, Guid customer)
    {
        if ((await db.Once(Segmentation.OwnOf)).Count > 0) await Segmentation.Settle(db, [customer]);
    }
}
