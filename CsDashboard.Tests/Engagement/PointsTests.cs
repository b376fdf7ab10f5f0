using CsDashboard.Customers;
using CsDashboard.Customers.Merging;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Referrals;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Engagement;

/// <summary>Points are given, spent and taken back, on each database.</summary>
public sealed class PointsTests
{
    // contract C15: membership's bounds decide.
    [Theory]
    [InlineData(-5, LoyaltyTier.Bronze)]
    [InlineData(1000, LoyaltyTier.Bronze)]
    [InlineData(1001, LoyaltyTier.Silver)]
    [InlineData(5000, LoyaltyTier.Silver)]
    [InlineData(5001, LoyaltyTier.Gold)]
    [InlineData(10000, LoyaltyTier.Gold)]
    [InlineData(10001, LoyaltyTier.Platinum)]
    [InlineData(2_000_000, LoyaltyTier.Platinum)]
    public void The_tier_follows_the_points_of_a_lifetime(long lifetime, LoyaltyTier tier) => TierTerms.At(lifetime).ShouldBe(tier);

    // contract: membership, Loyalty tiers.
    [Fact]
    public void Tiers_are_worth_what_the_rules_say() =>
        TierTerms
            .All.Select(t => (t.Tier, t.MinPoints, t.MaxPoints, t.Discount))
            .ShouldBe([
                (LoyaltyTier.Bronze, 0, 1000, 5),
                (LoyaltyTier.Silver, 1001, 5000, 10),
                (LoyaltyTier.Gold, 5001, 10000, 15),
                (LoyaltyTier.Platinum, 10001, 999_999, 20),
            ]);

