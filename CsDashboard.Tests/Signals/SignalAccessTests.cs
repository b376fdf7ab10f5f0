using CsDashboard.Foundation;
using CsDashboard.Foundation.Live;
using CsDashboard.Notifications;
using CsDashboard.Signals;

namespace CsDashboard.Tests.Signals;

/// <summary>Which signals a customer sees, and when, follows the membership tier.</summary>
public sealed class SignalAccessTests
{
    private static Task Rule(House house, params (string Tier, int Minutes)[] rules) =>
        house.Get<SignalAccess>().Set(house.Amina, rules.ToDictionary(r => r.Tier, r => r.Minutes));

    [Theory, EachDatabase]
    public async Task Everybody_sees_every_signal_at_once_until_the_company_says_otherwise(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Publish();
        (await house.Seen(house.David)).Count.ShouldBe(1);
        await Rule(house, ("standard", SignalAccess.Never));
        (await house.Seen(house.David)).ShouldBeEmpty();
        (await house.Get<SignalLists>().SightOf(house.David)).Nothing.ShouldBeTrue();
        (await house.Seen(house.Amina)).Count.ShouldBe(1, "Staff see all.");
        await house.Tier(house.David, "premium");
        (await house.Seen(house.David)).Count.ShouldBe(1);
        (await house.Seen(house.Sara)).ShouldBeEmpty();
        (await house.Get<SignalAccess>().Get(house.Omar))["standard"].ShouldBe(0, "The rule is this company's own.");
    }

    [Theory, EachDatabase]
    public async Task A_tier_with_a_delay_sees_a_signal_when_its_time_has_come(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Rule(house, ("free", 30));
        await house.Tier(house.Sara, "free");
        var signal = await house.Publish();
        var lists = house.Get<SignalLists>();
        house.Clock.AdvanceMinutes(29);
        (await house.Seen(house.David)).Count.ShouldBe(1);
        (await house.Seen(house.Sara)).ShouldBeEmpty();
        (await lists.Pairs(house.Sara)).ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(() => lists.Get(house.Sara, signal.Id))).Kind.ShouldBe(RefusalKind.NotFound);
        (await (await house.Get<SignalRecord>().Lines(house.Sara)).ToListAsync()).ShouldBeEmpty(
            "The chain is handed out up to the first signal that is not theirs to see."
        );
        house.Clock.AdvanceMinutes(1);
        (await house.Seen(house.Sara)).Single().Id.ShouldBe(signal.Id);
        (await lists.Get(house.Sara, signal.Id)).Signal.Id.ShouldBe(signal.Id);
        (await (await house.Get<SignalRecord>().Lines(house.Sara)).ToListAsync()).Count.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Streams_carry_what_the_tier_sees_when_it_sees_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Rule(house, ("free", 30), ("starter", SignalAccess.Never));
        await house.Tier(house.Sara, "free");
        var (davids, saras, staffs, others) = (
            await Heard(house, house.David),
            await Heard(house, house.Sara),
            new List<string>(),
            await Heard(house, house.Oskar)
        );
        house.Feed.Listen(Topic.Company(house.Nour), m => staffs.Add(m.Name));
        var signal = await house.Publish();
        await house.Step(signal.Id, "entry_reached");
        davids.ShouldBe(["signal_published", "signal_updated"]);
        saras.ShouldBeEmpty();
        house.Clock.AdvanceMinutes(31);
        await house.Get<SignalReleases>().Due(house.Product);
        await house.Get<SignalReleases>().Due(house.Product);
        saras.ShouldBe(["signal_published"]);
        await house.Step(signal.Id, "closed", 46000);
        saras.ShouldBe(["signal_published", "signal_updated"]);
        davids.ShouldBe(["signal_published", "signal_updated", "signal_updated"]);
        staffs.ShouldBe(davids, "A release is nothing new to staff.");
        others.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Who_sees_a_signal_has_a_notice_of_it_and_nobody_else_and_no_mail_goes_out(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Rule(house, ("free", 30), ("starter", SignalAccess.Never));
        await house.Tier(house.Sara, "free");
        await house.Publish();
        await Tell(house);
        (await Notices(house, house.David)).Single().Title.ShouldBe("New signal: buy BTC/USD");
        (await Notices(house, house.Sara)).ShouldBeEmpty();
        foreach (var none in new[] { house.Amina, house.Karim, house.Oskar })
            (await Notices(house, none)).ShouldBeEmpty();
        house.Clock.AdvanceMinutes(30);
        await house.Get<SignalReleases>().Due(house.Product);
        await Tell(house);
        (await Notices(house, house.Sara)).Single().Title.ShouldBe("إشارة جديدة: شراء \u2068BTC/USD\u2069");
        (await Notices(house, house.David)).Count.ShouldBe(1);
        (
            await house.Database.Ask("SELECT count(*) FROM \"Notifications\" WHERE \"Channel\" = 'Email' AND \"Kind\" = 'signal_published'")
        ).ShouldBe("0");
    }

    [Fact]
    public async Task What_was_entered_silently_is_told_to_nobody()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Publish(by: house.Amina with { Silent = true });
        await Tell(house);
        (await Notices(house, house.David)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_delay_does_not_tell_as_new_what_was_seen_already()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Publish();
        house.Clock.AdvanceMinutes(60);
        await Rule(house, ("standard", 30));
        await house.Get<SignalReleases>().Due(house.Product);
        (await house.Events(house.Nour)).ShouldNotContain(e => e.Kind == nameof(SignalReleased));
    }

    [Fact]
    public async Task Publishing_says_to_how_many_it_goes()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var access = house.Get<SignalAccess>();
        (await access.Reach(house.Amina)).ShouldBe(new SignalReach(2, 0, 0));
        await Rule(house, ("free", 30), ("starter", SignalAccess.Never));
        await house.Tier(house.Sara, "free");
        (await access.Reach(house.Amina)).ShouldBe(new SignalReach(1, 1, 0));
        await house.Tier(house.Sara, "starter");
        (await access.Reach(house.Amina)).ShouldBe(new SignalReach(1, 0, 1));
        (await Should.ThrowAsync<Refusal>(() => access.Reach(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => Rule(house, ("gold", 1)))).Fields.Single().Field.ShouldBe("tier");
        (await Should.ThrowAsync<Refusal>(() => Rule(house, ("free", 10_081)))).Fields.Single().Field.ShouldBe("delay");
        (await Should.ThrowAsync<Refusal>(() => access.Set(house.Karim, new Dictionary<string, int>()))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
    }

    private static async Task<List<string>> Heard(House house, Actor customer)
    {
        var (heard, ear) = (new List<string>(), await house.Get<SignalAccess>().EarOf(customer));
        foreach (var group in ear.Groups)
            house.Feed.Listen(
                Topic.Group(customer.TenantId, group),
                m =>
                {
                    if (m is { Body.Length: > 0, Event: { } happening } && ear.Hears(happening))
                        heard.Add(m.Name);
                }
            );
        return heard;
    }

    private static async Task Tell(House house)
    {
        await house.Drain();
        while (await house.Get<SignalNotices>().TellSome()) { }
    }

    private static async Task<IReadOnlyList<InboxRow>> Notices(House house, Actor person) => (await house.Get<Inbox>().List(person)).Items;
}
