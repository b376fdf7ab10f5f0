using System.Net;
using CsDashboard.Accounts;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Signals;
using CsDashboard.Tests.Desk;
using CsDashboard.Web.Signals;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Signals;

/// <summary>The track record: every figure counts what its list holds, and everybody sees it where the company says so.</summary>
public sealed class TrackRecordTests(TestApp app) : IClassFixture<TestApp>
{
    private static Task<Page<SignalRow>> Over(House house, RecordFilter? filter = null, Actor? by = null) =>
        house.Get<SignalLists>().Over(by ?? house.Amina, filter ?? new RecordFilter());

    // Won in March, lost and cancelled in April, one still open.
    private static async Task<House> WithRecord(DatabaseKind kind)
    {
        var house = await House.On(kind);
        var won = (await house.Publish()).Id;
        await house.Step(won, "entry_reached");
        await house.Step(won, "target_reached");
        house.Clock.AdvanceDays(40);
        var lost = (await house.Publish(SignalHouse.Eth())).Id;
        await house.Step(lost, "entry_reached");
        await house.Step(lost, "stop_reached");
        await house.Step((await house.Publish(SignalHouse.Gold())).Id, "cancelled", note: "No longer valid");
        await house.Publish(SignalHouse.Gold());
        return house;
    }

    [Theory, EachDatabase]
    public async Task Every_figure_counts_exactly_what_its_list_holds(DatabaseKind kind)
    {
        await using var house = await WithRecord(kind);
        var record = await house.Get<SignalLists>().Figures(house.David);
        async Task<int> Held(string? outcome) => (await Over(house, new RecordFilter { Outcome = outcome })).Items.Count;
        (await Held("closed")).ShouldBe(record.Closed);
        (await Held("won")).ShouldBe(record.Won);
        (await Held("lost")).ShouldBe(1);
        (await Held("cancelled")).ShouldBe(record.Cancelled);
        (await Held("corrected")).ShouldBe(record.Corrected);
        (await Held(null)).ShouldBe(record.Published - record.Open);
        foreach (var month in record.Months)
        {
            var rows = await Over(house, new RecordFilter { Outcome = "closed", Month = $"{month.Year}-{month.Month:00}" });
            rows.Items.Count.ShouldBe(month.Closed);
            rows.Items.Sum(r => r.Result!.Value).ShouldBe(month.NetR);
            rows.Items.Count(r => r.Result > 0).ShouldBe(month.Won);
        }
        record.Months.Select(m => (m.Year, m.Month)).ShouldBe([(2026, 4), (2026, 3)]);
        record.Curve.Select(p => p.Sum).ShouldBe([2m, 1m]);
        record.Curve[^1].Sum.ShouldBe(record.NetR);
        record.Curve[0].Day.ShouldBe(new DateOnly(2026, 3, 2));
    }

