using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Tests.Vault;
using Drafts = CsDashboard.Signals.Drafts;

namespace CsDashboard.Tests.Bots;

/// <summary>More than one bot of a market: each by itself, and the type goes on meaning the main one.</summary>
public sealed class SeveralBotsTests
{
    private static NewBot Named(string? name, string type = "crypto") => new() { Type = type, Name = name };

    [Theory, EachDatabase]
    public async Task Another_bot_of_a_market_is_added_renamed_and_taken_away_and_the_main_one_stays(DatabaseKind kind)
    {
        await using var house = await BotHouse.On(kind);
        var scalper = await house.Bots.Add(house.Amina, Named("  Scalper "));
        (scalper.Type, scalper.Name, scalper.IsActive, scalper.State).ShouldBe((BotType.Crypto, "Scalper", false, BotState.Off));
        await house.Bots.Add(house.Amina, Named("Scalper", "forex"));
        (await house.Bots.List(house.Karim))
            .Select(b => (b.Type, b.Name))
            .ShouldBe([(BotType.Crypto, ""), (BotType.Forex, ""), (BotType.Crypto, "Scalper"), (BotType.Forex, "Scalper")]);
        foreach (var taken in new[] { "Scalper", "SCALPER", "sc alper" })
            (await Should.ThrowAsync<Refusal>(() => house.Bots.Add(house.Amina, Named(taken)))).Fields.Single().Field.ShouldBe("name");
        foreach (var bad in new[] { null, "", " ", "x", new string('x', Bot.MaxName + 1), "a\0b" })
        {
            (await Should.ThrowAsync<Refusal>(() => house.Bots.Add(house.Amina, Named(bad)))).Fields.Single().Field.ShouldBe("name");
            (await Should.ThrowAsync<Refusal>(() => house.Bots.Rename(house.Amina, scalper.Key, bad)))
                .Fields.Single()
                .Field.ShouldBe("name");
        }
        (await Should.ThrowAsync<Refusal>(() => house.Bots.Add(house.Amina, Named("Other", "stocks"))))
            .Fields.Single()
            .Field.ShouldBe("type");

        (await house.Bots.Rename(house.Amina, scalper.Key, "Night owl")).Name.ShouldBe("Night owl");
        await house.Bots.Toggle(house.Amina, scalper.Key, on: true, "The night begins");
        (await house.Bots.Get(house.Amina, BotType.Crypto)).IsActive.ShouldBeFalse();
        (await Should.ThrowAsync<Refusal>(() => house.Bots.Remove(house.Amina, scalper.Key))).Kind.ShouldBe(RefusalKind.Conflict);
        await house.Bots.Toggle(house.Amina, scalper.Key, on: false);
        await house.Bots.Remove(house.Amina, scalper.Key);
        (await Should.ThrowAsync<Refusal>(() => house.Bots.Get(house.Amina, scalper.Key))).Kind.ShouldBe(RefusalKind.NotFound);
        foreach (
            var act in new Func<Task>[]
            {
                () => house.Bots.Remove(house.Amina, BotType.Crypto),
                () => house.Bots.Rename(house.Amina, BotType.Crypto, "Main"),
                () => house.Bots.Toggle(house.Amina, scalper.Key, on: true),
            }
        )
            (await Should.ThrowAsync<Refusal>(act)).Kind.ShouldBe(RefusalKind.NotFound);
        (await house.Bots.Log(house.Amina, scalper.Key))
            .Select(l => l.Sentence)
            .ShouldBe([
                "removed the Night owl bot",
                "switched the Night owl bot off: —",
                "switched the Night owl bot on: The night begins",
                "renamed the Scalper bot to Night owl",
                "added the Scalper bot",
            ]);
        (await house.Bots.Log(house.Amina, BotType.Crypto)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Only_admins_add_one_and_nobody_reaches_that_of_another_company(DatabaseKind kind)
    {
        await using var house = await BotHouse.On(kind);
        var bot = await house.Bots.Add(house.Amina, Named("Scalper"));
        foreach (var who in new[] { house.Karim, house.Sara })
        foreach (
            var act in new Func<Task>[]
            {
                () => house.Bots.Add(who, Named("Mine")),
                () => house.Bots.Rename(who, bot.Key, "Mine"),
                () => house.Bots.Remove(who, bot.Key),
            }
        )
            (await Should.ThrowAsync<Refusal>(act)).Kind.ShouldBe(RefusalKind.Forbidden);
        (await house.Bots.List(house.Omar)).Count.ShouldBe(2);
        foreach (
            var act in new Func<Task>[]
            {
                () => house.Bots.Get(house.Omar, bot.Key),
                () => house.Bots.Toggle(house.Omar, bot.Key, on: true),
                () => house.Bots.Pause(house.Omar, bot.Key, 60),
                () => house.Bots.Configure(house.Omar, bot.Key, BotSettings.Usual(BotType.Crypto)),
                () => house.Bots.GiveFile(house.Omar, bot.Key, null),
                () => house.Bots.Rename(house.Omar, bot.Key, "Theirs"),
                () => house.Bots.Remove(house.Omar, bot.Key),
            }
        )
            (await Should.ThrowAsync<Refusal>(act)).Kind.ShouldBe(RefusalKind.NotFound);
        (await house.Bots.Log(house.Omar, bot.Key)).ShouldBeEmpty();
        for (var i = 1; i < TradingBots.MaxExtra; i++)
            await house.Bots.Add(house.Amina, Named("Bot " + i));
        (await Should.ThrowAsync<Refusal>(() => house.Bots.Add(house.Amina, Named("One more")))).Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Theory, EachDatabase]
    public async Task Two_bots_on_one_pair_each_propose_their_own_draft_once_and_rest_by_themselves(DatabaseKind kind)
    {
        await using var house = await BotHouse.On(kind);
        var feed = house.Feed();
        feed.Close("BTC/USD", [.. Enumerable.Range(0, 60).Select(i => 300m - 2 * i - i % 3), 181, 186]);
        var scalper = await house.Bots.Add(house.Amina, Named("Scalper"));
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true);
        await house.Bots.Toggle(house.Amina, scalper.Key, on: true);
        await house.Until(b => b.DraftsProposed > 0);
        await house.Until(b => b.DraftsProposed > 0, key: scalper.Key);
        var proposed = (await house.Events(house.Nour))
            .Where(e => e.Kind == nameof(SignalProposed))
            .Select(e => (SignalProposed)e.Happening()!)
            .OrderBy(e => e.Name)
            .ToList();
        proposed.Select(p => (p.Name, p.Pair)).ShouldBe([(null, "BTC/USD"), ("Scalper", "BTC/USD")]);
        await house.Drain();
        (await house.Get<Drafts>().List(house.Amina)).Count.ShouldBe(2);

        // One rests, the other goes on; what one is told is in no other's log.
        await house.Bots.Pause(house.Amina, scalper.Key, 60);
        await house.Until(b => b.State == BotState.Paused, key: scalper.Key);
        (await house.Bots.Get(house.Amina, BotType.Crypto)).State.ShouldBe(BotState.Running);
        (await house.Bots.Log(house.Amina, BotType.Crypto)).ShouldNotContain(l => l.Sentence.Contains("Scalper"));
        // Taken away while its worker may still be at work: nothing of it comes back.
        await house.Bots.Toggle(house.Amina, scalper.Key, on: false);
        await house.Bots.Remove(house.Amina, scalper.Key);
        await house.Host.Check();
        feed.Close("BTC/USD", 190);
        (await house.Until(b => b.LastCandleAt == HandFeed.Start + 62 * HandFeed.Length)).DraftsProposed.ShouldBe(1);
        (await house.Bots.List(house.Amina)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_of_ones_own_belongs_to_one_bot()
    {
        await using var house = await BotHouse.On(DatabaseKind.Sqlite);
        var scalper = await house.Bots.Add(house.Amina, Named("Scalper"));
        var file = "time,open,high,low,close,volume\n2026-01-01T00:00:00Z,1,2,1,2,5\n2026-01-01T01:00:00Z,2,3,2,3,5\n";
        await house.Bots.GiveFile(house.Amina, scalper.Key, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file)));
        (await house.Bots.Get(house.Amina, scalper.Key)).HasOwnFile.ShouldBeTrue();
        (await house.Bots.Get(house.Amina, BotType.Crypto)).HasOwnFile.ShouldBeFalse();
        (await house.Get<BotFiles>().Read(house.Nour, BotType.Crypto, house.Clock.Now(), default)).ShouldBeNull();
        (await house.Get<BotFiles>().Read(house.Nour, scalper.Key, house.Clock.Now(), default))!.Count.ShouldBe(2);
        await house.Bots.Remove(house.Amina, scalper.Key);
        (await house.Get<BotFiles>().Read(house.Nour, scalper.Key, house.Clock.Now(), default)).ShouldBeNull();
    }

    [Fact]
    public void A_pair_that_several_follow_shows_the_market_before_a_replay_and_the_shorter_candles()
    {
        var now = HandFeed.Start.AddMinutes(16);
        Quote Of(int minutes, bool replay) => new(TimeSpan.FromMinutes(minutes), replay, [new Candle(HandFeed.Start, 1, 1, 1, 1, 1)]);
        Of(15, replay: false).TellsMore(Of(5, replay: true)).ShouldBeTrue();
        Of(5, replay: true).TellsMore(Of(15, replay: true)).ShouldBeTrue();
        Of(60, replay: false).TellsMore(Of(15, replay: false)).ShouldBeFalse();
        Of(15, replay: false).IsFresh(now).ShouldBeTrue();
    }
}
