using CsDashboard.Desk;
using CsDashboard.Desk.Sla;

namespace CsDashboard.Tests.Desk;

/// <summary>Counting business time: weekends, holidays, changes of the clock, days that end at midnight.</summary>
public sealed class BusinessHoursTests
{
    private static BusinessHours Week(
        string zone,
        string from,
        string to,
        string days = "Monday,Tuesday,Wednesday,Thursday,Friday",
        params string[] holidays
    ) =>
        new(
            zone,
            [.. days.Split(',').Select(d => new WorkingDay(Enum.Parse<DayOfWeek>(d), TimeOnly.Parse(from), TimeOnly.Parse(to)))],
            [.. holidays.Select(DateOnly.Parse)]
        );

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text);

    [Theory]
    [InlineData("2026-03-06T16:00Z", 2, "2026-03-09T09:00Z")] // Friday 17:00 to Monday 10:00
    [InlineData("2026-03-07T12:00Z", 1, "2026-03-09T09:00Z")] // asked on a Saturday
    [InlineData("2026-03-09T05:00Z", 1, "2026-03-09T09:00Z")] // before opening
    [InlineData("2026-03-09T20:00Z", 1, "2026-03-10T09:00Z")] // after closing
    [InlineData("2026-03-09T08:00Z", 9, "2026-03-09T17:00Z")] // a whole day ends at its end
    [InlineData("2026-03-09T08:00Z", 90, "2026-03-20T17:00Z")] // two weeks
    public void Time_is_counted_while_somebody_works(string start, double hours, string due) =>
        Week("Europe/Berlin", "09:00", "18:00").Add(At(start), TimeSpan.FromHours(hours)).ShouldBe(At(due));

    [Fact]
    public void A_holiday_is_skipped_and_said()
    {
        var hours = Week("Europe/Berlin", "09:00", "18:00", holidays: ["2026-04-03", "2026-04-06", "2026-04-05"]);
        hours.Add(At("2026-04-02T15:00Z"), TimeSpan.FromHours(2)).ShouldBe(At("2026-04-07T08:00Z"));
        // Easter Sunday is not a working day, so it was not skipped.
        hours.HolidaysBetween(At("2026-04-02T15:00Z"), At("2026-04-07T08:00Z")).ShouldBe(2);
    }

    [Theory]
    [InlineData("2026-03-29", 3)] // clocks go forward: 1 to 5 is three hours
    [InlineData("2026-10-25", 5)] // clocks go back: five
    [InlineData("2026-03-22", 4)]
    public void A_change_of_the_clock_makes_a_day_shorter_or_longer(string day, double expected)
    {
        var hours = Week("Europe/Berlin", "01:00", "05:00", "Sunday");
        var (from, to) = (At(day + "T00:00Z").AddHours(-3), At(day + "T00:00Z").AddHours(12));
        hours.Between(from, to).ShouldBe(TimeSpan.FromHours(expected));
        hours.Between(from, hours.Add(from, TimeSpan.FromHours(expected))).ShouldBe(TimeSpan.FromHours(expected));
    }

    [Fact]
    public void An_opening_that_the_clock_skips_is_an_hour_later() =>
        Week("Europe/Berlin", "02:30", "05:00", "Sunday").NextOpening(At("2026-03-28T23:00Z")).ShouldBe(At("2026-03-29T01:30Z"));

    [Fact]
    public void A_day_may_last_until_midnight_and_round_the_clock()
    {
        var hours = Week("Asia/Riyadh", "00:00", "00:00", "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday");
        hours.Add(At("2026-03-02T20:30Z"), TimeSpan.FromHours(50)).ShouldBe(At("2026-03-04T22:30Z"));
    }

    [Theory]
    [InlineData("Asia/Riyadh", "2026-03-02T06:00Z", "2026-03-02T07:00Z")]
    [InlineData("America/New_York", "2026-03-02T14:00Z", "2026-03-02T15:00Z")]
    [InlineData("Asia/Kathmandu", "2026-03-02T03:15Z", "2026-03-02T04:15Z")]
    [InlineData("No/Such_Zone", "2026-03-02T09:00Z", "2026-03-02T10:00Z")]
    public void Nine_o_clock_is_the_companys_own(string zone, string opening, string due) =>
        Week(zone, "09:00", "18:00").Add(At(opening), TimeSpan.FromHours(1)).ShouldBe(At(due));

    [Fact]
    public void Adding_and_measuring_agree_wherever_one_begins()
    {
        var hours = Week("Europe/Berlin", "09:00", "17:30", "Monday,Tuesday,Thursday", "2026-03-30");
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var (start, span) = (At("2026-03-01T00:00Z").AddMinutes(random.Next(90_000)), TimeSpan.FromMinutes(random.Next(1, 9_000)));
            var due = hours.Add(start, span);
            hours.Between(start, due).ShouldBe(span, $"{start:O} and {span}");
            hours.Between(start, due.AddMinutes(-1)).ShouldBeLessThan(span);
        }
    }

    [Fact]
    public void No_time_is_none_and_the_second_before_the_first_is_none()
    {
        var hours = Week("UTC", "09:00", "18:00");
        hours.Between(At("2026-03-03T10:00Z"), At("2026-03-02T10:00Z")).ShouldBe(TimeSpan.Zero);
        hours.Between(At("2026-03-03T10:00Z"), At("2026-03-03T10:00Z")).ShouldBe(TimeSpan.Zero);
    }
}
