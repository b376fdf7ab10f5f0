using CsDashboard.Foundation;
using CsDashboard.Signals;

namespace CsDashboard.Tests.Signals;

/// <summary>Publication and life, on each database.</summary>
public sealed class SignalsTests
{
    [Theory, EachDatabase]
    public async Task A_signal_is_published_with_what_was_asked_and_explained(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var signal = await house.Publish();
        (signal.Number, signal.Pair, signal.Entry, signal.Stop, signal.Score, signal.Recommended, signal.State).ShouldBe(
            (1, "BTC/USD", 45000m, 44000m, 75, false, SignalState.Waiting)
        );
        var read = await house.Get<SignalLists>().Get(house.David, signal.Id);
        read.Signal.ShouldBeEquivalentTo(signal);
        read.Signal.Indicators["volume"].ShouldBe(1_200_000);
        read.Life.Single().Kind.ShouldBe(LifeKind.Published);
        (await house.Publish(SignalHouse.Eth())).Number.ShouldBe(2);
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(SignalPublished)).ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task Sent_twice_with_one_key_it_is_published_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var first = await house.Publish(SignalHouse.Btc("k1"));
        (await house.Publish(SignalHouse.Btc("k1"))).Id.ShouldBe(first.Id);
        (await house.Publish(SignalHouse.Btc("k2"))).Id.ShouldNotBe(first.Id);
        (await house.Verify()).Links.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task Only_admins_publish_and_step(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await house.Publish()).Id;
        foreach (var person in new[] { house.David, house.Karim })
        {
            (await Should.ThrowAsync<Refusal>(() => house.Publish(by: person))).Kind.ShouldBe(RefusalKind.Forbidden);
            (
                await Should.ThrowAsync<Refusal>(() => house.Signals.Step(person, id, new SignalStep { Event = "entry_reached" }))
            ).Kind.ShouldBe(RefusalKind.Forbidden);
        }
        (
            await Should.ThrowAsync<Refusal>(() => house.Signals.Step(house.Omar, id, new SignalStep { Event = "entry_reached" }))
        ).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task A_life_goes_from_entry_over_targets_to_its_end(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await house.Publish(SignalHouse.Gold())).Id;
        (await house.Step(id, "entry_reached")).State.ShouldBe(SignalState.Running);
        (await house.Step(id, "target_reached")).Reached.ShouldBe(1);
        (await house.Step(id, "target_reached", target: 2)).State.ShouldBe(SignalState.Running);
        var over = await house.Step(id, "target_reached");
        // 2400 to 2360.5 with 10 at risk.
        (over.State, over.Result, over.OverAt).ShouldBe((SignalState.Closed, 3.95m, house.Clock.GetUtcNow()));
        var life = (await house.Get<SignalLists>().Get(house.Sara, id)).Life;
        life.Select(l => l.Kind)
            .ShouldBe([LifeKind.Published, LifeKind.EntryReached, LifeKind.TargetReached, LifeKind.TargetReached, LifeKind.TargetReached]);
        life[^1].Changes.ShouldContain(new Signal.Change("result", null, "3.95"));
    }

    [Theory, EachDatabase]
    public async Task A_repeat_changes_nothing_and_a_contradiction_is_refused(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await house.Publish()).Id;
        async Task Once(string what, decimal? price = null, string? note = null, decimal? stop = null)
        {
            await house.Step(id, what, price, note, stop);
            var (links, events) = ((await house.Verify()).Links, (await house.Events(house.Nour)).Count);
            await house.Step(id, what, price, note, stop);
            ((await house.Verify()).Links, (await house.Events(house.Nour)).Count).ShouldBe((links, events), what);
        }
        async Task Never(string what, decimal? price = null, string? note = null) =>
            (await Should.ThrowAsync<Refusal>(() => house.Step(id, what, price, note))).Kind.ShouldBe(RefusalKind.Conflict, what);

        foreach (var early in new[] { "target_reached", "stop_reached" })
            await Never(early);
        await Never("closed", 46000);
        await Once("entry_reached");
        // A running signal is not cancelled, so that no loss is hidden.
        await Never("cancelled", note: "Changed our mind");
        await Once("moved", stop: 44500);
        await Once("closed", 46000);
        (await house.Seen(house.David))[0].Result.ShouldBe(1m);
        await Never("closed", 46500);
        await Never("stop_reached");
        await Never("entry_reached");
        await Once("corrected", note: "The note said ETH");
        (await house.Verify()).IsWhole.ShouldBeTrue();

        id = (await house.Publish(SignalHouse.Eth())).Id;
        await Once("cancelled", note: "News came first");
        await Never("entry_reached");
    }

    [Theory, EachDatabase]
    public async Task A_stop_that_was_moved_does_not_change_what_was_at_risk(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await house.Publish()).Id;
        await house.Step(id, "entry_reached");
        await house.Step(id, "moved", stop: 45500);
        (await house.Step(id, "stop_reached")).Result.ShouldBe(0.5m);
        (await house.Get<SignalLists>().Get(house.David, id))
            .Life[2]
            .Changes.Single()
            .ShouldBe(new Signal.Change("stop", "44000", "45500"));
    }

    [Theory, EachDatabase]
    public async Task A_correction_stays_visible_and_mends_figures_only_while_nothing_rests_on_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await house.Publish()).Id;
        (await Should.ThrowAsync<Refusal>(() => house.Step(id, "corrected", stop: 44200))).Fields.Single().Field.ShouldBe("note");
        (await Should.ThrowAsync<Refusal>(() => house.Step(id, "corrected", stop: 45100, note: "x")))
            .Fields.Single()
            .Field.ShouldBe("stopLoss");
        var mended = await house.Step(id, "corrected", stop: 44200, note: "A typing mistake in the stop");
        (mended.Stop, mended.Corrections, mended.RiskReward, mended.Score).ShouldBe((44200m, 1, 2.5m, 85));
        await house.Step(id, "entry_reached");
        (await Should.ThrowAsync<Refusal>(() => house.Step(id, "corrected", stop: 44300, note: "Again"))).Kind.ShouldBe(
            RefusalKind.Conflict
        );
        (await house.Step(id, "corrected", note: "The chart was of the day before")).Corrections.ShouldBe(2);
        (await house.Get<SignalLists>().Get(house.David, id)).Life.Select(l => l.Note).ShouldContain("A typing mistake in the stop");
    }

    [Theory, EachDatabase]
    public async Task Sixteen_publish_at_once_and_the_chain_has_no_fork(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => house.Publish(SignalHouse.Eth())));
        var verdict = await house.Verify();
        (verdict.IsWhole, verdict.Links).ShouldBe((true, 16));
        (await house.Seen(house.David)).Select(s => s.Number).Order().ShouldBe(Enumerable.Range(1, 16).Select(n => (long)n));
    }

    [Theory, EachDatabase]
    public async Task The_list_filters_and_pages_alike_from_what_is_kept_and_from_the_database(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 7; i++)
        {
            await house.Publish(
                i % 3 == 0 ? SignalHouse.Gold()
                : i % 3 == 1 ? SignalHouse.Btc()
                : SignalHouse.Eth()
            );
            house.Clock.AdvanceMinutes(60);
        }
        foreach (
            var filter in new[]
            {
                new SignalFilter(),
                new SignalFilter { Type = "forex" },
                new SignalFilter { Pair = "btc" },
                new SignalFilter { Direction = "sell" },
                new SignalFilter { Recommended = true },
                new SignalFilter { State = "active", Since = house.Clock.GetUtcNow().AddHours(-4) },
            }
        )
        {
            var all = (await house.Seen(house.David, filter)).Select(s => s.Number).ToList();
            all.ShouldNotBeEmpty();
            var paged = new List<long>();
            for (string? after = null; ; )
            {
                var page = await house.Get<SignalLists>().List(house.David, filter with { Size = 2, After = after });
                paged.AddRange(page.Items.Select(s => s.Number));
                if ((after = page.Next) is null)
                    break;
            }
            paged.ShouldBe(all);
            all.ShouldBe(all.OrderDescending());
        }
        foreach (
            var bad in new[]
            {
                new SignalFilter { Type = "x" },
                new SignalFilter { Direction = "up" },
                new SignalFilter { State = "gone" },
                new SignalFilter { After = "zz" },
            }
        )
            (await Should.ThrowAsync<Refusal>(() => house.Seen(house.David, bad))).Kind.ShouldBe(RefusalKind.Invalid);
    }

    [Theory, EachDatabase]
    public async Task A_thousand_looks_read_once_until_something_happens(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Publish();
        var lists = house.Get<SignalLists>();
        await Task.WhenAll(
            Enumerable
                .Range(0, 1_000)
                .Select(i => house.Seen(i % 2 == 0 ? house.David : house.Sara, new SignalFilter { Type = i % 3 == 0 ? "crypto" : null }))
        );
        lists.Reads.ShouldBe(1);
        var second = await house.Publish(SignalHouse.Eth());
        (await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => house.Seen(house.David)))).ShouldAllBe(rows => rows[0].Id == second.Id);
        lists.Reads.ShouldBe(2);
        // An unchanged row is the same object, and is not rendered again.
        var before = await house.Seen(house.David);
        await house.Step(second.Id, "entry_reached");
        var after = await house.Seen(house.David);
        ReferenceEquals(before[1], after[1]).ShouldBeTrue();
        (before[0].State, after[0].State).ShouldBe((SignalState.Waiting, SignalState.Running));
    }

    [Theory, EachDatabase]
    public async Task Another_company_sees_nothing_of_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await house.Publish()).Id;
        foreach (var stranger in new[] { house.Oskar, house.Omar, house.Olga })
        {
            (await house.Seen(stranger)).ShouldBeEmpty();
            (await Should.ThrowAsync<Refusal>(() => house.Get<SignalLists>().Get(stranger, id))).Kind.ShouldBe(RefusalKind.NotFound);
            (await house.Get<SignalLists>().Figures(stranger)).Published.ShouldBe(0);
            (await house.Verify(stranger)).Links.ShouldBe(0);
        }
        (await house.Publish(SignalHouse.Eth(), house.Omar)).Number.ShouldBe(1, "Each company counts for itself.");
        (await house.Seen(house.David)).Single().Id.ShouldBe(id);
    }

    [Fact]
    public async Task The_figures_leave_nothing_out()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        async Task Trade(decimal? exit)
        {
            var id = (await house.Publish()).Id;
            await house.Step(id, "entry_reached");
            if (exit is { } price)
                await house.Step(id, "closed", price);
        }
        // +2 R, -1 R, -0.5 R, +1 R, one open; one waiting, one cancelled, one corrected.
        foreach (var exit in new decimal?[] { 47000, 44000, 44500, 46000, null })
            await Trade(exit);
        await house.Step((await house.Publish()).Id, "corrected", note: "Wrong day");
        await house.Step((await house.Publish()).Id, "cancelled", note: "News");
        var record = await house.Get<SignalLists>().Figures(house.David);
        (record.Published, record.Waiting, record.Running, record.Closed, record.Cancelled, record.Won).ShouldBe((7, 1, 1, 4, 1, 2));
        (record.NetR, record.AverageR, record.WinRate, record.WorstDrawdownR, record.Corrections).ShouldBe((1.5m, 0.375m, 0.5m, 1.5m, 1));
    }

    [Theory, EachDatabase]
    public async Task Candles_are_frozen_with_the_signal_and_at_most_two_hundred(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var drafts = house.Get<CsDashboard.Signals.Drafts>();
        var signal = SignalHouse.Btc("bot/crypto/1");
        signal.Candles =
        [
            .. Enumerable.Range(0, 250).Select(i => new Candle(1_700_000_000 + i * 60, 100 + i, 101.5m + i, 99 + i, 100.5m + i, 12.25m)),
        ];
        var id = await drafts.Propose(house.Product, new NewDraft { Signal = signal, Source = DraftSource.Bot });
        (await drafts.Propose(house.Product, new NewDraft { Signal = signal, Source = DraftSource.Bot })).ShouldBe(
            id,
            "Proposed twice with one key, it is there once."
        );
        var draft = await drafts.Get(house.Amina, id);
        (draft.Candles.Count, draft.Candles[0].Time, draft.Source).ShouldBe((200, 1_700_000_000 + 50 * 60, DraftSource.Bot));
        var published = await house.Signals.Publish(house.Amina, draft.Signal, id);
        (await house.Signals.Publish(house.Amina, draft.Signal, id)).Id.ShouldBe(published.Id, "A draft is published once.");
        (await drafts.List(house.Amina)).ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(() => drafts.Edit(house.Amina, id, SignalHouse.Eth()))).Kind.ShouldBe(RefusalKind.NotFound);
        (await house.Get<SignalLists>().Get(house.David, published.Id)).Candles.ShouldBe(draft.Candles);
        (await house.Verify()).IsWhole.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task Drafts_are_the_admins_own_business(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var drafts = house.Get<CsDashboard.Signals.Drafts>();
        var id = await drafts.Propose(house.Amina, new NewDraft { Signal = new NewSignal { Pair = "half a" } });
        foreach (var person in new[] { house.David, house.Karim })
            (await Should.ThrowAsync<Refusal>(() => drafts.List(person))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await drafts.List(house.Omar)).ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(() => drafts.Edit(house.Omar, id, SignalHouse.Eth()))).Kind.ShouldBe(RefusalKind.NotFound);
        await drafts.Edit(house.Amina, id, SignalHouse.Eth());
        (await drafts.Get(house.Amina, id)).EntryPrice.ShouldBe(3000);
        (await house.Seen(house.David)).ShouldBeEmpty();
        await drafts.Discard(house.Amina, id);
        await drafts.Discard(house.Amina, id);
        (await drafts.List(house.Amina)).ShouldBeEmpty();
    }
}