    [Theory, EachDatabase]
    public async Task Points_given_and_redeemed_are_lines_of_a_ledger_and_the_tier_stays(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        // contract: membership, Loyalty tiers: a new account has 0 points and is bronze.
        (await house.Of(house.David)).ShouldSatisfyAllConditions(
            v => v.Balance.ShouldBe(0),
            v => v.Tier.ShouldBe(LoyaltyTier.Bronze),
            v => v.ToNext.ShouldBe(1001)
        );
        (await house.Give(house.David, 1001)).ShouldSatisfyAllConditions(
            b => b.Points.ShouldBe(1001),
            b => b.Tier.ShouldBe(LoyaltyTier.Silver)
        );
        house.Clock.Advance(TimeSpan.FromDays(3));
        (await house.Redeem(house.David, 1000)).ShouldSatisfyAllConditions(
            b => b.Points.ShouldBe(1),
            b => b.Tier.ShouldBe(LoyaltyTier.Silver)
        );
        (await house.Of(house.David)).ShouldSatisfyAllConditions(
            v => v.Redeemed.ShouldBe(1000),
            v => v.Lifetime.ShouldBe(1001),
            v => v.DaysInTier(house.Clock.Now()).ShouldBe(3),
            v => v.ToNext.ShouldBe(4000),
            v => v.Progress.ShouldBe(0)
        );
        var ledger = await house.Ledger(house.David);
        ledger.Select(e => (e.Kind, e.Points, e.BalanceAfter)).ShouldBe([(EntryKind.Redeemed, -1000, 1), (EntryKind.Bonus, 1001, 1001)]);
        // Every entry answers why.
        ledger[1].Why.ShouldContain("For your patience");
        ledger[0].Why.ShouldContain("voucher");
        await house.ShouldAddUp(house.Nour);
        // The history and the bell show it.
        await house.Drain();
        (await house.Get<Timelines>().Read(house.Karim, house.David.CustomerId!.Value, "points"))
            .Items.Select(r => r.Kind)
            .ShouldContain(nameof(PointsBooked));
        (await house.Get<CsDashboard.Notifications.Inbox>().List(house.David)).Items.ShouldContain(n => n.Kind == "loyalty");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1000000000000000000")]
    [InlineData("1.5")]
    [InlineData(null)]
    public async Task What_is_no_whole_number_of_points_is_invalid(string? points)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var number = points is null ? (decimal?)null : decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture);
        var david = house.David.CustomerId!.Value;
        (await Should.ThrowAsync<Refusal>(() => house.Points.Give(house.Karim, david, new PointsInput { Points = number, Reason = "x" })))
            .Fields[0]
            .Field.ShouldBe("points");
        (await Should.ThrowAsync<Refusal>(() => house.Points.Redeem(house.David, david, number, "x"))).Fields[0].Field.ShouldBe("points");
    }

    [Theory, EachDatabase]
    public async Task More_than_there_is_and_what_is_anothers_is_refused(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await house.Give(house.David, 100);
        (await Should.ThrowAsync<Refusal>(() => house.Redeem(house.David, 101))).ShouldSatisfyAllConditions(
            r => r.Kind.ShouldBe(RefusalKind.Invalid),
            r => r.Fields[0].Field.ShouldBe("points")
        );
        var (sara, david) = (house.Sara.CustomerId!.Value, house.David.CustomerId!.Value);
        (await Should.ThrowAsync<Refusal>(() => house.Points.Redeem(house.Sara, david, 1, "x"))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => house.Points.Of(house.Olga, david))).Kind.ShouldBe(RefusalKind.NotFound);
        (
            await Should.ThrowAsync<Refusal>(() => house.Points.Give(house.Olga, david, new PointsInput { Points = 5, Reason = "x" }))
        ).Kind.ShouldBe(RefusalKind.NotFound);
        (
            await Should.ThrowAsync<Refusal>(() => house.Points.Give(house.Sara, sara, new PointsInput { Points = 5, Reason = "x" }))
        ).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => house.Points.Give(house.Karim, david, new PointsInput { Points = 5 })))
            .Fields[0]
            .Field.ShouldBe("reason");
        (await Should.ThrowAsync<Refusal>(() => house.Points.Redeem(house.David, david, 5, " "))).Fields[0].Field.ShouldBe("rewardId");
        (await house.Of(house.David)).Balance.ShouldBe(100);
    }

    [Theory, EachDatabase]
    public async Task Fifty_redeems_at_once_spend_a_point_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await house.Give(house.David, 100);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(async _ =>
                {
                    try
                    {
                        await house.Redeem(house.David, 10);
                        return true;
                    }
                    catch (Refusal refusal) when (refusal.Code == "insufficient_points")
                    {
                        return false;
                    }
                })
        );
        outcomes.Count(done => done).ShouldBe(10);
        (await house.Of(house.David)).Balance.ShouldBe(0);
        await house.ShouldAddUp(house.Nour);
    }

    // contract: membership, Earning: a point for each riyal; contract: crm, Statistics: the value of orders is without cancelled and
    // returned ones.
    [Theory, EachDatabase]
    public async Task An_order_earns_once_and_gives_back_when_it_no_longer_counts(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await house.Order(house.David, "A-1", 209.90m, "placed");
        await house.Order(house.David, "A-1", 209.90m, "shipped");
        (await house.Of(house.David)).ShouldSatisfyAllConditions(
            v => v.Balance.ShouldBe(209),
            v => v.Locked.ShouldBe(209),
            v => v.Available.ShouldBe(0),
            v => v.UnlocksAt.ShouldNotBeNull()
        );
        (await house.Ledger(house.David))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Title.ShouldContain("A-1"), e => e.Why.ShouldContain("209.9 × 1"));
        // Locked points are not to be spent.
        (await Should.ThrowAsync<Refusal>(() => house.Redeem(house.David, 1))).Code.ShouldBe("insufficient_points");
        await house.Order(house.David, "A-1", 150m, "delivered");
        (await house.Of(house.David)).Balance.ShouldBe(150);
        await house.Order(house.David, "A-1", 150m, "returned");
        (await house.Of(house.David)).ShouldSatisfyAllConditions(v => v.Balance.ShouldBe(0), v => v.Lifetime.ShouldBe(0));
        await house.Order(house.David, "A-1", 150m, "delivered");
        (await house.Ledger(house.David)).Select(e => e.Points).ShouldBe([150, -150, -59, 209]);
        house.Clock.Advance(TimeSpan.FromDays(15));
        (await house.Redeem(house.David, 150)).Points.ShouldBe(0);
        // What was spent is not asked back; the lifetime falls.
        await house.Order(house.David, "A-1", 150m, "returned");
        (await house.Of(house.David)).ShouldSatisfyAllConditions(v => v.Balance.ShouldBe(0), v => v.Lifetime.ShouldBe(0));
        await house.ShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task Orders_that_come_at_once_bring_what_they_would_one_by_one(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await house.Rules.Save(
            house.Amina,
            null,
            new RuleInput
            {
                On = "order",
                Name = "Silver twice",
                Amount = 2,
                PerUnit = true,
                Tiers = ["silver"],
                Cap = 900,
            }
        );
        (string Number, decimal Total, string Status)[] story =
        [
            ("1", 600, "placed"),
            ("1", 700, "shipped"),
            ("2", 500, "delivered"),
            ("3", 200.5m, "delivered"),
            ("2", 500, "returned"),
            ("4", 400, "placed"),
            ("2", 500, "delivered"),
            ("5", 60, "placed"),
            ("6", 70, "placed"),
            ("7", 80, "cancelled"),
        ];
        foreach (var (number, total, status) in story)
            await house.Order(house.David, "D-" + number, total, status);
        foreach (var (number, total, status) in story)
            await house.Order(house.Sara, "S-" + number, total, status, drain: false);
        await house.Drain();
        var alone = (await house.Ledger(house.David)).Select(e => (e.Kind, e.Points, e.BalanceAfter)).ToList();
        (await house.Ledger(house.Sara)).Select(e => (e.Kind, e.Points, e.BalanceAfter)).ShouldBe(alone);
        alone.Count.ShouldBeGreaterThan(story.Length, "The second rule never counted.");
        await using var db = house.Store.Open(house.Product);
        foreach (var member in new[] { house.David, house.Sara })
        {
            (await db.RewardMilestones.Where(m => m.CustomerId == member.CustomerId).Select(m => m.Key).ToListAsync()).ShouldBe(
                ["orders-5", "tier-silver"],
                ignoreOrder: true
            );
            (await db.RewardMembers.SingleAsync(m => m.CustomerId == member.CustomerId)).Orders.ShouldBe(6);
        }
        await house.ShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task What_an_entry_gave_is_taken_back_by_hand_once_and_with_a_reason(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        var david = house.David.CustomerId!.Value;
        await house.Give(house.David, 300, "For your patience");
        house.Clock.AdvanceMinutes(1);
        await house.Give(house.David, 50, "By mistake");
        await house.Order(house.David, "A-1", 100);
        await house.Redeem(house.David, 40);
        var entries = await house.Ledger(house.David);
        async Task Takes(EntryView entry, Actor? who = null, string? reason = "Given twice") =>
            await house.Points.TakeBack(who ?? house.Karim, david, entry.Id, new TakeBackInput { Reason = reason });
        var (redeemed, earned, mistake, gift) = (entries[0], entries[1], entries[2], entries[3]);

        (await Should.ThrowAsync<Refusal>(() => Takes(mistake, reason: " "))).Fields[0].Field.ShouldBe("reason");
        (await Should.ThrowAsync<Refusal>(() => Takes(mistake, reason: new string('x', 201)))).Fields[0].Field.ShouldBe("reason");
        (await Should.ThrowAsync<Refusal>(() => Takes(mistake, house.David))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => Takes(mistake, house.Olga))).Kind.ShouldBe(RefusalKind.NotFound);
        (
            await Should.ThrowAsync<Refusal>(() =>
                house.Points.TakeBack(house.Karim, house.Sara.CustomerId!.Value, mistake.Id, new() { Reason = "x" })
            )
        ).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => Takes(redeemed))).Code.ShouldBe("nothing_to_take");

        // Two at once take it once: 300 + 50 + 100 - 40 - 50.
        (
            await Task.WhenAll(
                Enumerable
                    .Range(0, 2)
                    .Select(async _ =>
                    {
                        try
                        {
                            await Takes(mistake);
                            return "taken";
                        }
                        catch (Refusal refusal)
                        {
                            return refusal.Code;
                        }
                    })
            )
        ).ShouldBe(["taken", "nothing_to_take"], ignoreOrder: true);
        (await house.Of(house.David)).ShouldSatisfyAllConditions(v => v.Balance.ShouldBe(360), v => v.Lifetime.ShouldBe(400));
        (await house.Ledger(house.David))[0]
            .ShouldSatisfyAllConditions(
                e => e.Kind.ShouldBe(EntryKind.Reversed),
                e => e.Points.ShouldBe(-50),
                e => e.Why.ShouldContain("Given twice")
            );

        // What was spent is not asked back.
        await Takes(gift);
        (await house.Of(house.David)).ShouldSatisfyAllConditions(v => v.Balance.ShouldBe(60), v => v.Lifetime.ShouldBe(100));
        // The rule knows of it: the order that goes back takes nothing more, and the same order sent again gives nothing.
        await Takes(earned);
        await house.Order(house.David, "A-1", 100, "shipped");
        await house.Order(house.David, "A-1", 100, "returned");
        (await house.Of(house.David)).ShouldSatisfyAllConditions(v => v.Balance.ShouldBe(0), v => v.Lifetime.ShouldBe(0));
        (await house.Events(house.Nour))
            .Where(e => e.Action == "POINTS_REVERSED")
            .Select(e => e.ActorName)
            .ShouldBe(["Karim", "Karim", "Karim"]);
        await house.ShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task An_event_that_is_told_twice_books_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await house.Order(house.David, "A-1", 100);
        var told = (await house.Events(house.Nour)).Last(e => e.Kind == nameof(OrderRecorded));
        for (var i = 0; i < 3; i++)
            await house.Store.Write(
                Actor.System(house.Nour, house.Clock),
                db =>
                    house
                        .Get<Earning>()
                        .Handle(
                            [
                                new Recorded<OrderRecorded>(
                                    (OrderRecorded)told.Happening()!,
                                    told.Id,
                                    told.TenantId,
                                    told.At,
                                    null,
                                    "Shop",
                                    Role.Service,
                                    false
                                ),
                            ],
                            db
                        )
            );
        (await house.Of(house.David)).Balance.ShouldBe(100);
        await house.ShouldAddUp(house.Nour);
    }

    // contract: membership, Earning: 100 for each new customer referred; both sides get them.
    [Theory, EachDatabase]
    public async Task A_completed_referral_rewards_both_sides(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await house.Get<Referrals>().Track(house.Karim, house.Sara.CustomerId!.Value, house.David.CustomerId!.Value);
        await house.Order(house.David, "A-1", 40);
        ((await house.Of(house.Sara)).Balance, (await house.Of(house.David)).Balance).ShouldBe((100, 140));
    }

    [Theory, EachDatabase]
    public async Task Points_that_expire_first_go_first_and_are_warned_of_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        var rule = (await house.Rules.List(house.Amina)).Single(r => r.On == EarnOn.Order);
        rule.Rule.LockDays = 0;
        rule.Rule.ExpiryDays = 20;
        await house.Rules.Save(house.Amina, rule.Id, rule.Rule);
        await house.Give(house.David, 100);
        await house.Order(house.David, "A-1", 50);
        (await house.Of(house.David)).ShouldSatisfyAllConditions(
            v => v.Expiring.ShouldBe(50),
            v => v.ExpiresAt.ShouldBe(house.Clock.Now().AddDays(20))
        );
        await house.Redeem(house.David, 30);
        (await house.Of(house.David)).Expiring.ShouldBe(20);
        for (var i = 0; i < 2; i++)
            await house.Get<PointExpiry>().Run(house.Product);
        await house.Drain();
        (await house.Get<CsDashboard.Notifications.Inbox>().List(house.David))
            .Items.Count(n => n.Title.StartsWith("20 ", StringComparison.Ordinal))
            .ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromDays(21));
        await house.Get<PointExpiry>().Run(house.Product);
        (await house.Of(house.David)).ShouldSatisfyAllConditions(v => v.Balance.ShouldBe(100), v => v.Lifetime.ShouldBe(150));
        (await house.Ledger(house.David))[0]
            .ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(EntryKind.Expired), e => e.Points.ShouldBe(-20));
        await house.ShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task Records_that_become_one_have_one_ledger_and_two_again_when_parted(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        var twin = (
            await house
                .Get<CsDashboard.Customers.CustomerRecords>()
                .Add(house.Karim, new NewCustomer { Name = "Twin", Email = "twin@example.org" })
        ).Id;
        await house.Points.Give(house.Karim, twin, new PointsInput { Points = 80, Reason = "x" });
        await house.Give(house.David, 1000);
        var merge = await house.Get<Merges>().Merge(house.Amina, house.David.CustomerId!.Value, twin);
        (await house.Of(house.David)).ShouldSatisfyAllConditions(v => v.Balance.ShouldBe(1080), v => v.Tier.ShouldBe(LoyaltyTier.Silver));
        await house.Redeem(house.David, 1050);
        await house.Get<Merges>().Undo(house.Amina, merge.Id);
        var (mine, theirs) = ((await house.Of(house.David)).Balance, (await house.Points.Of(house.Karim, twin)).Balance);
        (mine + theirs).ShouldBe(30);
        mine.ShouldBeGreaterThanOrEqualTo(0);
        theirs.ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory, EachDatabase]
    public async Task Whatever_happens_in_whatever_order_the_ledger_adds_up(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        var random = new Random(20261120);
        Actor[] members = [house.Sara, house.David];
        string[] states = ["placed", "shipped", "delivered", "cancelled", "returned"];
        for (var i = 0; i < 120; i++)
        {
            var member = members[random.Next(2)];
            switch (random.Next(6))
            {
                case 0:
                    await house.Give(member, random.Next(1, 900));
                    break;
                case 1 or 2:
                    await house.Order(
                        member,
                        $"{member.Name}-{random.Next(8)}",
                        random.Next(1, 1500),
                        states[random.Next(states.Length)],
                        drain: random.Next(3) == 0
                    );
                    break;
                case 3:
                    try
                    {
                        await house.Redeem(member, random.Next(1, 700));
                    }
                    catch (Refusal refusal) when (refusal.Code == "insufficient_points") { }
                    break;
                case 4:
                    house.Clock.Advance(TimeSpan.FromDays(random.Next(1, 40)));
                    break;
                default:
                    await house.Get<PointExpiry>().Run(house.Product);
                    break;
            }
        }
        await house.Drain();
        await house.ShouldAddUp(house.Nour);
        await house.OrdersShouldHaveEarnedOnce(house.Nour);
        (await house.Ledger(house.Sara)).Select(e => e.Kind).Distinct().Count().ShouldBeGreaterThan(3, "The sequence tries too little.");
    }

    [Theory, EachDatabase]
    public async Task The_figures_of_a_company_are_sums_of_its_own_ledger(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await house.Give(house.David, 1001);
        await house.Give(house.Sara, 99);
        await house.Redeem(house.David, 110);
        var figures = await house.Points.Figures(house.Amina);
        (figures.Issued, figures.Redeemed, figures.Liability, figures.RedemptionRate, figures.Members).ShouldBe((1100, 110, 990, 0.1m, 2));
        (figures.ByTier[LoyaltyTier.Silver], figures.Series.Sum(s => s.Issued)).ShouldBe((1, 1100));
        (await house.Points.Figures(house.Omar)).Issued.ShouldBe(0);
        (await Should.ThrowAsync<Refusal>(() => house.Points.Figures(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task Figures_are_told_by_days_of_UTC_and_old_points_that_are_redeemed_are_no_more_than_all(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        async Task At(string time, long issued, long redeemed)
        {
            house.Clock.Advance(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture) - house.Clock.GetUtcNow());
            if (issued > 0)
                await house.Give(house.David, issued);
            if (redeemed > 0)
                await house.Redeem(house.David, redeemed);
        }
        await At("2026-06-01T10:00:00Z", 1000, 0);
        await At("2026-08-31T23:59:59.999Z", 5, 0);
        await At("2026-09-01T00:00:00Z", 7, 300);
        await At("2026-09-30T12:00:00Z", 0, 200);
        var month = await house.Points.Figures(house.Amina);
        // The thirty days to the last of September begin with its first.
        (month.Issued, month.Redeemed, month.Series.Count, month.Series[0], month.Series[^1]).ShouldBe(
            (7, 500, 30, new PointDay(new(2026, 9, 1), 7, 300), new PointDay(new(2026, 9, 30), 0, 200))
        );
        // Of 1,012 that David had or got, 500: not of the seven that were issued.
        month.RedemptionRate.ShouldBe(500m / 1012);
        var quarter = await house.Points.Figures(house.Amina, 90);
        (
            quarter.Issued,
            quarter.Redeemed,
            quarter.Series.Sum(s => s.Issued),
            quarter.Series.Sum(s => s.Redeemed),
            quarter.Series.Count
        ).ShouldBe((12, 500, 12, 500, 30));
        var year = await house.Points.Figures(house.Amina, 365);
        (year.Issued, year.Series.Sum(s => s.Issued), year.Series.Sum(s => s.Redeemed)).ShouldBe((1012, 1012, 500));
        (await house.Points.Figures(house.Omar)).RedemptionRate.ShouldBeNull();
    }
}
