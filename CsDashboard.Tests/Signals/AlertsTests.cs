using CsDashboard.Foundation;
using CsDashboard.Signals;

namespace CsDashboard.Tests.Signals;

/// <summary>Alerts of charts: accepted at once, read afterwards, each once.</summary>
public sealed class AlertsTests
{
    private static Task<Guid> Take(House house, string token, string body, string? key = null) =>
        house.Get<Alerts>().Take(token, body, "text/plain", key, house.Clock);

    [Theory, EachDatabase]
    public async Task An_alert_is_stored_first_and_becomes_a_draft_afterwards(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (row, token) = await house.Get<Alerts>().MakeToken(house.Amina, "Trend");
        (await house.Database.Ask("SELECT count(*) FROM \"AlertTokens\" WHERE \"Hash\" = '" + token + "'")).ShouldBe(
            "0",
            "Only the hash is kept."
        );
        await Take(
            house,
            token,
            """{"symbol":"BINANCE:BTCUSDT","side":"buy","price":45000,"sl":"44000","tp1":47000,"tp2":48000,"rsi":35,"comment":"Breakout"}"""
        );
        var drafts = house.Get<CsDashboard.Signals.Drafts>();
        (await drafts.List(house.Amina)).ShouldBeEmpty();
        await house.Drain();
        var draft = (await drafts.List(house.Amina)).Single();
        (draft.Pair, draft.Direction, draft.EntryPrice, draft.StopLoss, draft.TakeProfit, draft.Source, draft.Note).ShouldBe(
            ("BTC/USDT", "BUY", 45000m, 44000m, 47000m, DraftSource.Alert, "Breakout")
        );
        draft.MoreTargets.ShouldBe([48000m]);
        draft.Original!.ShouldContain("BINANCE:BTCUSDT");
        var used = (await house.Get<Alerts>().Tokens(house.Amina)).Single();
        (used.Id, used.Taken, used.LastUsedAt).ShouldBe((row.Id, 1, house.Clock.GetUtcNow()));
        (await drafts.List(house.Omar)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_repeat_makes_no_second(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (_, token) = await house.Get<Alerts>().MakeToken(house.Amina, "Trend");
        const string text = "SELL EUR/USD\nentry 1.0850\nstop 1.0900\ntarget 1.0750";
        var first = await Take(house, token, text);
        (await Take(house, token, text + "\n")).ShouldBe(first);
        (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Take(house, token, "BUY BTC/USD at 1", "same"))))
            .Distinct()
            .Count()
            .ShouldBe(1);
        (await Take(house, token, """{"id":"a-7","pair":"BTC/USD"}""")).ShouldBe(
            await Take(house, token, """{"pair":"ETH/USD","id":"a-7"}""")
        );
        await house.Drain();
        (await house.Get<CsDashboard.Signals.Drafts>().List(house.Amina)).Count.ShouldBe(3);
        // The same words minutes later are a new alert, and the draft says so; a named alert stays the same one.
        house.Clock.AdvanceMinutes(4);
        (await Take(house, token, text)).ShouldBe(first);
        house.Clock.AdvanceMinutes(2);
        (await Take(house, token, text)).ShouldNotBe(first);
        await house.Drain();
        var drafts = await house.Get<CsDashboard.Signals.Drafts>().List(house.Amina);
        drafts.Count.ShouldBe(4);
        drafts.Select(d => d.SaidBefore).Where(d => d is not null).ShouldBe([house.Clock.GetUtcNow().AddMinutes(-6)]);
        (drafts[0].SaidBefore, (await house.Get<CsDashboard.Signals.Drafts>().Get(house.Amina, drafts[0].Id)).SaidBefore).ShouldBe(
            (drafts.Max(d => d.SaidBefore), drafts.Max(d => d.SaidBefore))
        );
        (await Take(house, token, "x", "same")).ShouldBe(await Take(house, token, "y", "same"));
    }

