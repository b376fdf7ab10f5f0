using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Demo;

/// <summary>
/// What the demo's members did with the points that follow from their orders: some redeemed a part, some claimed a reward, the desk
/// gave some as an apology. Runs after the start, so that the start does not wait for the events that earn the points.
/// </summary>
internal sealed class DemoMembers(Store store, EventPump pump, Points points, Rewards rewards, ILogger<DemoMembers> log) : BackgroundService
{
    private const int Takers = 9;
    private readonly TaskCompletionSource<IReadOnlyList<Actor>> seeded = new();

    /// <summary>The companies were made just now; somebody of each who may give points.</summary>
    public void Begin(IReadOnlyList<Actor> desks) => seeded.TrySetResult(desks);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var desks = await seeded.Task.WaitAsync(stoppingToken);
            await pump.Drain(stoppingToken);
            foreach (var desk in desks)
                await Fill(desk, desk.Now);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
        catch (Refusal refusal)
        {
            log.LogWarning(refusal, "The demo's members did not do all of what they were to");
        }
    }

    internal async Task Fill(Actor desk, DateTimeOffset now)
    {
        Actor At(DateTimeOffset when) => desk with { Clock = new StandingClock(when), Silent = true };
        await using var db = store.Open(desk);
        var members = await db
            .LoyaltyAccounts.OrderByDescending(a => a.Balance)
            .Select(a => new { a.CustomerId, a.LastAt })
            .Take(Takers)
            .ToListAsync();
        foreach (var (member, i) in members.Select((m, i) => (m, i)))
        {
            DateTimeOffset Later(double part) => member.LastAt!.Value + (now - member.LastAt.Value) * part;
            if (i % 3 == 2)
                await points.Give(
                    At(Later(0.2)),
                    member.CustomerId,
                    new PointsInput { Points = 150, Reason = "For the delay of your last order" }
                );
            if (
                i % 3 == 1
                && (await rewards.SpecialDates(At(Later(0.4)), member.CustomerId)).FirstOrDefault(r => r.State == RewardState.Open)
                    is { } open
            )
                await rewards.Claim(At(Later(0.4)), member.CustomerId, open.Id);
            var available = (await points.Of(At(Later(0.7)), member.CustomerId)).Available;
            if (available >= 200)
                await points.Redeem(At(Later(0.7)), member.CustomerId, available / 300 * 100 + 100, "Voucher");
        }
    }
}
