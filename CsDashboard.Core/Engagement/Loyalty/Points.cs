using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>
/// Members' points: what they have, why, and what they redeem. Earning happens in <see cref="Earning"/>, from events alone.
/// </summary>
public sealed partial class Points(Store store)
{
    /// <summary>Points that expire within this many days are "soon" and warned about.</summary>
    public const int SoonDays = 30;
    public static readonly int[] Periods = [30, 90, 365];
    private const int MaxSize = 100;
    private readonly RefreshedCache<(Guid Company, int Days), LoyaltyFigures> figures = new();

    /// <summary>
    /// Staff anybody's, customers their own; a member without an account yet has no points and is bronze
    /// (contract: membership, Loyalty tiers). NotFound for one who is not of the company.
    /// </summary>
    public async Task<LoyaltyView> Of(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, LoyaltyRights.See);
        await using var db = store.Open(actor);
        var customer =
            await db
                .Customers.Where(c => c.Id == customerId)
                .Select(c => new
                {
                    c.PublicId,
                    c.CreatedAt,
                    c.TotalOrderValue,
                })
                .SingleOrDefaultAsync()
            ?? throw Refusal.NotFound(Words.Of("Customer_NotFound"));
        var account =
            await db.LoyaltyAccounts.SingleOrDefaultAsync(a => a.CustomerId == customerId)
            ?? LoyaltyAccount.Of(customerId, customer.CreatedAt);
        var lots = account.Balance == 0 ? [] : await db.PointLots.Where(l => l.CustomerId == customerId).ToListAsync();
        var (now, soon) = (actor.Now, actor.Now.AddDays(SoonDays));
        var (locked, expiring) = (lots.FindAll(l => l.AvailableFrom > now), lots.FindAll(l => l.ExpiresAt <= soon && l.ExpiresAt > now));
        return new LoyaltyView
        {
            CustomerId = customerId,
            PublicId = customer.PublicId,
            Balance = account.Balance,
            Available = lots.Where(l => l.IsAvailable(now)).Sum(l => l.Remaining),
            Locked = locked.Sum(l => l.Remaining),
            UnlocksAt = locked.Where(l => l.AvailableFrom < PointLot.Held).Min(l => (DateTimeOffset?)l.AvailableFrom),
            Expiring = expiring.Sum(l => l.Remaining),
            ExpiresAt = expiring.Min(l => l.ExpiresAt),
            Lifetime = account.Lifetime,
            Redeemed = account.Redeemed,
            Tier = account.Tier,
            TierSince = account.TierSince,
            JoinedAt = account.JoinedAt,
            TotalSpent = customer.TotalOrderValue,
        };
    }

    /// <summary>The ledger, newest first. Invalid for a malformed cursor; the size is clamped to 1 to 100.</summary>
    public async Task<Page<EntryView>> Entries(Actor actor, Guid customerId, string? after = null, int size = 20)
    {
        actor.DemandFor(customerId, LoyaltyRights.See);
        var (place, count) = (Cursor.Read(after), Math.Clamp(size, 1, MaxSize));
        await using var db = store.Open(actor);
        var entries = db.LoyaltyEntries.Where(e => e.CustomerId == customerId);
        if (place is { } p)
            entries = entries.Where(e => e.At < p.At || (e.At == p.At && e.Id < p.Id));
        var page = Page.Of(
            await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(count + 1).ToListAsync(),
            count,
            e => new(e.At, e.Id)
        );
        var rules = (await EarningRules.All(db)).ToDictionary(r => r.Id);
        return new(
            [.. page.Items.Select(e => EntryWords.ViewOf(e, e.RuleId is { } id ? rules.GetValueOrDefault(id) : null, actor.Language))],
            page.Next
        );
    }

    /// <summary>
    /// Points by hand, with a reason that the member reads. Invalid for anything but a whole number from 1 to ten million, or without a
    /// reason.
    /// </summary>
    public async Task<PointsBalance> Give(Actor actor, Guid customerId, PointsInput input)
    {
        actor.Demand(LoyaltyRights.Give);
        var points = input.Checked("reason");
        return await store.WriteOnce(
            actor,
            async db =>
            {
                var customer = await Demand(db, customerId);
                var account = await Ledger.Account(db, customerId);
                Ledger.Give(
                    db,
                    account,
                    new Booking(EntryKind.Bonus, points) { Reason = input.Reason!.Trim(), ExpiryDays = Earning.RewardDays }
                );
                return new PointsBalance(customerId, customer, account.Balance, account.Tier, await Ledger.Left(db, customerId) + points);
            }
        );
    }

    /// <summary>
    /// Takes back by hand what an entry gave, as far as it hasn't been taken back, with a reason that the member reads; spent points are
    /// not asked back. Invalid without a reason, NotFound for somebody else's entry, Conflict nothing_to_take for one that gave nothing or
    /// was taken back before.
    /// </summary>
    public async Task<PointsBalance> TakeBack(Actor actor, Guid customerId, Guid entryId, TakeBackInput input)
    {
        actor.Demand(LoyaltyRights.Give);
        input.Checked();
        return await store.Write(
            actor,
            async db =>
            {
                var customer = await Demand(db, customerId);
                var entry =
                    await db.LoyaltyEntries.SingleOrDefaultAsync(e => e.Id == entryId && e.CustomerId == customerId)
                    ?? throw Refusal.NotFound();
                // The source marks what a rule gave, so that the rule does not take it back again.
                var (source, rule) = (entry.Source ?? $"entry/{entry.Id:N}", entry.RuleId);
                var standing =
                    (entry.Source is null ? entry.Lifetime : 0)
                    + await db
                        .LoyaltyEntries.Where(e => e.CustomerId == customerId && e.Source == source && e.RuleId == rule)
                        .SumAsync(e => e.Lifetime);
                var points = entry.Kind is EntryKind.Earned or EntryKind.Bonus ? Math.Min(entry.Lifetime, standing) : 0;
                if (points <= 0)
                    throw Refusal.Conflict(Words.Of("Points_Gone"), "nothing_to_take");
                var account = await Ledger.Account(db, customerId);
                await Ledger.TakeBack(
                    db,
                    account,
                    points,
                    new Booking(EntryKind.Reversed, -points)
                    {
                        RuleId = rule,
                        Source = source,
                        Reason = input.Reason!.Trim(),
                    },
                    entry.Id
                );
                return new PointsBalance(customerId, customer, account.Balance, account.Tier, await Ledger.Left(db, customerId));
            }
        );
    }

    /// <summary>
    /// Redeems points for something of the company's, named by its id or in words; those that expire first go first. Invalid, with field
    /// points, for more than are available (locked ones are not) and for anything but a whole number from 1 to ten million. The tier
    /// stays (contract C15). The field is what the caller calls the thing.
    /// </summary>
    public async Task<PointsBalance> Redeem(Actor actor, Guid customerId, decimal? points, string? what, string field = "rewardId")
    {
        actor.DemandFor(customerId, LoyaltyRights.Give);
        var wanted = new PointsInput { Points = points, Reason = what }.Checked(field);
        return await store.WriteOnce(
            actor,
            async db =>
            {
                var customer = await Demand(db, customerId);
                var account = await Ledger.Account(db, customerId);
                var lots = await Ledger.Available(db, customerId);
                var available = lots.Sum(l => l.Remaining);
                if (available < wanted)
                    throw Refusal.Invalid("points", Words.Of("Points_Insufficient", available), "insufficient_points");
                Ledger.Take(db, account, new Booking(EntryKind.Redeemed, -wanted) { Reason = what!.Trim() }, lots);
                return new PointsBalance(customerId, customer, account.Balance, account.Tier, available - wanted);
            }
        );
    }

    /// <summary>
    /// The company's points over the last 30, 90 or 365 days; another number means 30. Cached like the figures of customers: where counting
    /// takes long, those of the last count are shown.
    /// </summary>
    public Task<LoyaltyFigures> Figures(Actor actor, int days = 30)
    {
        actor.Demand(LoyaltyRights.Rule);
        var period = Periods.Contains(days) ? days : Periods[0];
        return figures.Get((actor.TenantId, period), actor.Clock, () => Count(actor, period));
    }

    private async Task<LoyaltyFigures> Count(Actor actor, int days)
    {
        await using var db = store.Open(actor);
        var from = new DateTimeOffset(actor.Now.UtcDateTime.Date.AddDays(1 - days), TimeSpan.Zero);
        var (first, begin) = (DateOnly.FromDateTime(from.UtcDateTime), from.AddDays(-days));
        var both = await db
            .LoyaltyEntries.Where(e => e.TenantId == actor.TenantId && e.At >= begin)
            .GroupBy(e => new { Day = AppDb.DayOf(e.At), e.Kind })
            .Select(g => new DaySum(g.Key.Day, g.Key.Kind, g.Sum(e => e.Points)))
            .ToListAsync();
        var tiers = await db
            .LoyaltyAccounts.GroupBy(a => a.Tier)
            .Select(g => new
            {
                g.Key,
                Count = g.Count(),
                Balance = g.Sum(a => a.Balance),
            })
            .ToListAsync();
        var sums = both.FindAll(s => s.Day >= first.DayNumber);
        long Of(EntryKind kind) => sums.Where(s => s.Kind == kind).Sum(s => s.Points);
        return new LoyaltyFigures
        {
            Days = days,
            From = from,
            Issued = Of(EntryKind.Earned) + Of(EntryKind.Bonus),
            Redeemed = -Of(EntryKind.Redeemed),
            Expired = -Of(EntryKind.Expired),
            Reversed = -Of(EntryKind.Reversed),
            Liability = tiers.Sum(t => t.Balance),
            Members = tiers.Sum(t => t.Count),
            ByTier = tiers.ToDictionary(t => t.Key, t => t.Count),
            Series = PointDay.Over(both, first, days),
            Before = PointDay.Over(both, first.AddDays(-days), days),
        };
    }

    private static async Task<string> Demand(AppDb db, Guid customerId) =>
        await db.Customers.Where(c => c.Id == customerId).Select(c => c.PublicId).SingleOrDefaultAsync()
        ?? throw Refusal.NotFound(Words.Of("Customer_NotFound"));
}
