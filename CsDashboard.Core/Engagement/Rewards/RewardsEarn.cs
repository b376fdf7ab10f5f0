using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Rewards;

/// <summary>Books the points of a claimed reward, once.</summary>
public sealed class RewardsEarn : IHandle<RewardClaimed>
{
    public async Task Handle(Recorded<RewardClaimed> happening, AppDb db)
    {
        var (e, source) = (happening.Event, $"reward/{happening.Event.ClaimId:N}");
        db.AsOf(happening);
        if (e.Points == 0 || !(await Earning.Members(db, [e.CustomerId])).TryGetValue(e.CustomerId, out var who))
            return;
        if (await db.LoyaltyEntries.AnyAsync(l => l.CustomerId == who.Id && l.Source == source))
            return;
        Ledger.Give(
            db,
            await Ledger.Account(db, who.Id),
            new Booking(EntryKind.Bonus, e.Points)
            {
                EventId = happening.Id,
                Source = source,
                ExpiryDays = Earning.RewardDays,
            }
        );
    }
}
