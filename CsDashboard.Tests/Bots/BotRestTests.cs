using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Tests.Vault;

namespace CsDashboard.Tests.Bots;

/// <summary>Bots that rest, what is told of them, and the prices they know.</summary>
public sealed class BotRestTests
{
    [Theory, EachDatabase]
    public async Task A_bot_rests_as_long_as_it_is_told_and_goes_on_by_itself(DatabaseKind kind)
    {
        await using var house = await BotHouse.On(kind);
        house.Feed();
        (await Should.ThrowAsync<Refusal>(() => house.Bots.Pause(house.Amina, BotType.Crypto, 60))).Kind.ShouldBe(RefusalKind.Conflict);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true, "Begin");
        await house.Until(b => b.State == BotState.Running);
        foreach (var minutes in new[] { 0, 14, 7 * 24 * 60 + 1 })
            (await Should.ThrowAsync<Refusal>(() => house.Bots.Pause(house.Amina, BotType.Crypto, minutes)))
                .Fields[0]
                .Field.ShouldBe("minutes");
        (await Should.ThrowAsync<Refusal>(() => house.Bots.Pause(house.Karim, BotType.Crypto, 60))).Kind.ShouldBe(RefusalKind.Forbidden);

        await house.Bots.Pause(house.Amina, BotType.Crypto, 60, "News at two");
        var paused = await house.Until(b => b.State == BotState.Paused);
        (paused.IsActive, paused.PausedUntil, paused.Reason).ShouldBe((true, house.Clock.Now().AddMinutes(60), "News at two"));
        house.Clock.AdvanceMinutes(61);
        (await house.Until(b => b.State == BotState.Running)).PausedUntil.ShouldBeNull();

        await house.Bots.Pause(house.Amina, BotType.Crypto, 60);
        await house.Until(b => b.State == BotState.Paused);
        await house.Bots.Pause(house.Amina, BotType.Crypto, null);
        await house.Until(b => b.State == BotState.Running);
        // Switching off ends a pause: it must not come up by itself.
        await house.Bots.Pause(house.Amina, BotType.Crypto, 60);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: false);
        await house.Until(b => b.State == BotState.Off);
        house.Clock.AdvanceMinutes(61);
        await house.Host.Check();
        (await house.Bots.Get(house.Amina, BotType.Crypto)).State.ShouldBe(BotState.Off);

        // The log says all of it, the last first, to staff of the company alone.
        var log = await house.Bots.Log(house.Karim, BotType.Crypto);
        log[0].Sentence.ShouldContain("switched the crypto bot off");
        log.Select(l => l.Sentence).ShouldContain("paused the crypto bot: News at two");
        log[^1].Sentence.ShouldContain("Begin");
        (await house.Bots.Log(house.Karim, BotType.Forex)).ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(() => house.Bots.Log(house.David, BotType.Crypto))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public async Task The_price_of_a_pair_is_that_of_the_last_candle_of_the_own_company_until_it_is_stale()
    {
        await using var house = await BotHouse.On(DatabaseKind.Sqlite);
        var quotes = house.Get<Quotes>();
        quotes.Of(house.David, "BTC/USD").ShouldBeNull();
        var feed = house.Feed();
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true, "Begin");
        await house.Until(b => b.State == BotState.Running);
        var since = house.Clock.Now() - HandFeed.Start;
        feed.Close("BTC/USD", [.. Enumerable.Repeat(48_100m, (int)(since / HandFeed.Length))]);
        await house.Until(_ => quotes.Of(house.David, "BTC/USD") is not null);
        var quote = quotes.Of(house.David, "BTC/USD")!;
        (quote.IsReplay, quote.Price).ShouldBe((true, 48_100));
        quote.At.ShouldBeLessThanOrEqualTo(house.Clock.Now());
        quotes.Of(house.Oskar, "BTC/USD").ShouldBeNull("Another company has bots of its own.");
        quotes.Of(house.David, "ETH/BTC").ShouldBeNull();
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: false);
        await house.Until(b => b.State == BotState.Off);
        house.Clock.AdvanceHours(1);
        quotes.Of(house.David, "BTC/USD").ShouldBeNull("Three candles ago nobody knows what the price is.");
    }
}
