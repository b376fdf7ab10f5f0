using CsDashboard.Customers;
using CsDashboard.Customers.Merging;
using CsDashboard.Customers.Privacy;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Engagement;

/// <summary>Rewards for special dates, on each database.</summary>
public sealed class RewardsTests
{
    private static Task Born(House house, Actor who, int month, int day) =>
        house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Change(house.Amina, who.CustomerId!.Value, new CustomerChange { Birthday = new DateOnly(1990, month, day) });

    private static Task<IReadOnlyList<RewardView>> Dates(House house, Actor who) => house.Rewards.SpecialDates(who, who.CustomerId!.Value);

    // contract: membership, Rewards.
    [Fact]
    public async Task The_kinds_are_worth_what_the_rules_say()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        (await house.Get<RewardSettings>().Kinds(house.David))
            .Select(k => (k.Kind, k.Points, k.Discount, k.ValidDays))
            .ShouldBe([
                (RewardKind.Birthday, 500, 25, 30),
                (RewardKind.Anniversary, 300, 15, 30),
                (RewardKind.Holiday, 200, 10, 7),
                (RewardKind.Milestone, 400, 20, 60),
            ]);
    }

    [Theory, EachDatabase]
    public async Task A_birthday_is_to_come_then_claimed_once_and_its_points_follow_by_the_event(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await Born(house, house.David, 3, 12);
        var coming = (await house.Rewards.Upcoming(house.David, house.David.CustomerId!.Value))[0];
        (coming.Kind, coming.DaysUntil(house.Clock.Now()), coming.State).ShouldBe((RewardKind.Birthday, 10, RewardState.Upcoming));
        (await Should.ThrowAsync<Refusal>(() => house.Rewards.Claim(house.David, house.David.CustomerId!.Value, coming.Id))).Code.ShouldBe(
            "reward_early"
        );
        house.Clock.AdvanceDays(10);
        var claimed = await house.Rewards.Claim(house.David, house.David.CustomerId!.Value, coming.Id);
        (claimed.State, claimed.Points, claimed.Discount, claimed.Code!.StartsWith("RW-", StringComparison.Ordinal)).ShouldBe(
            (RewardState.Claimed, 500, 25, true)
        );
        (await house.Of(house.David)).Balance.ShouldBe(0);
        await house.Drain();
        (await house.Of(house.David)).Balance.ShouldBe(500);
        (
            await Should.ThrowAsync<Refusal>(() => house.Rewards.Claim(house.David, house.David.CustomerId!.Value, coming.Id))
        ).ShouldSatisfyAllConditions(r => r.Kind.ShouldBe(RefusalKind.Conflict), r => r.Code.ShouldBe("reward_claimed"));
        (await house.Rewards.History(house.David, house.David.CustomerId!.Value)).ShouldHaveSingleItem().Id.ShouldBe(coming.Id);
        (await Dates(house, house.David)).Single(r => r.Id == coming.Id).State.ShouldBe(RewardState.Claimed);
        await house.ShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task Ten_claims_at_once_take_a_reward_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await Born(house, house.David, 3, 3);
        house.Clock.AdvanceDays(2);
        var open = (await Dates(house, house.David)).Single(r => r.State == RewardState.Open && r.Kind == RewardKind.Birthday);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(async _ =>
                {
                    try
                    {
                        await house.Rewards.Claim(house.David, house.David.CustomerId!.Value, open.Id);
                        return true;
                    }
                    catch (Refusal refusal) when (refusal.Code == "reward_claimed")
                    {
                        return false;
                    }
                })
        );
        outcomes.Count(o => o).ShouldBe(1);
        await house.Drain();
        (await house.Of(house.David)).Balance.ShouldBe(500);
    }

    [Theory, EachDatabase]
    public async Task One_that_was_missed_is_over_and_one_of_another_is_not_found(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Born(house, house.David, 3, 4);
        house.Clock.AdvanceDays(40);
        var missed = (await Dates(house, house.David)).Single(r => r.State == RewardState.Expired);
        (await Should.ThrowAsync<Refusal>(() => house.Rewards.Claim(house.David, house.David.CustomerId!.Value, missed.Id))).Code.ShouldBe(
            "reward_expired"
        );
        (await Should.ThrowAsync<Refusal>(() => house.Rewards.Claim(house.Sara, house.Sara.CustomerId!.Value, missed.Id))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        (await Should.ThrowAsync<Refusal>(() => house.Rewards.Claim(house.Sara, house.David.CustomerId!.Value, missed.Id))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        (await Should.ThrowAsync<Refusal>(() => house.Rewards.Get(house.Sara, missed.Id))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => house.Rewards.Get(house.Olga, missed.Id))).Kind.ShouldBe(RefusalKind.NotFound);
        (await house.Rewards.Get(house.Karim, missed.Id)).Points.ShouldBe(500);
    }

    [Theory, EachDatabase]
    public async Task Milestones_are_reached_by_orders_that_count_and_by_tiers_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        for (var i = 0; i < 5; i++)
            await house.Order(house.David, $"A-{i}", 300, i == 0 ? "cancelled" : "delivered");
        (await Dates(house, house.David))
            .Where(r => r.Kind == RewardKind.Milestone)
            .ShouldHaveSingleItem()
            .Key.ShouldBe("milestone-tier-silver");
        await house.Order(house.David, "A-0", 300, "delivered");
        await house.Order(house.David, "A-0", 300, "cancelled");
        await house.Order(house.David, "A-0", 300, "delivered");
        (await Dates(house, house.David))
            .Where(r => r.Kind == RewardKind.Milestone)
            .Select(r => (r.Key, r.State))
            .ShouldBe([("milestone-tier-silver", RewardState.Open), ("milestone-orders-5", RewardState.Open)]);
    }

    // A merge that is undone gives back what it moved (contract C5).
    [Theory, EachDatabase]
    public async Task A_merge_adds_up_the_orders_of_both_and_its_undoing_parts_them_again(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var added = await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Add(house.Karim, new NewCustomer { Name = "David twin", Email = "david.twin@example.org" });
        var (merges, twin) = (house.Get<Merges>(), house.David with { CustomerId = added.Id });
        await house.Emptied();
        async Task<int> Orders(Actor who)
        {
            await using var db = house.Store.Open(house.Product);
            return await db.RewardMembers.Where(m => m.CustomerId == who.CustomerId).Select(m => m.Orders).SingleAsync();
        }
        async Task<bool> Reached(Actor who, string key) =>
            (await house.Rewards.SpecialDates(house.Karim, who.CustomerId!.Value)).Any(r => r.Key == key);
        for (var i = 0; i < 3; i++)
            await house.Order(house.David, $"D-{i}", 10);
        for (var i = 0; i < 4; i++)
            await house.Order(twin, $"T-{i}", 10);
        for (var round = 1; round <= 2; round++)
        {
            var merge = await merges.Merge(house.Amina, house.David.CustomerId!.Value, added.Id);
            (await Orders(house.David)).ShouldBe(6 + round);
            await house.Order(house.David, $"L-{round}", 10);
            (await Orders(house.David)).ShouldBe(7 + round);
            await merges.Undo(house.Amina, merge.Id);
            ((await Orders(house.David)), (await Orders(twin))).ShouldBe((3 + round, 4));
        }
        (await Reached(house.David, "milestone-orders-5")).ShouldBeFalse();
        await house.Order(twin, "T-9", 10);
        (await Orders(twin)).ShouldBe(5);
        (await Reached(twin, "milestone-orders-5")).ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task Holidays_and_anniversaries_come_by_their_days_and_no_more_than_five_are_announced(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var settings = house.Get<RewardSettings>();
        for (var i = 1; i <= 6; i++)
            await settings.SaveHoliday(
                house.Amina,
                null,
                new HolidayInput
                {
                    Name = "Day " + i,
                    Date = new DateOnly(2026, 4, i),
                    Days = 2,
                }
            );
        (await house.Rewards.Upcoming(house.David, house.David.CustomerId!.Value))
            .Select(r => r.Title)
            .ShouldBe(["Day 1", "Day 2", "Day 3", "Day 4", "Day 5"]);
        var first = (await settings.Holidays(house.Amina)).Single(h => h.Name == "Day 1");
        await settings.SaveHoliday(
            house.Amina,
            first.Id,
            new HolidayInput
            {
                Name = "Day 1",
                Date = first.Date,
                Days = 2,
                IsOn = false,
            }
        );
        (await house.Rewards.Upcoming(house.David, house.David.CustomerId!.Value))[0].Title.ShouldBe("Day 2");
        (await settings.Holidays(house.Omar)).ShouldNotContain(h => h.Name.StartsWith("Day 1", StringComparison.Ordinal));
        (
            await Should.ThrowAsync<Refusal>(() =>
                settings.SaveHoliday(house.Omar, first.Id, new HolidayInput { Name = "x", Date = first.Date })
            )
        ).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => settings.SaveHoliday(house.Amina, null, new HolidayInput { Name = "x" })))
            .Fields[0]
            .Field.ShouldBe("date");
        await settings.SaveKind(
            house.Amina,
            RewardKind.Anniversary,
            new TermsInput
            {
                Points = 333,
                Discount = 5,
                ValidDays = 3,
            }
        );
        house.Clock.AdvanceDays(366);
        (await Dates(house, house.David)).Single(r => r.Kind == RewardKind.Anniversary && r.State == RewardState.Open).Points.ShouldBe(333);
        (
            await Should.ThrowAsync<Refusal>(() =>
                settings.SaveKind(house.Amina, RewardKind.Birthday, new TermsInput { Points = -1, Discount = 101 })
            )
        )
            .Fields.Select(f => f.Field)
            .ShouldBe(["points", "discount", "validDays"]);
        (await Should.ThrowAsync<Refusal>(() => settings.SaveKind(house.Karim, RewardKind.Birthday, new TermsInput()))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
    }

    [Theory, EachDatabase]
    public async Task A_customer_gives_a_birthday_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var customers = house.Get<CsDashboard.Customers.CustomerRecords>();
        Task Mine(DateOnly? day) => customers.ChangeMine(house.David, new OwnDetails { Name = "David", Birthday = day });
        await Mine(new(1990, 3, 4));
        await Mine(new(1990, 3, 4));
        (await Should.ThrowAsync<Refusal>(() => Mine(new(1990, 3, 5)))).Fields[0].Field.ShouldBe("birthday");
        (await Should.ThrowAsync<Refusal>(() => Mine(new(1890, 3, 5)))).Fields[0].Field.ShouldBe("birthday");
        await customers.Change(house.Amina, house.David.CustomerId!.Value, new CustomerChange { Birthday = new(1991, 3, 4) });
        (await house.Get<CustomerLists>().Get(house.David, house.David.CustomerId!.Value)).Facts.Birthday.ShouldBe(new(1991, 3, 4));
    }

    [Theory, EachDatabase]
    public async Task Who_is_erased_leaves_amounts_without_words(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await house.Give(house.David, 70, "For the broken vase of his aunt");
        await house.Drain();
        var number = (await house.Get<CsDashboard.Customers.CustomerRecords>().Get(house.Amina, house.David.CustomerId!.Value)).UniqueId;
        await house.Get<Erasures>().Begin(house.Amina, house.David.CustomerId!.Value, new ErasureInput { Confirm = number });
        await house.Get<Erasures>().RunLeft(house.Product);
        await using var db = house.Store.Open(house.Product);
        var id = house.David.CustomerId!.Value;
        (await db.LoyaltyEntries.SingleAsync(e => e.CustomerId == id)).ShouldSatisfyAllConditions(
            e => e.Points.ShouldBe(70),
            e => e.Reason.ShouldBeNull()
        );
        (await db.Events.Where(e => e.ForCustomer == id).Select(e => e.Payload).ToListAsync()).ShouldAllBe(p => !p.Contains("vase"));
    }
}
