using System.Globalization;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Tests.Engagement;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Faults;

public sealed class LedgerCrashTests
{
    [Fact]
    public async Task Killed_while_points_are_redeemed_and_events_worked_off_the_ledger_is_what_it_adds_up_to_from_nothing()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        // What orders bring is redeemed at once.
        foreach (var admin in new[] { house.Amina, house.Omar })
        {
            var rule = (await house.Rules.List(admin)).Single(r => r.On == EarnOn.Order);
            rule.Rule.LockDays = 0;
            await house.Rules.Save(admin, rule.Id, rule.Rule);
        }
        await house.Drain();
        await house.Stop();
        var (acknowledged, unworked) = (new HashSet<(string What, string Word)>(), 0);
        for (var round = 0; round < 4; round++)
        {
            await Doomed.Work(
                "crash-ledger",
                house.Database.Folder,
                Random.Shared.Next(100, 300),
                line => line is [var what, { Length: 33 } word] && (acknowledged.Add((what, word)) || what == "ordered")
            );
            (await house.Database.Ask("PRAGMA integrity_check")).ShouldBe("ok");
            (await house.Database.Ask("PRAGMA foreign_key_check")).ShouldBe("");
            unworked += int.Parse(
                await house.Database.Ask("SELECT count(*) FROM Events WHERE DeliveredAt IS NULL"),
                CultureInfo.InvariantCulture
            );
            await using var dead = house.Again();
            foreach (var company in new[] { house.Nour, house.Other })
                await dead.ShouldAddUp(company);
        }
        unworked.ShouldBeGreaterThan(0, "It was never killed while events waited.");

        await using var again = house.Again();
        await again.Store.Prepare();
        await again.Drain();
        (await house.Database.Ask("SELECT count(*) FROM Events WHERE DeliveredAt IS NULL")).ShouldBe("0");
        (await house.Database.Ask("SELECT count(*) FROM FailedDeliveries")).ShouldBe("0");
        (await house.Database.Ask("SELECT count(*) FROM Events WHERE Kind = 'PointsBooked'")).ShouldBe(
            await house.Database.Ask("SELECT count(*) FROM LoyaltyEntries")
        );
        var kept = new List<(string, string)>();
        foreach (var company in new[] { house.Nour, house.Other })
        {
            await again.ShouldAddUp(company);
            await again.OrdersShouldHaveEarnedOnce(company);
            await using var db = again.Store.Open(Actor.System(company, house.Clock));
            kept.AddRange((await db.Orders.Select(o => o.Number).ToListAsync()).Select(number => ("ordered", number)));
            kept.AddRange(
                (
                    await db
                        .LoyaltyEntries.Where(e => e.Reason != null && (e.Kind == EntryKind.Redeemed || e.Kind == EntryKind.Bonus))
                        .ToListAsync()
                ).Select(e => (e.Kind == EntryKind.Redeemed ? "redeemed" : "given", e.Reason!))
            );
        }
        acknowledged.Where(a => !kept.Contains(a)).ShouldBeEmpty("Acknowledged, and lost.");
        kept.ShouldBeUnique();
        acknowledged.Select(a => a.What).Distinct().Count().ShouldBe(3, "It did too little.");
        again.Log.Lines.ShouldBeEmpty();
    }
}
