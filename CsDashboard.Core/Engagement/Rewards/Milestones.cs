using System.Globalization;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement;

/// <summary>Notes when a customer reached so many orders, or a tier; each once, whatever becomes of it later.</summary>
public sealed class Milestones(Notices notices) : IHandle<OrderRecorded>, IHandle<LoyaltyTierChanged>, IHandle<MilestoneReached>
{
    public static readonly int[] Orders = [5, 10, 25, 50, 100];

    public async Task Handle(Recorded<OrderRecorded> happening, AppDb db)
    {
        var e = happening.Event;
        var more = (e.To.Status.Counts() ? 1 : 0) - (e.From is { } from && from.Status.Counts() ? 1 : 0);
        if (more == 0 || await Earning.Member(db, e.CustomerId) is not { } who) return;
        db.AsOf(happening);
        if (await db.RewardMembers.FindAsync(who.Id) is not { } member) db.RewardMembers.Add(member = new RewardMember { CustomerId = who.Id });
        member.Orders += more;
        if (more > 0 && Orders.Contains(member.Orders)) await Reach(db, who.Id, "orders-" + member.Orders.ToString(CultureInfo.InvariantCulture));
    }

    public async Task Handle(Recorded<LoyaltyTierChanged> happening, AppDb db)
    {
        if (happening.Event.To < happening.Event.From || await Earning.Member(db, happening.Event.CustomerId) is not { } who) return;
        db.AsOf(happening);
        await Reach(db, who.Id, "tier-" + happening.Event.To.ToString().ToLowerInvariant());
    }

    public async Task Handle(Recorded<MilestoneReached> happening, AppDb db)
    {
        if (happening.Silent) return;
        foreach (var to in await Recipients.OfCustomer(db, happening.Event.CustomerId))
            await notices.Tell(db, to, new Notice("reward", "Notice_Milestone_Title", RewardWords.TitleOf(RewardKind.Milestone, "milestone-" + happening.Event.Key, [], to.Language)) { ContentKey = "Notice_Milestone", Link = "/portal/rewards", Mail = false });
    }

    private static async Task Reach(AppDb db, Guid customer, string key)
    {
        if (await db.RewardMilestones.AnyAsync(m => m.CustomerId == customer && m.Key == key)) return;
        var milestone = new RewardMilestone { CustomerId = customer, Key = key, At = db.Actor.Now };
        db.RewardMilestones.Add(milestone);
        db.Record(new MilestoneReached(milestone.Id, customer, key));
    }
}
