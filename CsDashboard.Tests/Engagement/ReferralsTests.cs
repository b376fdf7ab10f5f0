using CsDashboard.Customers;
using CsDashboard.Customers.Merging;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Offers;
using CsDashboard.Engagement.Referrals;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;

namespace CsDashboard.Tests.Engagement;

/// <summary>contract: membership, Referral: from the link to the first order, and what an agent decides in between.</summary>
public sealed class ReferralsTests
{
    private static Actor Shop(House house) => house.Karim with { Role = Role.Service, UserId = null, Name = "Shop" };

    private static Task Buys(House house, Guid customer, string number, string status = "placed") =>
        house
            .Get<Orders>()
            .Record(
                Shop(house),
                customer,
                new OrderInput
                {
                    Number = number,
                    Status = status,
                    Total = 20,
                }
            );

    private static async Task<Actor> Registers(
        House house,
        string name,
        string email,
        string? code,
        string address = "198.51.100.9",
        Guid? browserOf = null
    )
    {
        var outcome = await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Register(
                new Registration
                {
                    Name = name,
                    Email = email,
                    Password = NamedCast.Password,
                },
                house.At(address),
                tokens: false
            );
        await house.Get<Referrals>().Join(outcome.Actor, code, browserOf);
        return outcome.Actor;
    }

    private static async Task<ReferralStatus> Status(House house, Actor referee) =>
        (await house.Get<ReferralCases>().List(house.Karim, null)).Items.Single(c => c.Referee == referee.Name).Status;

