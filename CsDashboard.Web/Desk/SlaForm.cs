using System.Globalization;
using CsDashboard.Desk;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Desk;

/// <summary>An SLA as a form: hours and minutes by priority, one stretch of work a day, holidays a line each.</summary>
public sealed class SlaForm
{
    public sealed class Target
    {
        public int Hours { get; set; }
        public int Minutes { get; set; }
    }

    public sealed class Day
    {
        public required DayOfWeek Name { get; init; }
        public bool Works { get; set; }
        public TimeOnly From { get; set; } = new(9, 0);

        /// <summary>Midnight is the end of the day.</summary>
        public TimeOnly To { get; set; } = new(18, 0);

        /// <summary>From midnight to midnight; switched off, it is a usual day.</summary>
        public bool AllDay
        {
            get => (From, To) == (TimeOnly.MinValue, TimeOnly.MinValue);
            set => (From, To) = value ? (TimeOnly.MinValue, TimeOnly.MinValue) : (new(9, 0), new(18, 0));
        }
    }

    public Dictionary<TicketPriority, (Target First, Target Resolution)> Targets { get; } = [];
    public List<Day> Week { get; } = [];
    public List<DateOnly> Holidays { get; } = [];
    public string TimeZone { get; set; } = "UTC";

    // A second stretch in a day (a lunch break) has no field here and must not be lost.
    private readonly List<WorkingDay> more = [];

    public static SlaForm Of(SlaPolicy policy)
    {
        var form = new SlaForm { TimeZone = policy.Hours.TimeZone };
        foreach (var priority in Enum.GetValues<TicketPriority>())
            form.Targets[priority] = (Of(policy.For(priority).FirstResponse), Of(policy.For(priority).Resolution));
        form.Week.AddRange(WeekOf(policy.Hours));
        form.more.AddRange(form.Week.SelectMany(day => policy.Hours.Week.Where(w => w.Day == day.Name).OrderBy(w => w.From).Skip(1)));
        form.Holidays.AddRange(policy.Hours.Holidays.Order());
        return form;
    }

    /// <summary>The first stretch of each day, in the order of the reader's week.</summary>
    public static IEnumerable<Day> WeekOf(BusinessHours hours)
    {
        var first = CultureInfo.CurrentUICulture.DateTimeFormat.FirstDayOfWeek;
        for (var i = 0; i < 7; i++)
        {
            var day = new Day { Name = (DayOfWeek)(((int)first + i) % 7) };
            if (hours.Week.Where(w => w.Day == day.Name).OrderBy(w => w.From).FirstOrDefault() is { } work)
                (day.Works, day.From, day.To) = (true, work.From, work.To);
            yield return day;
        }
    }

    public SlaPolicy Read() =>
        new(
            new BusinessHours(
                TimeZone,
                [
                    .. Week.Where(d => d.Works).Select(d => new WorkingDay(d.Name, d.From, d.To)),
                    .. more.Where(m => Week.Any(d => d.Works && d.Name == m.Day && m.From >= d.To && d.To != TimeOnly.MinValue)),
                ],
                [.. Holidays.Distinct().Order()]
            ),
            Targets.ToDictionary(t => t.Key, t => new SlaTarget(Of(t.Value.First), Of(t.Value.Resolution)))
        );

    private static Target Of(TimeSpan span) => new() { Hours = (int)span.TotalHours, Minutes = span.Minutes };

    private static TimeSpan Of(Target target) =>
        target is { Hours: >= 0 and <= 10_000, Minutes: >= 0 and <= 10_000 }
            ? TimeSpan.FromHours(target.Hours) + TimeSpan.FromMinutes(target.Minutes)
            : throw Refusal.Invalid("targets", Words.Of("Sla_Targets"));
}