    [Theory, EachDatabase]
    public async Task What_is_over_is_paged_with_the_last_first_and_a_wrong_word_is_named(DatabaseKind kind)
    {
        await using var house = await WithRecord(kind);
        var first = await Over(house, new RecordFilter { Size = 2 });
        var second = await Over(house, new RecordFilter { Size = 2, After = first.Next });
        IEnumerable<SignalRow> all = [.. first.Items, .. second.Items];
        all.Select(s => s.Number).ShouldBe([3, 2, 1]);
        second.Next.ShouldBeNull();
        foreach (
            var wrong in new[]
            {
                new RecordFilter { Outcome = "best" },
                new() { Month = "2026-13" },
                new() { Month = "0001-01" },
                new() { After = "x" },
            }
        )
            (await Should.ThrowAsync<Refusal>(() => Over(house, wrong))).Kind.ShouldBe(RefusalKind.Invalid);
        // A customer whose tier sees signals late or not at all finds no more here than elsewhere.
        await house.Tier(house.David, "free");
        await house.Get<SignalAccess>().Set(house.Amina, new Dictionary<string, int> { ["free"] = SignalAccess.Never });
        (await Over(house, by: house.David)).Items.ShouldBeEmpty();
        (await Over(house, by: house.Oskar)).Items.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_record_is_public_only_where_an_admin_says_so(DatabaseKind kind)
    {
        await using var house = await WithRecord(kind);
        var records = house.Get<PublicRecords>();
        var slug = (await house.Get<Tenants>().Mine(house.Amina)).Slug;
        async Task<RefusalKind> No(Func<Task> act) => (await Should.ThrowAsync<Refusal>(act)).Kind;
        (await No(() => records.Of(slug, new RecordFilter()))).ShouldBe(RefusalKind.NotFound);
        foreach (var other in new[] { house.Karim, house.David })
            (await No(() => records.Set(other, true))).ShouldBe(RefusalKind.Forbidden);

        await records.Set(house.Amina, true);
        await records.Set(house.Amina, true);
        var shown = await records.Of(slug, new RecordFilter());
        shown.Figures.Published.ShouldBe(4);
        shown.Verdict.IsWhole.ShouldBeTrue();
        // The open one is counted, but nobody sees which it is.
        shown.Over.Items.ShouldAllBe(s => s.IsOver);
        shown.Over.Items.Count.ShouldBe(3);
        (await No(() => records.Of("nobody", new RecordFilter()))).ShouldBe(RefusalKind.NotFound);
        var foreign = (await house.Get<Tenants>().Mine(house.Oskar)).Slug;
        (await No(() => records.Of(foreign, new RecordFilter()))).ShouldBe(RefusalKind.NotFound);

        await records.Set(house.Amina, false);
        (await No(() => records.Of(slug, new RecordFilter()))).ShouldBe(RefusalKind.NotFound);
        await using var db = house.Store.Open(house.Amina);
        (await db.Events.CountAsync(e => e.Kind == nameof(RecordOpened))).ShouldBe(2);
    }

    [Fact]
    public async Task Anybody_reads_the_public_page_and_nobody_the_one_that_is_not()
    {
        var slug = (await app.Get<Tenants>().Mine(app.Amina)).Slug;
        using var stranger = app.Anonymous;
        (await stranger.GetAsync($"record/{slug}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync("record/nobody")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var signal = await app.Get<CsDashboard.Signals.TradingSignals>().Publish(app.Amina, SignalHouse.Btc());
        await app.Get<CsDashboard.Signals.TradingSignals>()
            .Step(app.Amina, signal.Id, new SignalStep { Event = "cancelled", Note = "No longer valid" });
        await app.Get<PublicRecords>().Set(app.Amina, true);
        var page = await stranger.GetStringAsync($"record/{slug}?outcome=cancelled");
        page.ShouldContain("Track record");
        page.ShouldContain("BTC/USD");
        (await stranger.GetStringAsync($"record/{slug}?outcome=won")).ShouldNotContain("BTC/USD");
        using var wrong = await stranger.GetAsync($"record/{slug}?month=never");
        wrong.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Theory, EachDatabase]
    public async Task What_the_drafts_of_bots_brought_is_counted_and_found_in_the_list(DatabaseKind kind)
    {
        await using var house = await WithRecord(kind);
        var lists = house.Get<SignalLists>();
        (await lists.OfBots(house.Amina)).ShouldBeEmpty();
        var draft = await house.Get<Drafts>().Propose(house.Product, new NewDraft { Signal = SignalHouse.Btc(), Source = DraftSource.Bot });
        var signal = await house.Signals.Publish(house.Amina, SignalHouse.Btc(), draft);
        await house.Step(signal.Id, "entry_reached");
        await house.Step(signal.Id, "target_reached");
        (await lists.OfBots(house.Amina)).ShouldHaveSingleItem().ShouldBe(new BotResult(SignalType.Crypto, null, 1, 0, 1, 1, 2));
        // Another bot of the market has results of its own.
        var bot = Guid.NewGuid();
        var second = new NewDraft
        {
            Signal = SignalHouse.Btc(),
            Source = DraftSource.Bot,
            BotId = bot,
        };
        var other = await house.Signals.Publish(house.Amina, SignalHouse.Btc(), await house.Get<Drafts>().Propose(house.Product, second));
        (await lists.OfBots(house.Amina)).ShouldContain(new BotResult(SignalType.Crypto, bot, 1, 1, 0, 0, 0));
        foreach (var (word, id) in new[] { ("main", signal.Id), (bot.ToString(), other.Id) })
            (await house.Seen(house.Amina, new SignalFilter { Source = "bot", Bot = word })).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await Should.ThrowAsync<Refusal>(() => house.Seen(house.Amina, new SignalFilter { Bot = "none" })))
            .Fields[0]
            .Field.ShouldBe("bot");
        (await house.Seen(house.Amina, new SignalFilter { Source = "bot", Type = "crypto" })).Count.ShouldBe(2);
        (await house.Seen(house.Amina, new SignalFilter { State = "ended" })).Count.ShouldBe(4);
        (await Should.ThrowAsync<Refusal>(() => house.Seen(house.Amina, new SignalFilter { Source = "oracle" })))
            .Fields[0]
            .Field.ShouldBe("source");
        (await Should.ThrowAsync<Refusal>(() => lists.OfBots(house.David))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public void Where_the_price_stands_is_said_in_shares_of_it_and_in_multiples_of_the_risk()
    {
        var sell = Row(SignalState.Running, Direction.Sell, entry: 100, stop: 104, first: 105);
        var now = SignalNow.Of(sell, At(98))!;
        (now.ToEntry, now.Result).ShouldBe((null, 0.4m));
        now.ToStop.ShouldBe(6m / 98);
        SignalNow.Of(Row(SignalState.Waiting, Direction.Buy, 100, 95, 95), At(102))!.ToEntry.ShouldBe(2m / 102);
        SignalNow.Of(Row(SignalState.Closed, Direction.Buy, 100, 95, 95), At(102)).ShouldBeNull();
        SignalNow.Of(sell, null).ShouldBeNull();

        static Quote At(decimal price) =>
            new(TimeSpan.FromHours(1), true, [new CsDashboard.Bots.Candle(DateTimeOffset.UnixEpoch, price, price, price, price, 1)]);
    }

    [Fact]
    public async Task The_moving_chart_asks_under_the_rights_of_its_signal()
    {
        var signal = await app.Get<CsDashboard.Signals.TradingSignals>().Publish(app.Amina, SignalHouse.Gold());
        var path = $"app/signals/{signal.Id}/chart";
        using var stranger = app.Anonymous;
        (await stranger.GetAsync(path)).IsSuccessStatusCode.ShouldBeFalse();
        using var token = app.Client(app.David);
        (await token.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "It is the page's own, not the API's.");
        using var david = await app.Browser(app.David);
        var chart = await (await david.GetAsync(path)).Json();
        chart.GetProperty("lines").GetArrayLength().ShouldBe(5);
        chart.GetProperty("marks").GetArrayLength().ShouldBe(1);
        using var oskar = await app.Browser(app.Oskar);
        (await oskar.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static SignalRow Row(SignalState state, Direction direction, decimal entry, decimal stop, decimal first) =>
        new()
        {
            Id = Guid.Empty,
            Number = 1,
            Type = SignalType.Crypto,
            Pair = "BTC/USD",
            Direction = direction,
            Entry = entry,
            Stop = stop,
            FirstStop = first,
            Targets = [90],
            RiskReward = 2,
            Score = 50,
            Recommended = false,
            ScoreLines = [],
            Indicators = new Dictionary<string, decimal>(),
            Note = null,
            Source = DraftSource.Admin,
            State = state,
            Reached = 0,
            Result = null,
            Corrections = 0,
            HasCandles = false,
            PublishedAt = default,
            LastEventAt = default,
            OverAt = null,
        };
}