    [Theory, EachDatabase]
    public async Task The_first_order_of_who_came_by_a_link_completes_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (referrals, sara) = (house.Get<Referrals>(), house.Sara.CustomerId!.Value);
        var link = await referrals.Link(house.Sara, sara);
        // contract: membership, Referral: 16 upper-case hex, <site>/ref/<code>; called again, the same.
        link.Code.ShouldMatch("^[0-9A-F]{16}$");
        link.Link.ShouldEndWith("/ref/" + link.Code);
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => referrals.Link(house.Sara, sara)))).ShouldAllBe(l =>
            l.Code == link.Code && l.ExpiresAt == link.ExpiresAt
        );
        (await referrals.Opened(link.Code, house.Clock)).ShouldBeTrue();
        (await referrals.Opened(link.Code, house.Clock)).ShouldBeTrue();
        // A code may be all digits, which have no small letters.
        var small = link.Code.Any(char.IsLetter) ? link.Code.ToLowerInvariant() : "x";
        foreach (var bad in new[] { "0000000000000000", small, "x", "", null, new string('A', 400) })
            (await referrals.Opened(bad, house.Clock)).ShouldBeFalse();

        var nadia = await Registers(house, "Nadia Aziz", "nadia@example.org", link.Code);
        (await referrals.History(house.Sara, sara)).Select(r => (r.Name, r.Status)).ShouldBe([("Nadia A.", ReferralStatus.Pending)]);
        // A cancelled order does not count.
        await Buys(house, nadia.CustomerId!.Value, "R-0", "cancelled");
        await house.Drain();
        (await Status(house, nadia)).ShouldBe(ReferralStatus.Pending);
        await Buys(house, nadia.CustomerId!.Value, "R-1");
        await house.Drain();
        await Buys(house, nadia.CustomerId!.Value, "R-2");
        await house.Drain();
        var completed = (await house.Events(house.Nour)).Where(e => e.Kind == nameof(ReferralCompleted)).ToList();
        var happened = completed.ShouldHaveSingleItem().Happening().ShouldBeOfType<ReferralCompleted>();
        (happened.ReferrerId, happened.RefereeId, happened.OrderNumber, happened.ForCustomer).ShouldBe(
            (sara, nadia.CustomerId!.Value, "R-1", sara)
        );
        // contract: membership, Referral: 100 × count by state; success is completed of all in whole percent.
        var funnel = await referrals.Funnel(house.Sara, sara);
        (funnel.Clicks, funnel.SignUps, funnel.CompletedRewards, funnel.PendingRewards, funnel.SuccessRate).ShouldBe((2, 1, 100, 0, 100));
    }

    [Theory, EachDatabase]
    public async Task A_referral_is_worth_what_the_rule_says_and_brought_what_the_ledger_says(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (referrals, sara, david) = (house.Get<Referrals>(), house.Sara.CustomerId!.Value, house.David.CustomerId!.Value);
        var friend = (
            await house
                .Get<CsDashboard.Customers.CustomerRecords>()
                .Add(house.Karim, new NewCustomer { Name = "Friend", Email = "friend@example.org" })
        ).Id;
        (await referrals.Track(house.Karim, sara, david)).Reward.ShouldBe(100);
        await Buys(house, david, "W-1");
        await house.Drain();
        var rule = (await house.Rules.List(house.Amina)).Single(r => r.On == EarnOn.Referral);
        rule.Rule.Amount = 40;
        rule.Rule.Multiplier = 2;
        await house.Rules.Save(house.Amina, rule.Id, rule.Rule);
        await referrals.Track(house.Karim, sara, friend);
        var funnel = await referrals.Funnel(house.Sara, sara);
        (funnel.Reward, funnel.CompletedRewards, funnel.PendingRewards).ShouldBe((80, 100, 80));
        (await referrals.History(house.Sara, sara))
            .Select(r => (r.Status, r.Reward))
            .ShouldBe([(ReferralStatus.Pending, 80), (ReferralStatus.Completed, 100)]);
        rule.Rule.IsOn = false;
        await house.Rules.Save(house.Amina, rule.Id, rule.Rule);
        (await referrals.Funnel(house.Sara, sara)).PendingRewards.ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task There_is_one_record_for_each_and_none_for_oneself(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (referrals, sara, david) = (house.Get<Referrals>(), house.Sara.CustomerId!.Value, house.David.CustomerId!.Value);
        var link = await referrals.Link(house.Sara, sara);
        (await referrals.Join(house.Sara, link.Code)).ShouldBeNull();
        (await referrals.Join(house.Oskar, link.Code)).ShouldBeNull("A code of another company.");
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => referrals.Track(house.Karim, sara, david)));
        made.Select(m => m.Id).Distinct().ShouldHaveSingleItem();
        (await referrals.Join(house.David, link.Code)).ShouldBeNull();
        (await Should.ThrowAsync<Refusal>(() => referrals.Track(house.Karim, sara, sara))).Fields[0].Field.ShouldBe("referredId");
        var third = (
            await house
                .Get<CsDashboard.Customers.CustomerRecords>()
                .Add(house.Karim, new NewCustomer { Name = "Third", Email = "third@example.org" })
        ).Id;
        (await Should.ThrowAsync<Refusal>(() => referrals.Track(house.Karim, third, david))).Code.ShouldBe("referral_taken");
        (await Should.ThrowAsync<Refusal>(() => referrals.Track(house.Sara, sara, third))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => referrals.Track(house.Karim, sara, house.Oskar.CustomerId!.Value))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        (await Should.ThrowAsync<Refusal>(() => referrals.History(house.David, sara))).Kind.ShouldBe(RefusalKind.NotFound);
        (
            await Should.ThrowAsync<Refusal>(() =>
                referrals
                    .Funnel(house.Olga, sara)
                    .ContinueWith(f => f.Result.SignUps == 0 ? throw Refusal.NotFound() : f.Result, TaskScheduler.Default)
            )
        ).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task A_code_is_good_for_a_year_and_then_again(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (referrals, sara) = (house.Get<Referrals>(), house.Sara.CustomerId!.Value);
        var link = await referrals.Link(house.Sara, sara);
        house.Clock.AdvanceDays(366);
        (await referrals.Opened(link.Code, house.Clock)).ShouldBeFalse();
        var again = await referrals.Link(house.Sara, sara);
        (again.Code, again.ExpiresAt > house.Clock.Now()).ShouldBe((link.Code, true));
        (await referrals.Opened(link.Code, house.Clock)).ShouldBeTrue();
    }

    [Theory]
    [EachDatabase("nadia@mailinator.com", "198.51.100.9", false, "placed", ReferralDoubt.DisposableMail)]
    [EachDatabase("nadia@sub.yopmail.com", "198.51.100.9", false, "placed", ReferralDoubt.DisposableMail)]
    [EachDatabase("nadia@example.org", "198.51.100.1", false, "placed", ReferralDoubt.SameDevice)]
    [EachDatabase("nadia@example.org", "198.51.100.9", true, "placed", ReferralDoubt.SameDevice)]
    [EachDatabase("nadia@example.org", "198.51.100.9", false, "returned", ReferralDoubt.OrderReturned)]
    [EachDatabase("nadia@example.org", "198.51.100.9", false, "return requested", ReferralDoubt.OrderReturned)]
    public async Task With_a_doubt_it_waits_for_an_agent(
        DatabaseKind kind,
        string email,
        string address,
        bool ownBrowser,
        string status,
        ReferralDoubt doubt
    )
    {
        await using var house = await House.On(kind);
        var (referrals, cases, sara) = (house.Get<Referrals>(), house.Get<ReferralCases>(), house.Sara.CustomerId!.Value);
        await house.SignIn(house.Sara);
        var nadia = await Registers(
            house,
            "Nadia Aziz",
            email,
            (await referrals.Link(house.Sara, sara)).Code,
            address,
            ownBrowser ? sara : null
        );
        await Buys(house, nadia.CustomerId!.Value, "D-1", status);
        await house.Drain();
        var one = (await cases.List(house.Karim, ReferralStatus.Held)).Items.ShouldHaveSingleItem();
        one.Doubts.ShouldBe([doubt]);
        (await house.Events(house.Nour)).ShouldNotContain(e => e.Kind == nameof(ReferralCompleted));
        (await referrals.Funnel(house.Sara, sara)).PendingRewards.ShouldBe(100);
        if (status == "placed")
        {
            await cases.Decide(house.Karim, one.Id, true, "Brothers, asked both.");
            (await house.Events(house.Nour)).Select(e => e.Kind).ShouldBeSubsetOf((await house.Events(house.Nour)).Select(e => e.Kind));
            (await house.Events(house.Nour))
                .Where(e => e.Kind is nameof(ReferralCompleted) or nameof(ReferralDecided))
                .Select(e => (e.Kind, e.ActorName))
                .ShouldBe([(nameof(ReferralDecided), "Karim"), (nameof(ReferralCompleted), "Karim")], ignoreOrder: true);
            (await Status(house, nadia)).ShouldBe(ReferralStatus.Completed);
        }
        else
        {
            (await Should.ThrowAsync<Refusal>(() => cases.Decide(house.Karim, one.Id, false, " "))).Fields[0].Field.ShouldBe("note");
            await cases.Decide(house.Karim, one.Id, false, "The order came back.");
            (await Status(house, nadia)).ShouldBe(ReferralStatus.Declined);
            (await house.Events(house.Nour)).ShouldNotContain(e => e.Kind == nameof(ReferralCompleted));
        }
        (await Should.ThrowAsync<Refusal>(() => cases.Decide(house.Lena, one.Id, true, null))).Code.ShouldBe("not_held");
        (await Should.ThrowAsync<Refusal>(() => cases.Decide(house.Olga, one.Id, true, null))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => cases.Decide(house.Sara, one.Id, true, null))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await cases.List(house.Olga, null)).Items.ShouldBeEmpty();
    }

    // Completed by the first order, both sides rewarded by rule; held while there is a doubt (own address or device, disposable mail, a
    // return), which an agent decides with an entry in the history. A return after the completion is such a doubt as well.
    [Theory]
    [EachDatabase("returned", false)]
    [EachDatabase("returned", true)]
    [EachDatabase("cancelled", false)]
    public async Task When_the_order_comes_back_later_an_agent_decides_again_and_both_rewards_go_back(
        DatabaseKind kind,
        string back,
        bool spent
    )
    {
        await using var house = await House.On(kind);
        var (referrals, cases, sara) = (house.Get<Referrals>(), house.Get<ReferralCases>(), house.Sara.CustomerId!.Value);
        var nadia = await Registers(house, "Nadia Aziz", "nadia@example.org", (await referrals.Link(house.Sara, sara)).Code);
        await house.Emptied();
        async Task Orders(string number, string status)
        {
            house.Clock.AdvanceMinutes(1);
            await Buys(house, nadia.CustomerId!.Value, number, status);
            await house.Drain();
        }
        // Orders themselves earn nothing here, so that what is seen is the referral's alone.
        var rule = (await house.Rules.List(house.Amina)).Single(r => r.On == EarnOn.Order);
        rule.Rule.IsOn = false;
        await house.Rules.Save(house.Amina, rule.Id, rule.Rule);
        async Task<(long, long)> Both() => ((await house.Of(house.Sara)).Balance, (await house.Of(nadia)).Balance);

        await Orders("R-1", "delivered");
        await Orders("R-2", "delivered");
        (await Both()).ShouldBe((100, 100));
        // Another order, or a return that is only asked for, changes nothing.
        await Orders("R-2", back);
        await Orders("R-1", "return requested");
        (await Status(house, nadia)).ShouldBe(ReferralStatus.Completed);
        if (spent)
            await house.Redeem(house.Sara, 100);

        await Orders("R-1", back);
        var one = (await cases.List(house.Karim, ReferralStatus.Held)).Items.ShouldHaveSingleItem();
        (one.Doubts.ShouldHaveSingleItem(), one.CompletedAt, one.OrderNumber).ShouldBe((ReferralDoubt.OrderReturned, null, "R-1"));
        (await Both()).ShouldBe((0, 0));
        ((await house.Of(house.Sara)).Lifetime, (await house.Of(nadia)).Lifetime).ShouldBe((0, 0));
        (await house.Ledger(nadia))[0]
            .ShouldSatisfyAllConditions(
                e => e.Kind.ShouldBe(EntryKind.Reversed),
                e => e.Points.ShouldBe(-100),
                e => e.Title.ShouldContain("R-1")
            );
        (await house.Ledger(house.Sara))[0]
            .ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(EntryKind.Reversed), e => e.Title.ShouldNotContain("R-1"));
        var funnel = await referrals.Funnel(house.Sara, sara);
        (funnel.CompletedRewards, funnel.PendingRewards).ShouldBe((0, 100));
        // Sent again in that state, nothing more happens.
        await Orders("R-1", back);
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(ReferralReopened)).ShouldBe(1);

        await cases.Decide(house.Karim, one.Id, true, "Took another size.");
        await house.Drain();
        (await Status(house, nadia)).ShouldBe(ReferralStatus.Completed);
        // A second completion does not pay twice: what Sara spent of the first was hers.
        (await Both()).ShouldBe((spent ? 0 : 100, 100));
        ((await house.Of(house.Sara)).Lifetime, (await house.Of(nadia)).Lifetime).ShouldBe((100, 100));
        (await house.Events(house.Nour))
            .Where(e => e.Kind.StartsWith("Referral", StringComparison.Ordinal))
            .Select(e => e.Kind)
            .ShouldBe([
                nameof(ReferralMade),
                nameof(ReferralCompleted),
                nameof(ReferralReopened),
                nameof(ReferralDecided),
                nameof(ReferralCompleted),
            ]);
        await house.ShouldAddUp(house.Nour);
    }

    // The ledger fails on one turn of a referral and gets it again after the next one.
    [Theory]
    [EachDatabase(true, false)]
    [EachDatabase(true, true)]
    [EachDatabase(false, true)]
    public async Task A_turn_of_a_referral_that_is_told_late_books_nothing(DatabaseKind kind, bool firstFails, bool completedAgain)
    {
        await using var house = await House.On(kind);
        var (referrals, cases) = (house.Get<Referrals>(), house.Get<ReferralCases>());
        await house.Emptied();
        var rule = (await house.Rules.List(house.Amina)).Single(r => r.On == EarnOn.Order);
        rule.Rule.IsOn = false;
        await house.Rules.Save(house.Amina, rule.Id, rule.Rule);
        await Buys(house, house.David.CustomerId!.Value, "L-1", "delivered");
        var id = (await referrals.Track(house.Karim, house.Sara.CustomerId!.Value, house.David.CustomerId!.Value)).Id;
        async Task Turn(Func<Task> turn, bool fails)
        {
            await house.Drain();
            await turn();
            if (fails)
                await house.Database.Ask("ALTER TABLE \"LoyaltyEntries\" RENAME TO \"Elsewhere\"");
            await house.Drain();
            if (fails)
                await house.Database.Ask("ALTER TABLE \"Elsewhere\" RENAME TO \"LoyaltyEntries\"");
        }
        async Task<(long, long, long)> Both() =>
            (
                (await house.Of(house.Sara)).Balance,
                (await house.Of(house.David)).Balance,
                long.Parse(
                    await house.Database.Ask("SELECT count(*) FROM \"FailedDeliveries\" WHERE \"Handler\" IN ('Earning', 'ReferralsEarn')"),
                    System.Globalization.CultureInfo.InvariantCulture
                )
            );

        await Turn(() => cases.Decide(house.Karim, id, true, "Known to us."), firstFails);
        (await Both()).ShouldBe(firstFails ? (0, 0, 1) : (100, 100, 0));
        await Turn(() => Buys(house, house.David.CustomerId!.Value, "L-1", "returned"), !firstFails);
        // With the order itself, which the ledger hears of, too.
        (await Both()).ShouldBe(firstFails ? (0, 0, 1) : (100, 100, 2));
        if (completedAgain)
            await Turn(() => cases.Decide(house.Karim, id, true, "Took another size."), false);
        house.Clock.AdvanceMinutes(5);
        await house.Drain();
        (await Both()).ShouldBe(completedAgain ? (100, 100, 0) : (0, 0, 0));

        // From there on everything is as usual.
        if (!completedAgain)
            await Turn(() => cases.Decide(house.Karim, id, true, "Took another size."), false);
        (await Both()).ShouldBe((100, 100, 0));
        await Turn(() => Buys(house, house.David.CustomerId!.Value, "L-1", "delivered"), false);
        await Turn(() => Buys(house, house.David.CustomerId!.Value, "L-1", "returned"), false);
        (await Both()).ShouldBe((0, 0, 0));
        await house.ShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task The_list_of_cases_goes_on_where_a_page_ends(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (referrals, cases) = (house.Get<Referrals>(), house.Get<ReferralCases>());
        for (var i = 0; i < 53; i++)
        {
            house.Clock.AdvanceMinutes(1);
            var friend = await house
                .Get<CsDashboard.Customers.CustomerRecords>()
                .Add(house.Karim, new NewCustomer { Name = $"Friend {i}", Email = $"friend{i}@example.org" });
            if (i % 2 == 0)
                await Buys(house, friend.Id, $"P-{i}");
            await referrals.Track(house.Karim, house.Sara.CustomerId!.Value, friend.Id);
        }
        async Task<List<string>> All(ReferralStatus? status, params int[] sizes)
        {
            var names = new List<string>();
            string? after = null;
            foreach (var size in sizes)
            {
                var page = await cases.List(house.Karim, status, after);
                page.Items.Count.ShouldBe(size);
                names.AddRange(page.Items.Select(c => c.Referee));
                after = page.Next;
            }
            after.ShouldBeNull();
            return names;
        }
        (await All(null, 50, 3)).ShouldBe(Enumerable.Range(0, 53).Reverse().Select(i => $"Friend {i}"));
        (await All(ReferralStatus.Held, 27)).ShouldBe(Enumerable.Range(0, 53).Where(i => i % 2 == 0).Select(i => $"Friend {i}"));
        (await All(ReferralStatus.Pending, 26))[0].ShouldBe("Friend 51");
        (await Should.ThrowAsync<Refusal>(() => cases.List(house.Karim, null, "nonsense"))).Kind.ShouldBe(RefusalKind.Invalid);
    }

    [Theory, EachDatabase]
    public async Task Who_had_bought_before_waits_at_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Buys(house, house.David.CustomerId!.Value, "B-1");
        await house.Drain();
        (await house.Get<Referrals>().Track(house.Karim, house.Sara.CustomerId!.Value, house.David.CustomerId!.Value)).Status.ShouldBe(
            ReferralStatus.Held
        );
        (await house.Get<ReferralCases>().List(house.Karim, ReferralStatus.Held))
            .Items.Single()
            .Doubts.ShouldBe([ReferralDoubt.BoughtBefore]);
    }

    [Theory, EachDatabase]
    public async Task A_merge_takes_referrals_codes_and_offers_along_and_an_erasure_takes_them_out(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (referrals, customers, offers) = (
            house.Get<Referrals>(),
            house.Get<CsDashboard.Customers.CustomerRecords>(),
            house.Get<Offers>()
        );
        var twin = (await customers.Add(house.Karim, new NewCustomer { Name = "Sara twin", Email = "twin@example.org" })).Id;
        var friend = (await customers.Add(house.Karim, new NewCustomer { Name = "Friend", Email = "friend@example.org" })).Id;
        var code = (await referrals.Link(house.Karim, twin)).Code;
        await referrals.Track(house.Karim, twin, friend);
        await offers.AddFour(house.Amina);
        await offers.Apply(house.Karim, twin, "BOOKS2PLUS1");
        var (sara, merges) = (house.Sara.CustomerId!.Value, house.Get<Merges>());
        var merge = await merges.Merge(house.Amina, sara, twin);
        await house.Drain();
        (await referrals.History(house.Sara, sara)).Count.ShouldBe(1);
        (await referrals.Link(house.Sara, sara)).Code.ShouldBe(code);
        (await offers.History(house.Sara, sara)).Count.ShouldBe(1);
        await merges.Undo(house.Amina, merge.Id);
        await house.Drain();
        (await referrals.History(house.Sara, sara)).ShouldBeEmpty();
        (await referrals.Link(house.Karim, twin)).Code.ShouldBe(code);
        (await offers.History(house.Karim, twin)).Count.ShouldBe(1);
    }
}