    [Theory, EachDatabase]
    public async Task A_token_that_is_bad_or_revoked_opens_nothing_and_is_counted(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var alerts = house.Get<Alerts>();
        var (row, token) = await alerts.MakeToken(house.Amina, "Trend");
        foreach (var bad in new[] { "", "x", token + "0", token.ToUpperInvariant(), new string('a', 5_000) })
            (await Should.ThrowAsync<Refusal>(() => Take(house, bad, "BUY"))).Kind.ShouldBe(RefusalKind.NotFound);
        alerts.Unknown.ShouldBe(5);
        await alerts.RevokeToken(house.Amina, row.Id);
        await alerts.RevokeToken(house.Amina, row.Id);
        (await Should.ThrowAsync<Refusal>(() => Take(house, token, "BUY"))).Kind.ShouldBe(RefusalKind.NotFound);
        (await alerts.Tokens(house.Amina)).Single().Refused.ShouldBe(1);
        (await Should.ThrowAsync<Refusal>(() => alerts.RevokeToken(house.Omar, row.Id))).Kind.ShouldBe(RefusalKind.NotFound);
        (await alerts.Tokens(house.Omar)).ShouldBeEmpty();
        foreach (var person in new[] { house.David, house.Karim })
            (await Should.ThrowAsync<Refusal>(() => alerts.MakeToken(person, "x"))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public async Task One_token_takes_sixty_a_minute_and_32_KB_at_most()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var (_, token) = await house.Get<Alerts>().MakeToken(house.Amina, "Trend");
        (await Should.ThrowAsync<Refusal>(() => Take(house, token, " \0 "))).Kind.ShouldBe(RefusalKind.Invalid);
        (await Should.ThrowAsync<Refusal>(() => Take(house, token, new string('x', Alert.MaxBody + 1)))).Kind.ShouldBe(
            RefusalKind.TooLarge
        );
        for (var i = 0; i < 60; i++)
            await Take(house, token, "BUY " + i);
        (await Should.ThrowAsync<Refusal>(() => Take(house, token, "BUY 61"))).Kind.ShouldBe(RefusalKind.TooMany);
        house.Clock.AdvanceMinutes(1);
        await Take(house, token, "BUY 61");
    }

    [Theory]
    [InlineData("BUY BTC/USD\nEntry: 45,000\nSL 44000\nTP1 47000\nTP2: 48000", "BTC/USD", "BUY", 45000, 44000, 47000)]
    [InlineData("short ETHUSDT entry 3000 stop 3100 target 2800", "ETH/USDT", "SELL", 3000, 3100, 2800)]
    [InlineData(
        "{\"ticker\":\"FX:EURUSD\",\"action\":\"sell\",\"close\":\"1.085\",\"stop_loss\":1.09,\"targets\":[1.075,1.07]}",
        "EUR/USD",
        "SELL",
        1.085,
        1.09,
        1.075
    )]
    [InlineData(
        "{\"pair\":\"btc-usd\",\"direction\":\"LONG\",\"entry_price\":1e2,\"stop\":90,\"take_profit\":120}",
        "BTC/USD",
        "BUY",
        100,
        90,
        120
    )]
    public void What_charts_send_is_read(string text, string pair, string direction, double entry, double stop, double target)
    {
        var read = AlertReader.Read(text);
        (read.Pair, read.Direction, read.EntryPrice, read.StopLoss, read.TakeProfit).ShouldBe(
            (pair, direction, (decimal)entry, (decimal)stop, (decimal)target)
        );
    }

    /// <summary>Entry, stop, first target; a dash for what is left empty.</summary>
    [Theory]
    [InlineData("BUY PEPE/USDT price: 1.2e-05 SL 1.1e-05 TP 1.5e-05", "0.000012 0.000011 0.000015")]
    [InlineData("LONG SHIBUSDT entry 1.234E-5 stop 1.1E-5 target 1.5E-5", "0.00001234 0.000011 0.000015")]
    [InlineData(
        "{\"action\":\"buy\",\"symbol\":\"PEPEUSDT\",\"price\":1.2e-05,\"sl\":1.1e-05,\"tp\":1.5e-05}",
        "0.000012 0.000011 0.000015"
    )]
    [InlineData("SELL EURUSD entry 1,0850 SL 1,0900 TP 1,0750", "1.0850 1.0900 1.0750")]
    [InlineData(
        "{\"side\":\"sell\",\"ticker\":\"EURUSD\",\"entry\":\"1,0850\",\"stop\":\"1,0900\",\"target\":\"1,0750\"}",
        "1.0850 1.0900 1.0750"
    )]
    [InlineData("SELL EURUSD entry 1,085 SL 1,0900 TP 1,075", "1.085 1.0900 1.075")]
    [InlineData("SELL EURUSD entry 1,085 SL 1,090 TP 1,075", "- - -")]
    [InlineData("SELL USDJPY entry 150.25 SL 151,250 TP 149,100", "150.25 151.250 149.100")]
    [InlineData("BUY BTCUSDT entry 42,500.5 SL 41,900 TP 44,000", "42500.5 41900 44000")]
    [InlineData("BUY BTCUSDT entry 42 500.5 SL 41 900 TP 44 000", "- - -")]
    [InlineData("BUY BTCUSDT entry 42.5k SL 41.9k TP 44k", "- - -")]
    [InlineData("BUY BTCUSDT entry 42500 SL 2% TP 5 %", "42500 - -")]
    [InlineData("BUY BTCUSDT entry 42500 SL 50 pips TP 120pips", "42500 - -")]
    [InlineData("BUY BTCUSDT entry 42500-42700 SL 41900 TP 44000/45000", "- 41900 -")]
    [InlineData("BUY BTCUSDT entry 42500 SL 41900 TP 44000,45000", "42500 41900 -")]
    [InlineData("BUY BTCUSDT,entry=42500,sl=41900,tp=44000.", "42500 41900 44000")]
    public void A_price_is_read_whole_or_left_empty(string text, string prices)
    {
        var read = AlertReader.Read(text);
        string.Join(
                ' ',
                new[] { read.EntryPrice, read.StopLoss, read.TakeProfit }.Select(p =>
                    p is { } price ? price.ToString(System.Globalization.CultureInfo.InvariantCulture) : "-"
                )
            )
            .ShouldBe(prices);
    }

    [Theory]
    [InlineData("{\"action\":\"close long\",\"symbol\":\"BTCUSDT\",\"price\":42500}")]
    [InlineData("{\"action\":\"exit_short\",\"symbol\":\"BTCUSDT\"}")]
    [InlineData("{\"action\":\"sell\",\"market_position\":\"flat\",\"symbol\":\"BTCUSDT\",\"price\":42500}")]
    [InlineData("{\"action\":\"sell\",\"order_id\":\"Close entry(s) order long\",\"symbol\":\"BTCUSDT\"}")]
    [InlineData("{\"action\":\"sell\",\"comment\":\"TP1 hit\",\"symbol\":\"BTCUSDT\"}")]
    [InlineData("Close long BTCUSDT at 42500")]
    [InlineData("EXIT BTC/USD, sell now")]
    [InlineData("close BTCUSDT long")]
    [InlineData("BTCUSDT: buy to cover")]
    [InlineData("Long position closed on ETHUSDT price 3000")]
    [InlineData("Stop loss was hit: sell BTCUSDT")]
    public void An_exit_is_no_signal_to_begin(string text)
    {
        var read = AlertReader.Read(text);
        (AlertReader.IsExit(text), read.Direction, read.EntryPrice).ShouldBe((true, null, null));
    }

    [Theory]
    [InlineData("BUY BTCUSDT close 42500 sl 42000", "BUY")]
    [InlineData("BUY BTCUSDT entry 42500 exit 44000", "BUY")]
    [InlineData("Candle close above 42500: long BTCUSDT", "BUY")]
    [InlineData("SELL BTCUSDT, a short-term trade", "SELL")]
    [InlineData("{\"action\":\"enter_long\",\"close\":42500}", "BUY")]
    [InlineData("Sell or buy BTCUSDT?", null)]
    public void What_begins_a_position_is_no_exit(string text, string? direction) =>
        (AlertReader.IsExit(text), AlertReader.Read(text).Direction).ShouldBe((false, direction));

    [Theory]
    [InlineData("nothing of use")]
    [InlineData("{")]
    [InlineData("{\"a\":{\"b\":{\"c\":[[[[1]]]]}}}")]
    [InlineData("{\"price\":\"NaN\",\"sl\":-1,\"tp\":1e300,\"pair\":\"<script>\",\"targets\":[\"x\"],\"indicators\":{\"\":1}}")]
    [InlineData("{\"pair\":5,\"pair\":null,\"direction\":[]}")]
    [InlineData("entry 99999999999999999999999999999999999999999")]
    public async Task What_cannot_be_read_still_ends_as_a_draft(string text)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var (_, token) = await house.Get<Alerts>().MakeToken(house.Amina, "Trend");
        await Take(house, token, text);
        await house.Drain();
        var draft = (await house.Get<CsDashboard.Signals.Drafts>().List(house.Amina)).Single();
        draft.Original.ShouldBe(text);
        (draft.EntryPrice, draft.StopLoss, draft.TakeProfit).ShouldBe((null, null, null));
        house.Log.Lines.ShouldBeEmpty();
    }
}
