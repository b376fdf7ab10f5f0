using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Desk;
using Ical.Net;

namespace CsDashboard.Tests.Desk;

/// <summary>When a call may be, what speaks against a time, and the call in a calendar.</summary>
public sealed class CallTimesTests
{
    // Sunday to Thursday 9 to 18 in Riyadh: until an admin sets something else.
    private static async Task<DateTimeOffset> Opening(House house, int daysAhead = 2)
    {
        var hours = (await house.Get<SlaPolicies>().Get(house.Karim)).Hours;
        return hours.NextOpening(house.Clock.Now().AddDays(daysAhead)) is var at && hours.IsOpen(at.AddHours(2))
            ? at.AddHours(1)
            : hours.NextOpening(at.AddHours(16)).AddHours(1);
    }

    [Theory, EachDatabase]
    public async Task A_customer_wishes_only_times_at_which_somebody_works_and_that_can_be_meant(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (calls, open) = (house.Get<CallRequests>(), await Opening(house));
        async Task<string> Refused(NewCall input) =>
            (await Should.ThrowAsync<Refusal>(() => calls.Request(house.Sara, input))).Fields[0].Field;
        foreach (
            var at in new[]
            {
                open.AddHours(-10),
                open.AddHours(18),
                open.AddYears(2),
                new DateTimeOffset(2099, 1, 4, 10, 0, 0, TimeSpan.FromHours(3)),
                house.Clock.Now().AddHours(-1),
            }
        )
            (await Refused(new() { Wishes = [open, at] })).ShouldBe("wishes", at.ToString("O"));
        (await Refused(new() { ScheduledAt = open.AddYears(2) })).ShouldBe("scheduledAt");
        (await calls.Request(house.Sara, new() { Wishes = [open] })).Wishes.ShouldBe([open.ToUniversalTime()]);
        // A fixed time from a program is taken as it is (contract: portal, Calls).
        (await calls.Request(house.Sara, new() { ScheduledAt = open.AddHours(-10) })).Status.ShouldBe(CallStatus.Scheduled);
    }

    [Theory, EachDatabase]
    public async Task What_speaks_against_a_time_is_said_and_staff_may_decide_for_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (calls, open) = (house.Get<CallRequests>(), await Opening(house));
        var (first, second) = (await calls.Request(house.Sara, new()), await calls.Request(house.David, new()));
        (await calls.Clashes(house.Karim, first.Id, open)).ShouldBe(new CallClash(null, null, null));
        await calls.Schedule(house.Karim, first.Id, open);
        (await calls.Clashes(house.Karim, second.Id, open.AddMinutes(20))).ShouldBe(
            new CallClash(null, open.ToUniversalTime(), house.Sara.Name)
        );
        (await calls.Clashes(house.Karim, second.Id, open.AddMinutes(30))).Any.ShouldBeFalse();
        // Another agent is free then; the same customer is not.
        (await calls.Clashes(house.Lena, second.Id, open)).Any.ShouldBeFalse();
        var third = await calls.Request(house.Sara, new());
        (await calls.Clashes(house.Lena, third.Id, open)).OtherAt.ShouldBe(open.ToUniversalTime());
        var night = open.AddHours(-10);
        (await calls.Clashes(house.Karim, second.Id, night)).NextOpening.ShouldNotBeNull().ShouldBeGreaterThan(night);
        await calls.Schedule(house.Karim, second.Id, night);
        (await calls.Get(house.David, second.Id)).ScheduledAt.ShouldBe(night.ToUniversalTime());
        (await Should.ThrowAsync<Refusal>(() => calls.Schedule(house.Karim, third.Id, open.AddYears(2))))
            .Fields[0]
            .Field.ShouldBe("scheduledAt");
        (await Should.ThrowAsync<Refusal>(() => calls.Clashes(house.Sara, third.Id, open))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => calls.Clashes(house.Olga, third.Id, open))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task What_is_over_has_no_wishes_left(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (calls, open) = (house.Get<CallRequests>(), await Opening(house));
        var call = await calls.Request(house.Sara, new() { Wishes = [open, open.AddHours(1)] });
        call.OpenWishes(house.Clock.Now()).Count().ShouldBe(2);
        call.OpenWishes(open).Count().ShouldBe(1);
        await calls.Complete(house.Karim, call.Id, "Done");
        (await calls.Get(house.Sara, call.Id)).OpenWishes(house.Clock.Now()).ShouldBeEmpty();
    }

    // Before and after the clocks change in Berlin, and where they never do.
    [Theory]
    [InlineData("Europe/Berlin", "2027-03-26T09:00:00Z", 10)]
    [InlineData("Europe/Berlin", "2027-03-29T09:00:00Z", 11)]
    [InlineData("Asia/Riyadh", "2027-03-29T09:00:00Z", 12)]
    [InlineData("UTC", "2027-03-29T09:00:00Z", 9)]
    public void A_call_in_a_calendar_is_at_its_time_in_the_persons_zone(string zone, string instant, int hour)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        var call = new CallView
        {
            Id = Guid.NewGuid(),
            CustomerId = Guid.NewGuid(),
            CustomerName = "Sara, Haddad; \u200fسارة",
            RequestedBy = Guid.NewGuid(),
            TicketId = Guid.NewGuid(),
            TicketShort = 1042,
            Phone = "+49 30 1",
            Note = "Two lines,\nof a note",
            Status = CallStatus.Scheduled,
            Wishes = [],
            TimeZone = zone,
            ScheduledAt = at,
            AgentName = "Karim",
            Reason = null,
            Outcome = null,
            CreatedAt = at.AddDays(-3),
            Subject = "Payment failed",
            UpdatedAt = at.AddDays(-2),
        };
        foreach (
            var reader in new[]
            {
                new Actor { TenantId = Guid.NewGuid(), Role = Role.Customer },
                new Actor
                {
                    TenantId = Guid.NewGuid(),
                    Role = Role.Agent,
                    TimeZone = zone,
                },
            }
        )
        {
            var text = CallCalendar.Text(call, reader);
            text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
            var calendar = Calendar.Load(text)!;
            var entry = calendar.Events.Single();
            entry.Start!.AsUtc.ShouldBe(at.UtcDateTime);
            entry.End!.AsUtc.ShouldBe(at.UtcDateTime.AddMinutes(30));
            (entry.Start.Value.Hour, entry.Start.TzId).ShouldBe((hour, zone));
            calendar.TimeZones.Select(z => z.TzId).ShouldBe(zone == "UTC" ? [] : [zone]);
            entry.Summary.ShouldBe(reader.Role == Role.Customer ? "Call with Karim" : $"Call with {call.CustomerName}");
            entry.Description.ShouldNotBeNull().ShouldContain("Payment failed");
            (entry.Uid, entry.Status).ShouldBe(($"call-{call.Id:N}@csdashboard", "CONFIRMED"));
            var later = call with { Status = CallStatus.Cancelled, UpdatedAt = call.UpdatedAt.AddMinutes(5) };
            var off = CallCalendar.Text(later, reader);
            off.ShouldContain("STATUS:CANCELLED");
            off.ShouldContain("METHOD:CANCEL");
            var cancelled = Calendar.Load(off)!.Events.Single();
            (cancelled.Uid, cancelled.Sequence > entry.Sequence).ShouldBe((entry.Uid, true));
        }
    }
}
