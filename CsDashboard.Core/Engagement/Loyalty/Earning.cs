using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement;

/// <summary>
/// Gives points for what happened, by the company's rules, and takes them back when it no longer counts. No room calls it. An
/// event that is told twice, or late, books nothing again.
/// </summary>
public sealed class Earning : IHandle<OrderRecorded>, IHandle<FeedbackGiven>, IHandle<CustomerAdded>, IHandle<ReferralCompleted>, IHandle<ReferralReopened>, IHandle<RewardClaimed>
{
    /// <summary>Points of rewards live for a year.</summary>
    internal const int RewardDays = 365;

    public Task Handle(Recorded<OrderRecorded> happening, AppDb db) => Earn(happening, db);
    public Task Handle(Recorded<FeedbackGiven> happening, AppDb db) => Earn(happening, db);
    public Task Handle(Recorded<CustomerAdded> happening, AppDb db) => Earn(happening, db);
    public Task Handle(Recorded<ReferralCompleted> happening, AppDb db) => Earn(happening, db);
    public Task Handle(Recorded<ReferralReopened> happening, AppDb db) => Earn(happening, db);

    public async Task Handle(Recorded<RewardClaimed> happening, AppDb db)
    {
        var (e, source) = (happening.Event, $"reward/{happening.Event.ClaimId:N}");
        db.AsOf(happening);
        if (e.Points == 0 || await Member(db, e.CustomerId) is not { } who) return;
        if (await db.LoyaltyEntries.AnyAsync(l => l.CustomerId == who.Id && l.Source == source)) return;
        Ledger.Give(db, await Ledger.Account(db, who.Id), new Booking(EntryKind.Bonus, e.Points) { EventId = happening.Id, Source = source, ExpiryDays = RewardDays });
    }

    private static async Task Earn<T>(Recorded<T> happening, AppDb db) where T : IEvent
    {
        db.AsOf(happening);
        foreach (var occasion in Occasion.Of(happening.Event, happening.At)) await Earn(db, happening.Id, occasion);
    }

    private static async Task Earn(AppDb db, long eventId, Occasion o)
    {
        if (await Member(db, o.CustomerId) is not { } who) return;
        var booked = await db.LoyaltyEntries.Where(e => e.CustomerId == who.Id && e.Source == o.Source && e.RuleId != null)
            .GroupBy(e => e.RuleId).Select(g => new { Rule = g.Key!.Value, Points = g.Sum(e => e.Lifetime), Held = g.Sum(e => e.Points), Last = g.Max(e => e.EventId) }).ToListAsync();
        // What is told again, or came after something newer of the same thing.
        if (booked.Any(b => b.Last >= eventId)) return;
        LoyaltyAccount? account = null;
        foreach (var rule in (await EarningRules.All(db)).Where(r => r.On == o.On))
        {
            var before = booked.Find(b => b.Rule == rule.Id);
            var most = rule.Due(o, before?.Points ?? 0, before is not null, fits: true, long.MaxValue);
            if (most == 0) continue;
            account ??= await Ledger.Account(db, who.Id);
            var due = most < 0 ? most : rule.Due(o, before?.Points ?? 0, before is not null, rule.Fits(o, account.Tier, who.Segment), await CapLeft(db, rule, who.Id));
            var booking = new Booking(EntryKind.Earned, due) { RuleId = rule.Id, EventId = eventId, Source = o.Source, Reason = o.Reason, Basis = rule.PerUnit ? o.Basis : null, Rate = rule.Rate, LockDays = rule.LockDays, ExpiryDays = rule.ExpiryDays };
            // What was spent when it went back was not asked back, so it is not given again when it comes back.
            var kept = before is null ? 0 : Math.Min(due, before.Held - before.Points);
            if (due > 0 && kept == due) Ledger.Take(db, account, booking with { Points = 0, Lifetime = due }, []);
            else if (due > 0) Ledger.Give(db, account, booking with { Points = due - kept, Lifetime = due });
            else if (due < 0) await Ledger.TakeBack(db, account, -due, booking with { Kind = EntryKind.Reversed });
        }
    }

    private static async Task<long> CapLeft(AppDb db, EarningRule rule, Guid customer)
    {
        if (rule.Cap is not { } cap) return long.MaxValue;
        var from = rule.CapFrom(db.Actor.Now);
        return cap - await db.LoyaltyEntries.Where(e => e.CustomerId == customer && e.At >= from && e.RuleId == rule.Id).SumAsync(e => e.Lifetime);
    }

    /// <summary>The record that an event's customer is by now. Null for one that was erased or is gone.</summary>
    internal static async Task<EarningMember?> Member(AppDb db, Guid customerId) =>
        await db.Customers.Where(c => c.Id == customerId && c.ErasedAt == null).Select(c => new EarningMember(c.MergedInto ?? c.Id, c.Segment)).SingleOrDefaultAsync();
}

/// <summary>Who earns, and the segment they are in.</summary>
internal sealed record EarningMember(Guid Id, string? Segment);
