using CsDashboard.Foundation;
using CsDashboard.Security;
using CsDashboard.Security.Signing;

namespace CsDashboard.Tests.Security;

/// <summary>Calls that others sign (contract: market, Webhooks), on each database.</summary>
public sealed class SignedCallsTests
{
    [Theory, EachDatabase]
    public async Task A_signature_is_good_once_for_five_minutes_and_after_a_restart_too(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var now = house.Clock.GetUtcNow().ToUnixTimeSeconds();
        Task<bool> Take(House at, string signature, long time, string payload = "{\"a\": 1}") =>
            at.Get<SignedCalls>().Take(at.Product, payload, signature, $"{time}");
        // Nobody has a secret yet.
        (await Take(house, SignedCalls.Sign("", now, "{\"a\": 1}"), now)).ShouldBeFalse();
        var secret = await house.Get<SecuritySettings>().Renew(house.Amina);
        string Signed(long time, string payload = "{\"a\": 1}") => SignedCalls.Sign(secret, time, payload);

        (await Take(house, Signed(now), now, "{\"a\":1}")).ShouldBeFalse("The bytes are another body's.");
        (await Take(house, new string('0', 64), now)).ShouldBeFalse();
        (await Take(house, Signed(now), now)).ShouldBeTrue();
        (await Take(house, Signed(now), now)).ShouldBeFalse("It was shown before.");
        (await Take(house, Signed(now).ToUpperInvariant(), now)).ShouldBeFalse("It is the same in other letters.");
        await using var again = house.Again();
        (await Take(again, Signed(now), now)).ShouldBeFalse("Another process knows it, too.");
        foreach (var (time, isGood) in new[] { (now - 300, true), (now - 301, false), (now + 300, true), (now + 301, false) })
            (await Take(house, Signed(time), time)).ShouldBe(isGood, $"{time - now}");
        // The other company knows another secret.
        (await house.Get<SignedCalls>().Take(house.ProductOfOther, "x", SignedCalls.Sign(secret, now, "x"), $"{now}")).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Two_secrets_hold_while_senders_change_over_and_a_third_ends_the_first(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (settings, calls, now) = (house.Get<SecuritySettings>(), house.Get<SignedCalls>(), house.Clock.GetUtcNow().ToUnixTimeSeconds());
        var (one, two) = (await settings.Renew(house.Amina), await settings.Renew(house.Amina));
        Task<bool> Take(string secret, string payload) =>
            calls.Take(house.Product, payload, SignedCalls.Sign(secret, now, payload), $"{now}");
        (await Take(one, "1")).ShouldBeTrue();
        (await Take(two, "2")).ShouldBeTrue();
        var three = await settings.Renew(house.Amina);
        (await Take(one, "3")).ShouldBeFalse();
        (await Take(three, "4")).ShouldBeTrue();
        (await house.Database.Ask("SELECT \"Secret\" FROM \"SecurityTerms\""))!.ShouldNotContain(three);
        async Task Named(string field, string? payload, string? signature, string? time) =>
            (await Should.ThrowAsync<Refusal>(() => calls.Take(house.Product, payload, signature, time))).Fields[0].Field.ShouldBe(field);
        await Named("payload", null, "x", "1");
        await Named("payload", new string('x', SignedCalls.MaxPayload + 1), "x", "1");
        await Named("signature", "x", "", "1");
        await Named("timestamp", "x", "x", null);
        (await calls.Take(house.Product, "x", "x", "soon")).ShouldBeFalse();
    }
}
