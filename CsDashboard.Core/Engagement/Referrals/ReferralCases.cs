using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Referrals;

/// <summary>The desk's side of referrals: what waits, what was decided, the figures of the company.</summary>
public sealed class ReferralCases(Store store)
{
    private const int Shown = 50;
    private readonly RefreshedCache<Guid, ReferralFunnel> funnels = new();

    /// <summary>
    /// Referrals with a status, or all without one, fifty at a time: newest first, but those that wait oldest first. Invalid for a
    /// malformed cursor.
    /// </summary>
    public async Task<Page<ReferralCase>> List(Actor actor, ReferralStatus? status, string? after = null)
    {
        actor.Demand(ReferralRights.See);
        var (place, waiting) = (Cursor.Read(after), status == ReferralStatus.Held);
        await using var db = store.Open(actor);
        var (referrals, customers) = (db.Referrals.Where(r => status == null || r.Status == status), db.Customers);
        if (place is { } p)
            referrals = waiting
                ? referrals.Where(r => r.CreatedAt > p.At || (r.CreatedAt == p.At && r.Id > p.Id))
                : referrals.Where(r => r.CreatedAt < p.At || (r.CreatedAt == p.At && r.Id < p.Id));
        var ordered = waiting
            ? referrals.OrderBy(r => r.CreatedAt).ThenBy(r => r.Id)
            : referrals.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id);
        var page = Page.Of(await ordered.Take(Shown + 1).ToListAsync(), Shown, r => new(r.CreatedAt, r.Id));
        var ids = page.Items.SelectMany(r => new[] { r.ReferrerId, r.RefereeId }).Distinct().ToList();
        var people = await customers
            .Where(c => ids.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.PublicId,
                c.Name,
            })
            .ToDictionaryAsync(c => c.Id);
        return new(
            [
                .. page
                    .Items.Where(r => people.ContainsKey(r.ReferrerId) && people.ContainsKey(r.RefereeId))
                    .Select(r => new ReferralCase
                    {
                        Id = r.Id,
                        Referrer = people[r.ReferrerId].Name,
                        ReferrerPublicId = people[r.ReferrerId].PublicId,
                        Referee = people[r.RefereeId].Name,
                        RefereePublicId = people[r.RefereeId].PublicId,
                        Status = r.Status,
                        Way = r.Way,
                        DoubtText = r.DoubtText,
                        OrderNumber = r.OrderNumber,
                        CreatedAt = r.CreatedAt,
                        CompletedAt = r.CompletedAt,
                        DecidedAt = r.DecidedAt,
                        DecidedBy = r.DecidedBy,
                        Note = r.Note,
                    }),
            ],
            page.Next
        );
    }

    /// <summary>What came of all links of the company. Cached like the figures of customers.</summary>
    public Task<ReferralFunnel> Funnel(Actor actor)
    {
        actor.Demand(ReferralRights.See);
        return funnels.Get(
            actor.TenantId,
            actor.Clock,
            async () =>
            {
                await using var db = store.Open(actor);
                return await Referrals.Count(db.Referrals, await db.ReferralLinks.SumAsync(l => l.Clicks));
            }
        );
    }

    /// <summary>
    /// Decides one that is held: approved, it is completed as if there had been no doubt; declined, a note must say why (Invalid without).
    /// The history records the decision. NotFound for another company's, Conflict for one that does not wait.
    /// </summary>
    public async Task Decide(Actor actor, Guid id, bool approve, string? note)
    {
        actor.Demand(ReferralRights.Decide);
        var said = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (said is { Length: > Referral.MaxNote })
            throw Refusal.Invalid("note", Words.Of("Text_TooLong", Referral.MaxNote));
        if (said is not null && !TextAttribute.CanBeStored(said))
            throw Refusal.Invalid("note", Words.Of("Text_BadCharacters"));
        if (!approve && said is null)
            throw Refusal.Invalid("note", Words.Of("Text_Required"));
        await store.Write(
            actor,
            async db =>
            {
                var referral = await db.Referrals.SingleOrDefaultAsync(r => r.Id == id) ?? throw Refusal.NotFound();
                referral.Decide(approve, said, actor);
                db.Record(new ReferralDecided(id, referral.ReferrerId, referral.RefereeId, approve, referral.Doubts, said));
                if (approve)
                    db.Record(new ReferralCompleted(id, referral.ReferrerId, referral.RefereeId, referral.OrderNumber!));
            }
        );
    }
}
