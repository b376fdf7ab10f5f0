using CsDashboard.Engagement;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Demo;

/// <summary>What the demo's members did with the points that follow from their orders: some redeemed a part, some claimed a reward, the desk gave some as an apology.</summary>
internal sealed class DemoMembers(Store store, EventPump pump, Points points, Rewards rewards)
{
    private const int Takers = 9;

    /// <summary>Of a company whose acts are all done; their events are delivered first, since the points follow from them.</summary>
    public async Task Fill(Actor desk, DateTimeOffset now, Func<Actor, DateTimeOffset, Actor> at)
    {
        await pump.Drain();
        await using var db = store.Open(desk);
        var members = await db.LoyaltyAccounts.OrderByDescending(a => a.Balance).Select(a => new { a.CustomerId, a.LastAt }).Take(Takers).ToListAsync();
        foreach (var (member, i) in members.Select((m, i) => (m, i)))
        {
            DateTimeOffset Later(double part) => member.LastAt!.Value + (now - member.LastAt.Value) * part;
            if (i % 3 == 2) await points.Give(at(desk, Later(0.2)), member.CustomerId, new PointsInput { Points = 150, Reason = "For the delay of your last order" });
            if (i % 3 == 1 && (await rewards.SpecialDates(at(desk, Later(0.4)), member.CustomerId)).FirstOrDefault(r => r.State == RewardState.Open) is { } open) await rewards.Claim(at(desk, Later(0.4)), member.CustomerId, open.Id);
            var available = (await points.Of(at(desk, Later(0.7)), member.CustomerId)).Available;
            if (available >= 200) await points.Redeem(at(desk, Later(0.7)), member.CustomerId, available / 300 * 100 + 100, "Voucher");
        }
    }
}
