using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Sla;

/// <summary>When a company works: a week, its holidays and its time zone. All instants are UTC.</summary>
public sealed record BusinessHours(string TimeZone, IReadOnlyList<WorkingDay> Week, IReadOnlyList<DateOnly> Holidays)
{
    // Counting through a week without working hours would never end; and an SLA longer than this is none.
    private const int MaxDays = 400;

    private TimeZoneInfo Zone => Zones.Of(TimeZone);

    /// <summary>Invalid for a week without working hours, or an unknown zone.</summary>
    internal void Demand()
    {
        if (Week.Count == 0 || Week.Any(d => d.To != TimeOnly.MinValue && d.To <= d.From))
            throw Refusal.Invalid("week", Words.Of("Sla_Week"));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            throw Refusal.Invalid("timeZone", Words.Of("TimeZone_Unknown"));
    }

    /// <summary>The instant at which that much business time has passed since the start.</summary>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan business)
    {
        foreach (var (from, to) in Stretches(start))
        {
            if (to - from >= business)
                return from + business;
            business -= to - from;
        }
        return start + business;
    }

    /// <summary>The business time between two instants; none when the second is earlier.</summary>
    public TimeSpan Between(DateTimeOffset start, DateTimeOffset end)
    {
        var sum = TimeSpan.Zero;
        foreach (var (from, to) in Stretches(start))
        {
            if (from >= end)
                break;
            sum += (to < end ? to : end) - from;
        }
        return sum;
    }

    /// <summary>That instant if it is in working hours, otherwise when they begin again.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at) => Stretches(at).Select(s => s.From).FirstOrDefault(at);

    public bool IsOpen(DateTimeOffset at) => NextOpening(at) == at;

    /// <summary>Days between the two that were skipped as holidays.</summary>
    public int HolidaysBetween(DateTimeOffset start, DateTimeOffset end)
    {
        var (first, last) = (LocalDay(start), LocalDay(end));
        return Holidays.Count(day => day >= first && day <= last && Week.Any(w => w.Day == day.DayOfWeek));
    }

    private DateOnly LocalDay(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The stretches of work from that instant on, for a year; the first is cut where it has begun already.</summary>
    public IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Stretches(DateTimeOffset start)
    {
        var zone = Zone;
        var day = LocalDay(start);
        for (var i = 0; i < MaxDays; i++, day = day.AddDays(1))
        {
            if (Holidays.Contains(day))
                continue;
            foreach (var work in Week.Where(w => w.Day == day.DayOfWeek).OrderBy(w => w.From))
            {
                var (from, to) = (
                    Instant(day, work.From, zone),
                    Instant(work.To == TimeOnly.MinValue ? day.AddDays(1) : day, work.To, zone)
                );
                if (to <= start)
                    continue;
                yield return (from < start ? start : from, to);
            }
        }
    }

    private static DateTimeOffset Instant(DateOnly day, TimeOnly time, TimeZoneInfo zone) => Zones.At(day.ToDateTime(time), zone);
}
