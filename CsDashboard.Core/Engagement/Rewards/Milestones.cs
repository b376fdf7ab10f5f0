using System.Globalization;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Rewards;

/// <summary>Notes when a customer reached a number of orders or a tier, each once, whatever happens later.</summary>
public sealed class Milestones(Notices notices) : IHandleMany<OrderRecorded>, IHandle<LoyaltyTierChanged>, IHandle<MilestoneReached>
{
    public static readonly int[] Orders = [5, 10, 25, 50, 100];

    public async Task Handle(IReadOnlyList<Recorded<OrderRecorded>> happenings, AppDb db)
    {
        db.AsOf(happenings[0]);
        var who = await Earning.Members(db, happenings.Select(h => h.Event.CustomerId));
        var ids = who.Values.Select(w => w.Id).Distinct().ToList();
        var members = await db.RewardMembers.Where(m => ids.Contains(m.CustomerId)).ToDictionaryAsync(m => m.CustomerId);
        foreach (var e in happenings.Select(h => h.Event))
        {
            var more = (e.To.Counts ? 1 : 0) - (e.From is { Counts: true } ? 1 : 0);
            if (more == 0 || !who.TryGetValue(e.CustomerId, out var one))
                continue;
            if (!members.TryGetValue(one.Id, out var member))
                db.RewardMembers.Add(members[one.Id] = member = new RewardMember { CustomerId = one.Id });
            member.Orders += more;
            if (more > 0 && Orders.Contains(member.Orders))
                await Reach(db, one.Id, "orders-" + member.Orders.ToString(CultureInfo.InvariantCulture));
        }
    }

    public async Task Handle(Recorded<LoyaltyTierChanged> happening, AppDb db)
    {
        var e = happening.Event;
        if (e.To < e.From || !(await Earning.Members(db, [e.CustomerId])).TryGetValue(e.CustomerId, out var who))
            return;
        db.AsOf(happening);
        await Reach(db, who.Id, "tier-" + e.To.ToString().ToLowerInvariant());
    }

    public async Task Handle(Recorded<MilestoneReached> happening, AppDb db)
    {
        if (happening.Silent)
            return;
        foreach (var to in await Recipients.OfCustomer(db, happening.Event.CustomerId))
            await notices.Tell(
                db,
                to,
                new Notice(
                    "reward",
                    "Notice_Milestone_Title",
                    RewardWords.TitleOf(RewardKind.Milestone, "milestone-" + happening.Event.Key, [], to.Language)
                )
                {
                    ContentKey = "Notice_Milestone",
                    Link = new LinkTo("rewards"),
                    Channels = [Channel.Bell],
                }
            );
    }

    private static async Task Reach(AppDb db, Guid customer, string key)
    {
        // So that milestones reached a moment ago are seen.
        await db.SaveChangesAsync();
        if (await db.RewardMilestones.AnyAsync(m => m.CustomerId == customer && m.Key == key))
            return;
        var milestone = new RewardMilestone
        {
            CustomerId = customer,
            Key = key,
            At = db.Actor.Now,
        };
        db.RewardMilestones.Add(milestone);
        db.Record(new MilestoneReached(milestone.Id, customer, key));
    }
}
