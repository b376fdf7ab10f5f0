using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Security;
using CsDashboard.Security.Telling;

namespace CsDashboard.Tests.Security;

/// <summary>What programs tell of people (contract: market, Lock-out and User risk), on each database.</summary>
public sealed class ToldTests
{
    private static Task<bool> Fail(House house, string who, string address = "203.0.113.5", Actor? by = null) =>
        house.Get<ToldSignIns>().Tell(by ?? house.Karim, new Told(who), address, "Firefox", succeeded: false, null);

    private static Task<bool> IsLocked(House house, string who, string address = "203.0.113.5") =>
        house.Get<ToldSignIns>().IsLocked(house.Karim, new Told(who), address);

    [Theory, EachDatabase]
    public async Task Five_failures_within_fifteen_minutes_lock_the_pair_for_fifteen(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 4; i++)
            (await Fail(house, "ann")).ShouldBeFalse();
        (await IsLocked(house, "ann")).ShouldBeFalse();
        (await Fail(house, "ann")).ShouldBeTrue();
        (await IsLocked(house, "ann")).ShouldBeTrue();
        // Exactly that pair.
        (await IsLocked(house, "ann", "203.0.113.6")).ShouldBeFalse();
        (await IsLocked(house, "bob")).ShouldBeFalse();
        // Another person from the same address counts all five with its own, and is locked as a pair of its own.
        (await Fail(house, "bob")).ShouldBeTrue();
        (await IsLocked(house, "bob")).ShouldBeTrue();
        // The lock-out is an event of its own, once, and weighs 0.8.
        var events = await house.Get<ToldEvents>().List(house.Amina, new(Who: "ann", Kind: "account_lockout"));
        var locked = events.ShouldHaveSingleItem();
        (locked.Severity, locked.Risk).ShouldBe((Severity.High, 0.8m));
        (await house.Get<RiskProfiles>().Of(house.Karim, new Told("ann"))).Score.ShouldBe(0.8m);
        house.Clock.Advance(TimeSpan.FromSeconds(899));
        (await IsLocked(house, "ann")).ShouldBeTrue();
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        (await IsLocked(house, "ann")).ShouldBeFalse();
        // Another company's people are other people.
        (await house.Get<ToldSignIns>().IsLocked(house.Olga, new Told("ann"), "203.0.113.5")).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Failures_of_more_than_fifteen_minutes_ago_and_successes_count_not(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Fail(house, "ann");
        house.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        for (var i = 0; i < 4; i++)
            await Fail(house, "ann");
        (await IsLocked(house, "ann")).ShouldBeFalse();
        await house.Get<ToldSignIns>().Tell(house.Karim, new Told("ann"), "203.0.113.5", "Firefox", succeeded: true, null);
        (await IsLocked(house, "ann")).ShouldBeFalse();
        (await Fail(house, "ann")).ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task An_admin_lifts_a_lock_out_and_it_begins_anew(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var signIns = house.Get<ToldSignIns>();
        for (var i = 0; i < 5; i++)
            await Fail(house, "ann");
        (await Should.ThrowAsync<Refusal>(() => signIns.Locks(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
        var row = (await signIns.Locks(house.Amina)).ShouldHaveSingleItem();
        (row.Who, row.Address, row.OfOurs).ShouldBe(("ann", "203.0.113.5", false));
        (await signIns.Locks(house.Omar)).ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(() => signIns.Lift(house.Omar, row.Id))).Kind.ShouldBe(RefusalKind.NotFound);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await signIns.Lift(house.Amina, row.Id);
        (await IsLocked(house, "ann")).ShouldBeFalse();
        (await signIns.Locks(house.Amina)).ShouldBeEmpty();
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 4; i++)
            (await Fail(house, "ann")).ShouldBeFalse();
        (await Fail(house, "ann")).ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task Risk_follows_events_by_seven_tenths_and_is_half_forgotten_in_thirty_days(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (events, risks, sara) = (house.Get<ToldEvents>(), house.Get<RiskProfiles>(), new Told("sara-1", house.Sara.CustomerId));
        Task<Guid> Tell(decimal risk, string what = "odd_thing") =>
            events.Record(
                house.Karim,
                sara,
                new()
                {
                    Kind = what,
                    Address = "203.0.113.5",
                    Risk = risk,
                }
            );
        (await risks.Of(house.Karim, sara)).ShouldBe(new UserRisk(0, 0, Risk.Low, []), new SameRisk());
        await Tell(0.9m);
        (await risks.Of(house.Karim, sara)).Score.ShouldBe(0.9m);
        await Tell(0.1m);
        await Tell(0, "other");
        // 0.7 x (0.7 x 0.9 + 0.3 x 0.1) + 0.3 x 0; by any of the customer's names.
        var risk = await risks.Of(house.Karim, new Told("by another name", house.Sara.CustomerId));
        (risk.Score, risk.Level).ShouldBe((0.462m, Risk.Medium));
        risk.Reasons.ShouldBe([("odd_thing", 2), ("other", 1)]);
        house.Clock.Advance(TimeSpan.FromDays(30));
        (await risks.Of(house.Karim, sara)).Now.ShouldBe(0.231m);
        (await risks.Of(house.Olga, new Told("sara-1"))).Score.ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task Secrets_in_details_are_not_kept_and_bad_input_is_named(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var events = house.Get<ToldEvents>();
        Task<Guid> Tell(string json, decimal risk = 0, string? what = "x", string? address = "::1") =>
            events.Record(
                house.Karim,
                new Told("ann"),
                new()
                {
                    Kind = what,
                    Address = address,
                    Risk = risk,
                    Details = JsonSerializer.Deserialize<JsonElement>(json),
                }
            );
        await Tell("""{"browser":"Firefox","password":"hunter2","deep":{"api_key":"k","list":[{"PIN":"1234"}]}}""");
        var details = (await events.List(house.Amina, new()))[0].Details!;
        details.ShouldContain("Firefox");
        foreach (var secret in new[] { "hunter2", "\"k\"", "1234" })
            details.ShouldNotContain(secret);
        async Task Named(string field, Func<Task> call) => (await Should.ThrowAsync<Refusal>(call)).Fields[0].Field.ShouldBe(field);
        await Named("details", () => Tell("[1]"));
        await Named("details", () => Tell($$"""{"a":"{{new string('x', 9_000)}}"}"""));
        await Named("risk_score", () => Tell("{}", 1.01m));
        await Named("event_type", () => Tell("{}", what: " "));
        await Named("ip_address", () => Tell("{}", address: null));
        await Named("user_id", () => Task.FromResult(new Told(new string('x', 101))));
        (await Should.ThrowAsync<Refusal>(() => events.List(house.Karim, new()))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await events.List(house.Omar, new())).ShouldNotContain(e => e.Who == "ann");
    }

    private sealed class SameRisk : IEqualityComparer<UserRisk>
    {
        public bool Equals(UserRisk? x, UserRisk? y) =>
            (x!.Score, x.Now, x.Level, x.Reasons.Count) == (y!.Score, y.Now, y.Level, y.Reasons.Count);

        public int GetHashCode(UserRisk obj) => 0;
    }
}
