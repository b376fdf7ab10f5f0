using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Engagement.Referrals;

/// <summary>Customers bring customers: codes and links, who came by them, and what became of it.</summary>
public sealed class Referrals(Store store, Tenants tenants, IOptions<Settings> settings, ILinks links)
{
    private const int MaxHistory = 50;

    /// <summary>
    /// The customer's own code and link, made at the first call and the same at every later one. An expired one becomes valid for another
    /// year.
    /// </summary>
    public async Task<ReferralLinkView> Link(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, ReferralRights.See);
        await using (var db = store.Open(actor))
            if (await db.ReferralLinks.SingleOrDefaultAsync(l => l.CustomerId == customerId) is { } known && known.ExpiresAt > actor.Now)
                return ViewOf(known, await Customers.CustomerRecords.Find(db, customerId));
        return await store.Write(
            actor,
            async db =>
            {
                var customer = await Customers.CustomerRecords.Find(db, customerId);
                var link = await db.ReferralLinks.SingleOrDefaultAsync(l => l.CustomerId == customerId);
                if (link is null)
                    db.ReferralLinks.Add(link = new ReferralLink { CustomerId = customerId, CreatedAt = actor.Now });
                if (link.ExpiresAt <= actor.Now)
                    link.ExpiresAt = actor.Now + ReferralLink.Valid;
                return ViewOf(link, customer);
            }
        );
    }

    /// <summary>Somebody opened a link: counted, without recording who. False for an unknown or expired code.</summary>
    public async Task<bool> Opened(string? code, TimeProvider clock)
    {
        if (!ReferralLink.IsCode(code) || await tenants.Default() is not { } tenant)
            return false;
        return await store.Write(
            Actor.System(tenant, clock),
            async db => await Good(db, code!).ExecuteUpdateAsync(set => set.SetProperty(l => l.Clicks, l => l.Clicks + 1)) > 0
        );
    }

    /// <summary>
    /// Somebody registered with a code in hand; in whose browser, where that is known. A code that is unknown, expired or their own gives
    /// nothing (null), and nobody is told, since the registration is done.
    /// </summary>
    public async Task<Guid?> Join(Actor newcomer, string? code, Guid? browserOf = null)
    {
        var referee = newcomer.DemandCustomer();
        if (!ReferralLink.IsCode(code))
            return null;
        return await store.Write(
            newcomer,
            async db =>
            {
                if (
                    await Good(db, code!).Select(l => (Guid?)l.CustomerId).SingleOrDefaultAsync() is not { } referrer
                    || referrer == referee
                )
                    return (Guid?)null;
                if (await db.Referrals.AnyAsync(r => r.RefereeId == referee))
                    return null;
                return Begin(db, referrer, referee, ReferralWay.Link, browserOf == referrer ? [ReferralDoubt.SameDevice] : []).Id;
            }
        );
    }

    /// <summary>
    /// Staff and services report one. Invalid for somebody who would refer themselves, NotFound for an unknown customer, Conflict when
    /// another customer brought them; reported again, it stays the same one. If they had bought before, it is held for an agent at once.
    /// </summary>
    public async Task<ReferralRow> Track(Actor actor, Guid referrer, Guid referee)
    {
        actor.Demand(ReferralRights.Track);
        if (referrer == referee)
            throw Refusal.Invalid("referredId", Words.Of("Referral_Own"));
        return await store.WriteOnce(
            actor,
            async db =>
            {
                await Customers.CustomerRecords.Find(db, referrer);
                var customer = await Customers.CustomerRecords.Find(db, referee);
                var referral = await db.Referrals.SingleOrDefaultAsync(r => r.RefereeId == referee);
                if (referral is not null && referral.ReferrerId != referrer)
                    throw Refusal.Conflict(Words.Of("Referral_Taken"), "referral_taken");
                if (referral is null)
                {
                    referral = Begin(db, referrer, referee, ReferralWay.Staff, []);
                    if (
                        await db
                            .Orders.Where(o => o.CustomerId == referee && o.Status != OrderStatus.Cancelled)
                            .OrderBy(o => o.PlacedAt)
                            .Select(o => o.Number)
                            .FirstOrDefaultAsync() is
                        { } first
                    )
                        ReferralsComplete.Complete(db, referral, first, [ReferralDoubt.BoughtBefore]);
                }
                return new ReferralRow(
                    referral.Id,
                    referee,
                    customer.PublicId,
                    customer.Name,
                    referral.Status,
                    referral.CreatedAt,
                    referral.CompletedAt,
                    await EarningRules.Worth(db, EarnOn.Referral)
                );
            }
        );
    }

    /// <summary>The newest fifty whom the customer brought (contract: membership, Referral).</summary>
    public async Task<IReadOnlyList<ReferralRow>> History(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, ReferralRights.See);
        await using var db = store.Open(actor);
        var customers = db.Customers;
        var rows = await db
            .Referrals.Where(r => r.ReferrerId == customerId)
            .OrderByDescending(r => r.CreatedAt)
            .ThenByDescending(r => r.Id)
            .Take(MaxHistory)
            .Join(
                customers,
                r => r.RefereeId,
                c => c.Id,
                (r, c) => new ReferralRow(r.Id, c.Id, c.PublicId, c.Name, r.Status, r.CreatedAt, r.CompletedAt, 0)
            )
            .ToListAsync();
        var (worth, sources) = (await EarningRules.Worth(db, EarnOn.Referral), rows.ConvertAll(r => Referral.SourceOf(r.Id)));
        var got = await db
            .LoyaltyEntries.Where(e => e.CustomerId == customerId && sources.Contains(e.Source!))
            .GroupBy(e => e.Source!)
            .Select(g => new { g.Key, Points = g.Sum(e => e.Lifetime) })
            .ToDictionaryAsync(g => g.Key, g => g.Points);
        return
        [
            .. rows.OrderByDescending(r => r.CreatedAt)
                .ThenByDescending(r => r.Id)
                .Select(r =>
                    r with
                    {
                        Name = actor.IsStaff ? r.Name : PersonName.Short(r.Name),
                        Reward = got.GetValueOrDefault(Referral.SourceOf(r.Id), worth),
                    }
                ),
        ];
    }

    /// <summary>What came of a customer's link.</summary>
    public async Task<ReferralFunnel> Funnel(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, ReferralRights.See);
        await using var db = store.Open(actor);
        var funnel = await Count(
            db.Referrals.Where(r => r.ReferrerId == customerId),
            await db.ReferralLinks.Where(l => l.CustomerId == customerId).SumAsync(l => l.Clicks)
        );
        return funnel with
        {
            Reward = await EarningRules.Worth(db, EarnOn.Referral),
            CompletedRewards = await db
                .LoyaltyEntries.Where(e => e.CustomerId == customerId && e.Source!.StartsWith(Referral.SourceKind))
                .SumAsync(e => e.Lifetime),
        };
    }

    internal static async Task<ReferralFunnel> Count(IQueryable<Referral> referrals, int clicks)
    {
        var counted = await referrals
            .GroupBy(r => r.Status)
            .Select(g => new
            {
                g.Key,
                Count = g.Count(),
                Last = g.Max(r => r.CreatedAt),
            })
            .ToListAsync();
        int Of(ReferralStatus status) => counted.Where(g => g.Key == status).Sum(g => g.Count);
        return new(
            clicks,
            Of(ReferralStatus.Pending),
            Of(ReferralStatus.Held),
            Of(ReferralStatus.Completed),
            Of(ReferralStatus.Declined),
            counted.Count == 0 ? null : counted.Max(g => g.Last)
        );
    }

    private static Referral Begin(AppDb db, Guid referrer, Guid referee, ReferralWay way, IEnumerable<ReferralDoubt> doubts)
    {
        var referral = new Referral
        {
            ReferrerId = referrer,
            RefereeId = referee,
            Way = way,
            CreatedAt = db.Actor.Now,
        };
        referral.Doubt(doubts);
        db.Referrals.Add(referral);
        db.Record(new ReferralMade(referral.Id, referrer, referee, way));
        return referral;
    }

    private static IQueryable<ReferralLink> Good(AppDb db, string code)
    {
        var now = db.Actor.Now;
        return db.ReferralLinks.Where(l => l.Code == code && l.ExpiresAt > now);
    }

    private ReferralLinkView ViewOf(ReferralLink link, Customer customer) =>
        new(
            link.Code,
            settings.Value.PublicUrl + links.PathOf(new LinkTo("referral", link.Code), forStaff: false),
            customer.PublicId[..8].ToUpperInvariant(),
            link.ExpiresAt,
            link.Clicks
        );
}
