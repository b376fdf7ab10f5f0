using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>
/// Gives points for what happened, by the company's rules, and takes them back when it no longer counts. No room calls it. An event that
/// arrives twice, or late, books nothing again.
/// </summary>
public sealed class Earning : IHandleMany<OrderRecorded>, IHandleMany<FeedbackGiven>, IHandleMany<CustomerAdded>, IHandleMany<ReviewChanged>
{
    /// <summary>Points of rewards live for a year.</summary>
    internal const int RewardDays = 365;

    public Task Handle(IReadOnlyList<Recorded<OrderRecorded>> happenings, AppDb db) => Earn(happenings, db);

    public Task Handle(IReadOnlyList<Recorded<FeedbackGiven>> happenings, AppDb db) => Earn(happenings, db);

    public Task Handle(IReadOnlyList<Recorded<CustomerAdded>> happenings, AppDb db) => Earn(happenings, db);

    public Task Handle(IReadOnlyList<Recorded<ReviewChanged>> happenings, AppDb db) => Earn(happenings, db);

    /// <summary>Books what events of one kind earn, oldest first; inside the write of their handler.</summary>
    internal static async Task Earn<T>(IReadOnlyList<Recorded<T>> happenings, AppDb db)
        where T : IEvent
    {
        db.AsOf(happenings[0]);
        var occasions = happenings
            .SelectMany(h => EarningOccasion.Of(h.Event, h.At), (h, occasion) => (EventId: h.Id, Occasion: occasion))
            .ToList();
        var (members, sources) = (
            await Members(db, occasions.Select(o => o.Occasion.CustomerId)),
            occasions.ConvertAll(o => o.Occasion.Source)
        );
        var ids = members.Values.Select(m => m.Id).Distinct().ToList();
        var accounts = await db.LoyaltyAccounts.Where(a => ids.Contains(a.CustomerId)).ToDictionaryAsync(a => a.CustomerId);
        var sums = await db
            .LoyaltyEntries.Where(e => sources.Contains(e.Source!) && e.RuleId != null)
            .GroupBy(e => new
            {
                e.CustomerId,
                e.Source,
                e.RuleId,
            })
            .Select(g => new
            {
                g.Key.CustomerId,
                g.Key.Source,
                Rule = g.Key.RuleId!.Value,
                Points = g.Sum(e => e.Lifetime),
                Held = g.Sum(e => e.Points),
                Last = g.Max(e => e.EventId),
            })
            .ToListAsync();
        var booked = sums.GroupBy(b => (b.CustomerId, b.Source!))
            .ToDictionary(g => g.Key, g => g.ToDictionary(b => b.Rule, b => (b.Points, b.Held, b.Last)));
        var rules = (await db.Once(db => EarningRules.All(db))).ToLookup(r => r.On);
        foreach (var (eventId, o) in occasions)
        {
            if (!members.TryGetValue(o.CustomerId, out var who))
                continue;
            if (!booked.TryGetValue((who.Id, o.Source), out var before))
                booked.Add((who.Id, o.Source), before = []);
            // An event that arrives again, or after a newer one about the same thing.
            if (before.Values.Any(b => b.Last >= eventId))
                continue;
            foreach (var rule in rules[o.On])
            {
                var had = before.TryGetValue(rule.Id, out var known);
                var most = rule.Due(o, known.Points, had, fits: true, long.MaxValue);
                if (most == 0)
                    continue;
                if (!accounts.TryGetValue(who.Id, out var account))
                    accounts.Add(who.Id, account = await Ledger.Account(db, who.Id));
                var due =
                    most < 0
                        ? most
                        : rule.Due(o, known.Points, had, rule.Fits(o, account.Tier, who.Segment), await CapLeft(db, rule, who.Id));
                if (due == 0)
                    continue;
                var booking = new Booking(EntryKind.Earned, due)
                {
                    RuleId = rule.Id,
                    EventId = eventId,
                    Source = o.Source,
                    Reason = o.Reason,
                    Basis = rule.PerUnit ? o.Basis : null,
                    Rate = rule.Rate,
                    LockDays = rule.LockDays,
                    IsHeld = o.IsHeld,
                    ExpiryDays = rule.ExpiryDays,
                };
                // Points already spent were not asked back when the order went back, so they are not given again when it returns.
                var kept = Math.Min(due, known.Held - known.Points);
                var entry =
                    due < 0 ? await Ledger.TakeBack(db, account, -due, booking with { Kind = EntryKind.Reversed })
                    : kept == due ? Ledger.Take(db, account, booking with { Points = 0, Lifetime = due }, [])
                    : Ledger.Give(db, account, booking with { Points = due - kept, Lifetime = due });
                before[rule.Id] = (known.Points + due, known.Held + entry.Points, eventId);
            }
            if (o is { Counts: true, WasHeld: true, IsHeld: false })
                await Ledger.Free(db, who.Id, o.Source, rules[o.On]);
        }
    }

    private static async Task<long> CapLeft(AppDb db, EarningRule rule, Guid customer)
    {
        if (rule.Cap is not { } cap)
            return long.MaxValue;
        // So that points given a moment ago are seen.
        await db.SaveChangesAsync();
        var from = rule.CapFrom(db.Actor.Now);
        return cap
            - await db.LoyaltyEntries.Where(e => e.CustomerId == customer && e.At >= from && e.RuleId == rule.Id).SumAsync(e => e.Lifetime);
    }

    /// <summary>The present records of the customers in events, without those that were erased or are gone.</summary>
    internal static async Task<Dictionary<Guid, EarningMember>> Members(AppDb db, IEnumerable<Guid> customers)
    {
        var ids = customers.Distinct().ToList();
        return await db
            .Customers.Where(c => ids.Contains(c.Id) && c.ErasedAt == null)
            .Select(c => new { c.Id, Who = new EarningMember(c.MergedInto ?? c.Id, c.Segment) })
            .ToDictionaryAsync(c => c.Id, c => c.Who);
    }
}
