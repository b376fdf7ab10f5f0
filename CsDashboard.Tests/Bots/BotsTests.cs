using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Tests.Vault;
using CsDashboard.Vault;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Bots;

/// <summary>
/// contract: enhanced, Bots: state persisted, survives restart, stamps of last on and off, one of each type, health of the worker.
/// </summary>
public sealed class BotsTests
{
    [Theory, EachDatabase]
    public async Task Switching_is_recorded_with_stamps_who_and_why_and_a_repeat_changes_nothing(DatabaseKind kind)
    {
        await using var house = await BotHouse.On(kind);
        (await house.Bots.List(house.Karim))
            .Select(b => (b.Type, b.IsActive, b.State))
            .ShouldBe([(BotType.Crypto, false, BotState.Off), (BotType.Forex, false, BotState.Off)]);
        var on = await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true, "  The market opens ");
        (on.IsActive, on.LastActivatedAt, on.LastDeactivatedAt, on.SwitchedBy, on.Reason).ShouldBe(
            (true, house.Clock.Now(), null, "Amina", "The market opens")
        );
        house.Clock.AdvanceHours(1);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true, "again");
        var off = await house.Bots.Toggle(house.Amina, BotType.Crypto, on: false);
        (off.IsActive, off.LastActivatedAt, off.LastDeactivatedAt, off.Reason).ShouldBe(
            (false, house.Clock.Now() - TimeSpan.FromHours(1), house.Clock.Now(), null)
        );
        var told = (await house.Events(house.Nour)).Where(e => e.Kind == nameof(BotSwitched)).ToList();
        told.Select(e => e.UserId).ShouldBe([house.Amina.UserId, house.Amina.UserId]);
        (told[0].Before, told[0].After).ShouldBe(("{\"isActive\":false}", "{\"isActive\":true,\"reason\":\"The market opens\"}"));
        (await house.Bots.Get(house.Omar, BotType.Crypto)).LastActivatedAt.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Customers_never_see_a_bot_and_agents_do_not_switch_one(DatabaseKind kind)
    {
        await using var house = await BotHouse.On(kind);
        foreach (
            var act in new Func<Task>[]
            {
                () => house.Bots.List(house.Sara),
                () => house.Bots.Toggle(house.Sara, BotType.Crypto, true),
                () => house.Bots.Toggle(house.Karim, BotType.Crypto, true),
                () => house.Bots.Configure(house.Karim, BotType.Crypto, BotSettings.Usual(BotType.Crypto)),
                () => house.Bots.GiveFile(house.Karim, BotType.Crypto, null),
            }
        )
            (await Should.ThrowAsync<Refusal>(act)).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory]
    [InlineData("pairs", "")]
    [InlineData("pairs", "BTC/USD;DROP")]
    [InlineData("pairs", "DOGE/USD")]
    [InlineData("interval", "7m")]
    [InlineData("feed", "magic")]
    [InlineData("speed", "0")]
    [InlineData("buyBelow", "60")]
    [InlineData("sellAbove", "40")]
    [InlineData("riskReward", "0")]
    [InlineData("rest", "0")]
    [InlineData("address", "ftp://exchange.example")]
    [InlineData("address", "https://user:secret@exchange.example")]
    [InlineData("address", "")]
    public async Task Settings_that_no_bot_could_work_with_name_their_field(string field, string value)
    {
        await using var house = await BotHouse.On(DatabaseKind.Sqlite);
        var settings = BotSettings.Usual(BotType.Crypto);
        var number = decimal.TryParse(value, out var read) ? read : 0;
        switch (field)
        {
            case "pairs":
                settings.Pairs = value;
                break;
            case "interval":
                settings.Interval = value;
                break;
            case "feed":
                settings.Feed = value;
                break;
            case "speed":
                settings.Speed = (int)number;
                break;
            case "buyBelow":
                settings.BuyBelow = number;
                break;
            case "sellAbove":
                settings.SellAbove = number;
                break;
            case "riskReward":
                settings.RiskReward = number;
                break;
            case "rest":
                settings.Rest = (int)number;
                break;
            default:
                (settings.Feed, settings.Address) = (BotSettings.Exchange, value);
                break;
        }
        (await Should.ThrowAsync<Refusal>(() => house.Bots.Configure(house.Amina, BotType.Crypto, settings)))
            .Fields.Select(f => f.Field)
            .ShouldContain(field);
    }

    [Theory, EachDatabase]
    public async Task A_bot_takes_each_candle_once_and_stores_it_with_its_indicators(DatabaseKind kind)
    {
        await using var house = await BotHouse.On(kind);
        var feed = house.Feed();
        feed.Close("BTC/USD", [.. Enumerable.Range(0, 40).Select(i => 100m + i % 7)]);
        feed.Close("ETH/USD", 50, 51);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true);
        await house.Until(b => b.State == BotState.Running && b.LastCandleAt == HandFeed.Start + HandFeed.Length);
        await Arrived(house, 42);
        feed.Close("BTC/USD", 104);
        await Arrived(house, 43);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: false);
        await house.Until(b => b.State == BotState.Off);

        var (amina, grant) = await house.Unlocked();
        var last = (await house.Get<Candles>().List(amina, grant, new CandleFilter { Pair = "BTC/USD" })).Items[0];
        (last.Type, last.Interval, last.Candle.Close).ShouldBe((BotType.Crypto, "15m", 104m));
        foreach (var name in new[] { "rsi", "macd", "macd_signal", "bb_upper", "bb_middle", "bb_lower", "volume_change" })
            last.Indicators.ShouldContain($"\"{name}\":");
    }

    [Theory, EachDatabase]
    public async Task A_bot_that_was_on_comes_up_by_itself_and_goes_on_where_it_was(DatabaseKind kind)
    {
        await using var house = await BotHouse.On(kind);
        var feed = house.Feed();
        feed.Close("BTC/USD", 1, 2, 3);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true, "Night shift");
        await house.Until(b => b.State == BotState.Running);
        await Arrived(house, 3);
        await house.Host.StopAsync(default);

        await using var again = house.Again(VaultHouse.WithPin);
        var next = again.Feed();
        next.Close("BTC/USD", 1, 2, 3, 4, 5);
        var bot = await again.Until(b => b.State == BotState.Running);
        (bot.IsActive, bot.Reason).ShouldBe((true, "Night shift"));
        await Arrived(again, 5);
    }

    [Theory, EachDatabase]
    public async Task When_the_rule_fires_a_draft_is_proposed_with_all_it_needs(DatabaseKind kind)
    {
        await using var house = await BotHouse.On(kind);
        var feed = house.Feed();
        // It falls for long, and turns.
        feed.Close("BTC/USD", [.. Enumerable.Range(0, 60).Select(i => 300m - 2 * i - i % 3), 181, 186]);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true);
        var bot = await house.Until(b => b.DraftsProposed > 0);
        bot.DraftsProposed.ShouldBe(1);
        var told = (await house.Events(house.Nour)).Single(e => e.Kind == nameof(SignalProposed));
        var proposed = (SignalProposed)told.Happening()!;
        (proposed.Type, proposed.Pair, proposed.Interval, proposed.Direction, proposed.IsReplay).ShouldBe(
            (BotType.Crypto, "BTC/USD", "15m", "BUY", true)
        );
        proposed.Stop.ShouldBeLessThan(proposed.Entry);
        (proposed.Target - proposed.Entry).ShouldBe(2 * (proposed.Entry - proposed.Stop), 1m);
        proposed.Entry.ShouldBe(proposed.Candles[^1].Close);
        proposed.Candles.Count.ShouldBeInRange(2, 200);
        proposed.Indicators["rsi"].ShouldBeInRange(0, 60);
        (told.ActorRole, told.ActorName).ShouldBe((Role.System, "crypto bot"));
        (await house.Events(house.Other)).ShouldNotContain(e => e.Kind == nameof(SignalProposed));
    }

    [Fact]
    public async Task Stopping_waits_for_the_candle_in_hand_and_two_quick_toggles_end_in_the_state_of_the_last()
    {
        await using var house = await BotHouse.On(DatabaseKind.Sqlite);
        var feed = house.Feed();
        feed.Close("BTC/USD", 1, 2, 3);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true);
        await house.Until(b => b.State == BotState.Running);
        for (var i = 0; i < 5; i++)
        {
            await house.Bots.Toggle(house.Amina, BotType.Crypto, on: false);
            await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true);
        }
        await house.Host.Check();
        (await house.Until(b => b.State == BotState.Running)).IsActive.ShouldBeTrue();

        // A candle is being written while it is told to stop.
        var (writing, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = house.Store.Write(
            house.Product,
            async _ =>
            {
                writing.SetResult();
                await go.Task;
            }
        );
        await writing.Task;
        feed.Close("BTC/USD", 4);
        await Task.Delay(50);
        await house.Bots.List(house.Amina);
        var switched = house.Bots.Toggle(house.Amina, BotType.Crypto, on: false);
        go.SetResult();
        await Task.WhenAll(held, switched);
        await house.Until(b => b.State == BotState.Off);
        await Arrived(house, 4);
        feed.Close("BTC/USD", 5);
        await house.Host.Check();
        await Arrived(house, 4);

        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: false);
        await house.Host.Check();
        (await house.Until(b => b.State == BotState.Off)).IsActive.ShouldBeFalse();
    }

    [Fact]
    public async Task A_worker_that_dies_is_started_again_with_growing_pauses_and_flapping_is_shown_and_told()
    {
        await using var house = await BotHouse.On(DatabaseKind.Sqlite);
        var feed = house.Feed();
        feed.Close("BTC/USD", 1, 2);
        feed.Before = _ => throw new FeedFault("exchange.example refused with status 503.");
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true);
        var pauses = new List<double>();
        for (var i = 1; i <= 4; i++)
        {
            var failed = await house.Until(b => b.ErrorsLastHour == i);
            (failed.State, failed.IsActive, failed.LastFault, failed.IsFlapping).ShouldBe(
                (BotState.Failed, true, "exchange.example refused with status 503.", i >= 3)
            );
            pauses.Add((failed.NextStartAt!.Value - house.Clock.Now()).TotalSeconds);
            await house.Host.Check();
            (await house.Bots.Get(house.Amina, BotType.Crypto)).ErrorsLastHour.ShouldBe(i, "It was started before its pause was over.");
            house.Clock.AdvanceSeconds(pauses[^1]);
        }
        pauses.ShouldBe([1, 2, 4, 8]);
        feed.Before = null;
        (await house.Until(b => b.State == BotState.Running)).IsFlapping.ShouldBeTrue();
        await Arrived(house, 2);
        var kinds = (await house.Events(house.Nour)).Select(e => e.Kind).ToList();
        (kinds.Count(k => k == nameof(BotFailed)), kinds.Count(k => k == nameof(BotFlaps))).ShouldBe((4, 1));
        await house.Drain();
        await using (var db = house.Store.Open(house.Product))
            (
                await db.Notifications.Where(n => n.Kind == "bot_flaps" && n.Channel == Channel.Bell).Select(n => n.UserId).ToListAsync()
            ).ShouldBe([house.Amina.UserId]);
        house.Clock.AdvanceMinutes(11);
        (await house.Bots.Get(house.Amina, BotType.Crypto)).IsFlapping.ShouldBeFalse();
        house.Clock.AdvanceHours(1);
        (await house.Bots.Get(house.Amina, BotType.Crypto)).ErrorsLastHour.ShouldBe(0);
    }

    [Fact]
    public async Task One_that_gives_no_sign_of_life_is_given_up_told_of_and_replaced_and_never_writes_again()
    {
        await using var house = await BotHouse.On(DatabaseKind.Sqlite);
        var feed = house.Feed();
        feed.Close("BTC/USD", 1);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true);
        await house.Until(b => b.State == BotState.Running);
        await Arrived(house, 1);
        // It hangs and reacts to nothing, not even to being stopped.
        var hang = new TaskCompletionSource();
        feed.Before = _ => hang.Task;
        var asked = feed.Asked;
        while (feed.Asked == asked)
            await Task.Delay(5);
        house.Clock.Advance(BotHost.Silence + TimeSpan.FromSeconds(1));
        await house.Host.Check();
        (await house.Bots.Get(house.Amina, BotType.Crypto)).State.ShouldBe(BotState.Failed);
        await house.Drain();
        await using (var db = house.Store.Open(house.Product))
            (
                await db.Notifications.Where(n => n.Kind == "bot_silent" && n.Channel == Channel.Bell).Select(n => n.UserId).ToListAsync()
            ).ShouldBe([house.Amina.UserId]);

        var second = house.Feed();
        second.Close("BTC/USD", 1, 2);
        house.Clock.AdvanceSeconds(1);
        await house.Until(b => b.State == BotState.Running);
        await Arrived(house, 2);
        // The worker that was given up wakes up with candles in its hands.
        feed.Close("BTC/USD", 99, 99, 99);
        hang.SetResult();
        await Task.Delay(100);
        await Arrived(house, 2);
    }

    [Fact]
    public async Task A_sealed_vault_fails_the_bot_with_a_sentence_and_loses_no_candle()
    {
        await using var house = await BotHouse.On(DatabaseKind.Sqlite);
        var feed = house.Feed();
        feed.Close("BTC/USD", 1);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true);
        await house.Until(b => b.State == BotState.Running);
        await Arrived(house, 1);
        var (key, aside) = (Path.Combine(house.Database.Folder, "keys", "vault.key"), Path.Combine(house.Database.Folder, "aside"));
        File.Move(key, aside);
        feed.Close("BTC/USD", 2, 3);
        (await house.Until(b => b.State == BotState.Failed)).LastFault!.ShouldContain("vault.key");
        File.Move(aside, key);
        house.Clock.AdvanceSeconds(5);
        await house.Until(b => b.State == BotState.Running);
        await Arrived(house, 3);
    }

    [Fact]
    public async Task The_replay_plays_the_sample_or_a_file_of_ones_own_and_never_overtakes_the_clock()
    {
        await using var house = await BotHouse.On(DatabaseKind.Sqlite);
        var settings = BotSettings.Usual(BotType.Crypto);
        settings.Interval = "1d";
        settings.Speed = 6_000;
        await house.Bots.Configure(house.Amina, BotType.Crypto, settings);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: true);
        await house.Until(b => b.State == BotState.Running);
        await Arrived(house, 40);
        await Task.Delay(100);
        await Arrived(house, 40);
        house.Clock.AdvanceDays(1);
        // Before the watchdog looks: to it a day without a sign of life would have passed.
        await Task.Delay(200);
        await Arrived(house, 42);

        (
            await Should.ThrowAsync<Refusal>(() =>
                house.Bots.GiveFile(house.Amina, BotType.Crypto, VaultHouse.Stream("time,open,high,low,close,volume\n1,2"))
            )
        )
            .Fields[0]
            .Field.ShouldBe("file");
        await house.Bots.GiveFile(house.Amina, BotType.Crypto, VaultHouse.Stream(VaultHouse.Csv(3)));
        settings.Pairs = "XMR/USD";
        (await house.Bots.Configure(house.Amina, BotType.Crypto, settings)).HasOwnFile.ShouldBeTrue();
        await house.Until(b => b.State == BotState.Running && b.Settings.Pairs == "XMR/USD");
        await Arrived(house, 62);
        await house.Bots.Toggle(house.Amina, BotType.Crypto, on: false);
        await house.Until(b => b.State == BotState.Off);
        var (amina, grant) = await house.Unlocked();
        (await house.Get<Candles>().List(amina, grant, new CandleFilter { Pair = "XMR/USD" })).Items.ShouldAllBe(c =>
            c.Candle.Close >= 48123.75m && c.Candle.Close <= 48125.75m
        );
    }

    // The vault of Nour holds exactly this many candles.
    private static async Task Arrived(House house, int count)
    {
        var found = 0;
        for (var i = 0; i < 500; i++)
        {
            await house.Host.Check();
            await using var db = house.Store.Open(house.Product);
            if ((found = await db.Candles.CountAsync()) >= count)
                break;
            // Wakes a feed that pauses.
            house.Clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Delay(10);
        }
        found.ShouldBe(count);
    }
}
