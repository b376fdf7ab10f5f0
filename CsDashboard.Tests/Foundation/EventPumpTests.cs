using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Foundation;

public sealed class EventPumpTests
{
    [Theory, EachDatabase]
    public async Task An_event_reaches_its_handlers_with_who_and_when_it_was(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Keeper>());
        await Ring(house, 1);
        house.Clock.AdvanceMinutes(3);
        (await Kept(house, nameof(Keeper))).ShouldBeEmpty("Nothing is delivered before its time.");

        await house.Drain();

        (await Kept(house, nameof(Keeper))).ShouldBe(["1"]);
        var heard = house.Get<Keeper>().Heard.ShouldHaveSingleItem();
        heard.UserId.ShouldBe(house.Karim.UserId);
        heard.ActorName.ShouldBe("Karim");
        heard.TenantId.ShouldBe(house.Nour);
        heard.At.ShouldBe(house.Clock.GetUtcNow().AddMinutes(-3));
    }

    [Theory, EachDatabase]
    public async Task A_handler_sees_only_the_company_of_its_event(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Keeper>());
        await Ring(house, 1);
        await Ring(house, 2, house.Olga);
        await house.Drain();
        house.Get<Keeper>().ActedFor.ShouldBe([house.Nour, house.Other]);
    }

    [Theory, EachDatabase]
    public async Task Events_are_delivered_once_and_in_order(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Keeper>());
        for (var i = 0; i < 60; i++)
            await Ring(house, i);
        await house.Drain();
        await house.Drain();
        house.Get<Keeper>().Heard.Select(h => h.Event.Note).ShouldBe(Enumerable.Range(0, 60).Select(Named));
        (await Kept(house, nameof(Keeper))).Count.ShouldBe(60);
    }

    [Theory, EachDatabase]
    public async Task Two_pumps_at_once_keep_each_event_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Keeper>());
        await using var twin = house.Again(s => s.AddHandler<Keeper>());
        for (var i = 0; i < 60; i++)
            await Ring(house, i);
        await Task.WhenAll(house.Drain(), twin.Drain(), house.Drain());
        (await Kept(house, nameof(Keeper))).ShouldBe(Enumerable.Range(0, 60).Select(Named), ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task A_write_that_was_rolled_back_is_heard_by_nobody(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Keeper>());
        await Should.ThrowAsync<ArithmeticException>(() =>
            house.Store.Write(
                house.Karim,
                async db =>
                {
                    db.Record(new BellRang(Guid.NewGuid(), "never"));
                    await db.SaveChangesAsync();
                    throw new ArithmeticException();
                }
            )
        );
        await house.Drain();
        house.Get<Keeper>().Heard.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_handler_that_fails_twice_is_tried_again_after_growing_pauses_and_its_work_is_kept_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Stubborn>().AddHandler<Keeper>());
        house.Get<Stubborn>().Failures = 2;
        await Ring(house, 1);

        await house.Drain();
        house.Get<Stubborn>().Tries.ShouldBe(1);
        (await Kept(house, nameof(Keeper))).ShouldBe(["1"], "The other handler goes on.");
        (await Kept(house, nameof(Stubborn))).ShouldBeEmpty("What a failing handler wrote is undone.");

        house.Clock.AdvanceSeconds(0.9);
        await house.Drain();
        house.Get<Stubborn>().Tries.ShouldBe(1, "It is not due yet.");
        house.Clock.AdvanceSeconds(0.2);
        await house.Drain();
        house.Get<Stubborn>().Tries.ShouldBe(2);
        house.Clock.AdvanceSeconds(1.9);
        await house.Drain();
        house.Get<Stubborn>().Tries.ShouldBe(2, "The second pause is two seconds.");
        house.Clock.AdvanceSeconds(0.2);
        await house.Drain();

        house.Get<Stubborn>().Tries.ShouldBe(3);
        (await Kept(house, nameof(Stubborn))).ShouldBe(["1"]);
        house.Clock.AdvanceDays(1);
        await house.Drain();
        house.Get<Stubborn>().Tries.ShouldBe(3, "Once it has worked it is not tried again.");
        (await Kept(house, nameof(Keeper))).ShouldBe(["1"]);
    }

    [Theory, EachDatabase]
    public async Task Two_handlers_that_fail_one_after_the_other_are_both_tried_again(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Stubborn>().AddHandler<Poisoned>());
        house.Get<Stubborn>().Failures = 1;
        await Ring(house, 1);
        await house.Drain();
        house.Clock.AdvanceSeconds(2);
        await house.Drain();
        (await Kept(house, nameof(Stubborn))).ShouldBe(["1"]);
        house.Get<Poisoned>().Tries.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task A_poisoned_handler_holds_neither_the_others_nor_later_events(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Poisoned>().AddHandler<Keeper>());
        for (var i = 0; i < 30; i++)
            await Ring(house, i);
        await house.Drain();
        (await Kept(house, nameof(Keeper))).ShouldBe(Enumerable.Range(0, 30).Select(Named), ignoreOrder: true);
        house.Log.Lines.ShouldContain(line => line.Text.Contains(nameof(Poisoned), StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_poisoned_handler_is_given_up_after_twelve_tries(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Poisoned>().AddHandler<Keeper>());
        await Ring(house, 1);
        for (var day = 0; day < 20; day++)
        {
            house.Clock.AdvanceDays(1);
            await house.Drain();
        }
        house.Get<Poisoned>().Tries.ShouldBe(12);
        await Ring(house, 99);
        await house.Drain();
        (await Kept(house, nameof(Keeper))).ShouldBe(["1", "99"]);
    }

    [Theory, EachDatabase]
    public async Task An_event_whose_payload_cannot_be_read_holds_nothing_up(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Keeper>());
        await Ring(house, 1);
        await house.Database.DropGuards();
        await house.Database.Ask("UPDATE \"Events\" SET \"Payload\" = '{\"note\": 5' WHERE \"Kind\" = 'BellRang'");
        await Ring(house, 2);
        await house.Drain();
        (await Kept(house, nameof(Keeper))).ShouldBe(["2"]);
    }

    [Theory, EachDatabase]
    public async Task An_event_of_a_kind_that_is_no_longer_known_is_passed_over(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Keeper>());
        await Ring(house, 1);
        await house.Database.DropGuards();
        await house.Database.Ask("UPDATE \"Events\" SET \"Kind\" = 'BellMelted' WHERE \"Kind\" = 'BellRang'");
        await Ring(house, 2);
        await house.Drain();
        (await Kept(house, nameof(Keeper))).ShouldBe(["2"]);
    }

    [Theory, EachDatabase]
    public async Task What_was_recorded_before_a_restart_is_delivered_after_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Keeper>());
        await Ring(house, 1);
        await house.Stop();

        await using var again = house.Again(s => s.AddHandler<Keeper>());
        await again.Drain();
        (await Kept(again, nameof(Keeper))).ShouldBe(["1"]);
    }

    [Theory, EachDatabase]
    public async Task A_pump_that_was_stopped_in_the_middle_of_a_batch_leaves_each_event_to_be_kept_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Keeper>());
        for (var i = 0; i < 90; i++)
            await Ring(house, i);
        using var stop = new CancellationTokenSource();
        // Slow enough that they are not all one batch.
        house.Get<Keeper>().Before = note =>
        {
            Thread.Sleep(2);
            if (note == "40")
                stop.Cancel();
        };
        await Should.ThrowAsync<OperationCanceledException>(() => house.Get<EventPump>().Drain(stop.Token));
        (await Kept(house, nameof(Keeper))).Count.ShouldBeInRange(1, 89);
        await house.Stop();

        await using var again = house.Again(s => s.AddHandler<Keeper>());
        await again.Drain();
        (await Kept(again, nameof(Keeper))).ShouldBe(Enumerable.Range(0, 90).Select(Named), ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task A_failure_before_a_restart_is_tried_again_after_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Stubborn>());
        house.Get<Stubborn>().Failures = 1;
        await Ring(house, 1);
        await house.Drain();
        await house.Stop();

        await using var again = house.Again(s => s.AddHandler<Stubborn>());
        house.Clock.AdvanceSeconds(2);
        await again.Drain();
        (await Kept(again, nameof(Stubborn))).ShouldBe(["1"]);
    }

    [Theory, EachDatabase]
    public async Task What_a_handler_records_is_delivered_in_turn_and_what_a_failing_one_records_never_happened(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Echo>().AddHandler<Keeper>());
        house.Get<Echo>().Fail = true;
        var live = 0;
        using var listening = house.Feed.Listen(Topic.Of(house.Nour, Echo.Wall), _ => live++);
        await Ring(house, 1);
        await house.Drain();
        live.ShouldBe(0, "It was undone, so nobody is told.");
        (await Kept(house, nameof(Keeper))).ShouldBe(["1"]);

        house.Get<Echo>().Fail = false;
        house.Clock.AdvanceSeconds(2);
        await house.Drain();
        (await Kept(house, nameof(Keeper))).ShouldBe(["1", "echo of 1"]);
        live.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task The_running_pump_delivers_soon_after_the_commit_by_itself(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Keeper>());
        var pump = house.Get<EventPump>();
        await pump.StartAsync(CancellationToken.None);
        try
        {
            await Task.Delay(300);
            await Ring(house, 1);
            var began = TimeProvider.System.GetTimestamp();
            while ((await Kept(house, nameof(Keeper))).Count == 0 && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10))
                await Task.Delay(10);
            (await Kept(house, nameof(Keeper))).ShouldBe(["1"]);
        }
        finally
        {
            await pump.StopAsync(CancellationToken.None);
        }
    }

    [Theory, EachDatabase]
    public async Task A_handler_of_many_is_given_those_that_follow_one_another_at_once_and_in_order(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Gatherer>());
        for (var i = 0; i < 3; i++)
            await Ring(house, i);
        await Ring(house, 3, house.Olga);
        for (var i = 4; i < 6; i++)
            await Ring(house, i);
        await Ring(house, 6, house.Karim with { Silent = true });
        await Ring(house, 7, house.Karim with { Silent = true });
        await house.Drain();
        house.Get<Gatherer>().Told.ShouldBe(["0 1 2", "3", "4 5", "6", "7"]);
        (await Kept(house, nameof(Gatherer))).ShouldBe(Enumerable.Range(0, 8).Select(Named), ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task Among_many_at_once_the_poisoned_one_alone_waits_and_the_others_are_kept_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.AddHandler<Gatherer>().AddHandler<Keeper>());
        house.Get<Gatherer>().Poison = "2";
        for (var i = 0; i < 5; i++)
            await Ring(house, i);
        await house.Drain();
        house.Get<Gatherer>().Told.ShouldBe(["0 1 2 3 4", "0", "1", "2", "3", "4"]);
        (await Kept(house, nameof(Gatherer))).ShouldBe(["0", "1", "3", "4"], ignoreOrder: true);
        (await Kept(house, nameof(Keeper))).ShouldBe(Enumerable.Range(0, 5).Select(Named), ignoreOrder: true);
        house.Get<Gatherer>().Poison = null;
        house.Clock.AdvanceSeconds(1.1);
        await house.Drain();
        (await Kept(house, nameof(Gatherer))).ShouldBe(["0", "1", "2", "3", "4"], ignoreOrder: true);
    }

    private static Task Ring(House house, int number, Actor? by = null) =>
        house.Store.Write(
            by ?? house.Karim,
            db =>
            {
                db.Record(new BellRang(Guid.NewGuid(), Named(number)));
                return Task.CompletedTask;
            }
        );

    private static string Named(int i) => i.ToString(CultureInfo.InvariantCulture);

    // Handlers write where any table would do: a sign-in attempt from the address that is the handler's name.
    private static async Task<IReadOnlyList<string>> Kept(House house, string handler)
    {
        await using var db = house.Store.Open(house.Product);
        return await db.SignInAttempts.Where(a => a.Address == handler).OrderBy(a => a.Id).Select(a => a.Email).ToListAsync();
    }

    public sealed record BellRang(Guid Bell, string Note) : IEvent
    {
        public Subject About => new("bell", Bell);
        public (string, object?[]) Sentence => ("Event_SignedIn", [Note]);
    }

    private abstract class Writer
    {
        protected void Write(Recorded<BellRang> happening, AppDb db) =>
            db.SignInAttempts.Add(
                new SignInAttempt
                {
                    Email = happening.Event.Note,
                    Address = GetType().Name,
                    At = happening.At,
                }
            );
    }

    private sealed class Keeper : Writer, IHandle<BellRang>
    {
        public List<Recorded<BellRang>> Heard { get; } = [];
        public List<Guid> ActedFor { get; } = [];
        public Action<string>? Before { get; set; }

        public Task Handle(Recorded<BellRang> happening, AppDb db)
        {
            Before?.Invoke(happening.Event.Note);
            lock (Heard)
            {
                Heard.Add(happening);
                ActedFor.Add(db.Actor.TenantId);
            }
            Write(happening, db);
            return Task.CompletedTask;
        }
    }

    private sealed class Gatherer : Writer, IHandleMany<BellRang>
    {
        public List<string> Told { get; } = [];
        public string? Poison { get; set; }

        public Task Handle(IReadOnlyList<Recorded<BellRang>> happenings, AppDb db)
        {
            Told.Add(string.Join(' ', happenings.Select(h => h.Event.Note)));
            foreach (var happening in happenings)
            {
                Write(happening, db);
                if (happening.Event.Note == Poison)
                    throw new ArithmeticException("poisoned");
            }
            return Task.CompletedTask;
        }
    }

    private sealed class Stubborn : Writer, IHandle<BellRang>
    {
        public int Failures { get; set; }
        public int Tries { get; private set; }

        public async Task Handle(Recorded<BellRang> happening, AppDb db)
        {
            Write(happening, db);
            await db.SaveChangesAsync();
            if (++Tries <= Failures)
                throw new ArithmeticException("not yet\0");
        }
    }

    private sealed class Poisoned : IHandle<BellRang>
    {
        public int Tries { get; private set; }

        public Task Handle(Recorded<BellRang> happening, AppDb db)
        {
            Tries++;
            throw new ArithmeticException("never");
        }
    }

    private sealed class Echo : IHandle<BellRang>
    {
        public static readonly Guid Wall = Guid.NewGuid();
        public bool Fail { get; set; }

        public async Task Handle(Recorded<BellRang> happening, AppDb db)
        {
            if (happening.Event.Bell == Wall)
                return;
            db.Record(new BellRang(Wall, "echo of " + happening.Event.Note));
            await db.SaveChangesAsync();
            if (Fail)
                throw new ArithmeticException("swallowed");
        }
    }
}
