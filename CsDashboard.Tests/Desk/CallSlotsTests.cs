using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Desk;

/// <summary>The times that customers choose from, and the calls that come of them, on each database.</summary>
public sealed class CallSlotsTests
{
    private static async Task Only(House house, Func<CallSettings, CallSettings> change, params Actor[] takers)
    {
        var slots = house.Get<CallSlots>();
        var settings = change(await slots.Settings(house.Amina));
        await slots.Set(house.Amina, settings with { Takers = takers.Length == 0 ? null : [.. takers.Select(t => t.UserId!.Value)] });
    }

    private static Task<CallView> Book(House house, Actor customer, DateTimeOffset at) =>
        house.Get<CallRequests>().Request(customer, new NewCall { Slot = at, Phone = "+49 30 1234567" });

    [Theory, EachDatabase]
    public async Task Times_are_the_working_hours_cut_into_calls(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var hours = (await house.Get<SlaPolicies>().Get(house.Karim)).Hours;
        await Only(house, s => s with { Minutes = 45, Gap = 15, Notice = 90, DaysAhead = 8 });
        var free = await house.Get<CallSlots>().Free(house.David);
        var (first, last) = (house.Clock.Now().AddMinutes(90), house.Clock.Now().AddDays(8));
        free.Count.ShouldBeGreaterThan(30);
        free.ShouldBe(free.Distinct().Order());
        free.ShouldAllBe(at => at >= first && at <= last && hours.IsOpen(at) && hours.IsOpen(at.AddMinutes(44)));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(hours.TimeZone);
        foreach (var day in free.GroupBy(at => TimeZoneInfo.ConvertTime(at, zone).Date).Skip(1).SkipLast(1))
            // Nine to eighteen, an hour each: the last ends a quarter before eighteen.
            day.Select(at => TimeZoneInfo.ConvertTime(at, zone).TimeOfDay)
                .ShouldBe(Enumerable.Range(9, 9).Select(h => TimeSpan.FromHours(h)));
        // A holiday has none.
        var policy = await house.Get<SlaPolicies>().Get(house.Amina);
        var off = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(free[^1], zone).DateTime);
        await house.Get<SlaPolicies>().Set(house.Amina, policy with { Hours = policy.Hours with { Holidays = [off] } });
        (await house.Get<CallSlots>().Free(house.David)).ShouldAllBe(at =>
            TimeZoneInfo.ConvertTime(at, zone).Date != off.ToDateTime(TimeOnly.MinValue)
        );
        foreach (var bad in new[] { free[0].AddMinutes(1), free[0].AddDays(30), house.Clock.Now().AddMinutes(5), free[0].AddHours(-12) })
            (await Should.ThrowAsync<Refusal>(() => Book(house, house.David, bad))).Fields[0].Field.ShouldBe("slot", bad.ToString("O"));
    }

    [Theory, EachDatabase]
    public async Task Two_customers_never_have_one_time_of_one_person(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var slots = house.Get<CallSlots>();
        await Only(house, s => s, house.Karim);
        var at = (await slots.Free(house.David))[3];
        var outcomes = await Task.WhenAll(
            new[] { house.Sara, house.David }.Select(async who =>
            {
                try
                {
                    return (await Book(house, who, at)).AgentName;
                }
                catch (Refusal refusal)
                {
                    return refusal.Code;
                }
            })
        );
        outcomes.Order(StringComparer.Ordinal).ShouldBe(new[] { house.Karim.Name, "slot_taken" }.Order(StringComparer.Ordinal));
        var free = await slots.Free(house.David);
        free.ShouldNotContain(at);
        free.ShouldContain(at.AddMinutes(30));
        (await Should.ThrowAsync<Refusal>(() => Book(house, house.David, at))).Message.ShouldContain("just taken");
        // With two who take calls there is room for two, and each has one.
        await Only(house, s => s, house.Karim, house.Lena);
        (await Book(house, house.David, at)).AgentName.ShouldBe(house.Lena.Name);
        (await slots.Free(house.David)).ShouldNotContain(at);
        // What is taken back is free again; what staff put half across it is not.
        var calls = house.Get<CallRequests>();
        await calls.Cancel(house.David, (await calls.List(house.David)).Single(c => c.ScheduledAt == at).Id);
        (await slots.Free(house.David)).ShouldContain(at);
        var other = await calls.Request(house.Sara, new NewCall());
        await calls.Schedule(house.Lena, other.Id, at.AddMinutes(15));
        (await slots.Free(house.David)).ShouldNotContain(at);
        (await slots.Free(house.David)).ShouldContain(at.AddMinutes(30), "Karim has time then.");
        // A time that a program fixed (contract: portal, Calls) takes one of them, whoever it will be.
        await calls.Request(house.Sara, new NewCall { ScheduledAt = at.AddMinutes(60) });
        await calls.Request(house.Sara, new NewCall { ScheduledAt = at.AddMinutes(60) });
        (await slots.Free(house.David)).ShouldNotContain(at.AddMinutes(60));
        // Another company's calls are nobody's business here.
        (await slots.Free(house.Oskar)).ShouldContain(at);
    }

    [Theory]
    [InlineData("minutes", 9, 0, 0, 1)]
    [InlineData("minutes", 121, 0, 0, 1)]
    [InlineData("gap", 30, -1, 0, 1)]
    [InlineData("gap", 30, 61, 0, 1)]
    [InlineData("notice", 30, 0, -1, 1)]
    [InlineData("notice", 30, 0, 10_081, 1)]
    [InlineData("daysAhead", 30, 0, 0, 0)]
    [InlineData("daysAhead", 30, 0, 0, 61)]
    public async Task A_setting_beyond_its_bounds_names_its_field(string field, int minutes, int gap, int notice, int days)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        (
            await Should.ThrowAsync<Refusal>(() =>
                house.Get<CallSlots>().Set(house.Amina, new CallSettings(minutes, gap, notice, days, null))
            )
        )
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe(field);
    }

    [Theory, EachDatabase]
    public async Task Only_an_admin_sets_who_takes_calls_among_the_own_staff(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var slots = house.Get<CallSlots>();
        foreach (var who in new[] { house.Karim, house.David })
            (await Should.ThrowAsync<Refusal>(() => slots.Set(who, CallSettings.Usual))).Kind.ShouldBe(RefusalKind.Forbidden);
        foreach (var nobody in new IReadOnlyList<Guid>[] { [], [house.David.UserId!.Value], [house.Olga.UserId!.Value], [Guid.NewGuid()] })
            (await Should.ThrowAsync<Refusal>(() => slots.Set(house.Amina, CallSettings.Usual with { Takers = nobody })))
                .Fields[0]
                .Field.ShouldBe("takers");
        (
            await Should.ThrowAsync<Refusal>(() =>
                house.Get<CallRequests>().Between(house.David, house.Clock.Now(), house.Clock.Now().AddDays(1))
            )
        ).Kind.ShouldBe(RefusalKind.Forbidden);
        await Only(house, s => s with { Minutes = 20 }, house.Karim);
        var at = (await slots.Free(house.David))[0];
        var call = await Book(house, house.David, at);
        call.Minutes.ShouldBe(20);
        (await house.Get<CallRequests>().Between(house.Lena, at, at.AddMinutes(1)))
            .ShouldHaveSingleItem()
            .AgentId.ShouldBe(house.Karim.UserId);
        (await house.Get<CallRequests>().Between(house.Lena, at.AddMinutes(1), at.AddDays(1))).ShouldBeEmpty();
        (await house.Get<CallRequests>().Between(house.Olga, at.AddDays(-1), at.AddDays(1))).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Both_sides_are_told_an_hour_and_ten_minutes_before_each_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Only(house, s => s, house.Karim);
        var at = (await house.Get<CallSlots>().Free(house.David))[8];
        var call = await Book(house, house.David, at);
        async Task<string> Told(DateTimeOffset when)
        {
            if (when > house.Clock.Now())
                house.Clock.Advance(when - house.Clock.Now());
            for (var i = 0; i < 2; i++)
                await house.Get<CallReminders>().Run(Actor.System(house.Amina.TenantId, house.Clock));
            await house.Drain();
            await using var db = house.Store.Open(house.Product);
            var rows = await db.Set<Notification>().Where(n => n.Kind == "call_reminder" && n.Channel == Channel.Bell).ToListAsync();
            return string.Join(
                ", ",
                rows.Select(n =>
                        (
                            n.UserId == house.David.UserId ? "David"
                            : n.UserId == house.Karim.UserId ? "Karim"
                            : "?"
                        )
                        + " "
                        + n.Link
                    )
                    .Order(StringComparer.Ordinal)
            );
        }
        (await Told(at.AddMinutes(-61))).ShouldBe("");
        (await Told(at.AddMinutes(-60))).ShouldBe("David /portal/calls, Karim /desk/calls");
        (await Told(at.AddMinutes(-30))).ShouldBe("David /portal/calls, Karim /desk/calls");
        (await Told(at.AddMinutes(-9))).ShouldBe("David /portal/calls, David /portal/calls, Karim /desk/calls, Karim /desk/calls");
        (await Told(at.AddMinutes(5))).Split(", ").Length.ShouldBe(4);
        await house.Get<CallRequests>().Complete(house.Karim, call.Id, null);
        // Arranged at short notice: only what is still to come is told. Put off: all of it again. Taken back: nothing.
        var soon = await house.Get<CallRequests>().Request(house.David, new NewCall());
        var now = house.Clock.Now();
        await house.Get<CallRequests>().Schedule(house.Karim, soon.Id, now.AddMinutes(40));
        (await Told(now.AddMinutes(1))).Split(", ").Length.ShouldBe(4);
        (await Told(now.AddMinutes(32))).Split(", ").Length.ShouldBe(6);
        await house.Get<CallRequests>().Schedule(house.Karim, soon.Id, now.AddHours(3));
        (await Told(now.AddHours(2).AddMinutes(5))).Split(", ").Length.ShouldBe(8);
        await house.Get<CallRequests>().Cancel(house.David, soon.Id);
        (await Told(now.AddHours(2).AddMinutes(55))).Split(", ").Length.ShouldBe(8);
    }

    [Fact]
    public async Task A_board_stands_calls_at_one_time_beside_each_other_and_marks_those_of_one_person()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var calls = house.Get<CallRequests>();
        var at = (await house.Get<CallSlots>().Free(house.David))[4];
        async Task<Guid> At(Actor customer, Actor agent, int minutes)
        {
            var call = await calls.Request(customer, new NewCall());
            await calls.Schedule(agent, call.Id, at.AddMinutes(minutes));
            return call.Id;
        }
        var (first, same, own, later) = (
            await At(house.David, house.Karim, 0),
            await At(house.Sara, house.Lena, 0),
            await At(house.Sara, house.Karim, 20),
            await At(house.David, house.Karim, 50)
        );
        var board = CallBoard.Of(
            [(new CallBoard.Column("Day", null, null, false, []), await calls.Between(house.Karim, at.AddHours(-1), at.AddHours(3)))],
            [(at.AddHours(-2), at.AddHours(4))],
            TimeZoneInfo.Utc
        );
        var blocks = board.Columns.ShouldHaveSingleItem().Blocks.ToDictionary(b => b.Call.Id);
        blocks[first].ShouldSatisfyAllConditions(b => b.Lanes.ShouldBe(3), b => b.Clashes.ShouldBeTrue());
        blocks[same].Clashes.ShouldBeFalse("Lena has one.");
        blocks[own].Clashes.ShouldBeTrue();
        (blocks[later].Lane, blocks[later].Lanes, blocks[later].Clashes).ShouldBe((0, 1, false));
        new[] { first, same, own }.Select(id => blocks[id].Lane).ShouldBeUnique();
        (board.FirstHour, board.LastHour).ShouldBe((at.AddHours(-2).UtcDateTime.Hour, at.AddHours(4).UtcDateTime.Hour));
        board.Columns[0].Blocks.ShouldAllBe(b => b.From >= 0 && b.From + b.Hours <= board.LastHour - board.FirstHour);
    }
}
