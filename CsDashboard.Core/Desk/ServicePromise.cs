using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk;

/// <summary>How fast the company answers and resolves at one priority, in business time.</summary>
public sealed record PromiseTarget(TimeSpan FirstResponse, TimeSpan Resolution);

/// <summary>A stretch of a week day in which the company works, local time.</summary>
public sealed record WorkingDay(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <summary>What the company promises (SLA): targets by priority, counted in its business hours.</summary>
public sealed record ServicePromise(BusinessHours Hours, IReadOnlyDictionary<TicketPriority, PromiseTarget> Targets)
{
    public PromiseTarget For(TicketPriority priority) => Targets[priority];

    /// <summary>What holds until an admin sets something else: Sunday to Thursday 9 to 18 in the company's zone.</summary>
    public static ServicePromise Usual(string timeZone) => new(
        new BusinessHours(timeZone, [.. Enum.GetValues<DayOfWeek>().Where(d => d is not (DayOfWeek.Friday or DayOfWeek.Saturday)).Select(d => new WorkingDay(d, new(9, 0), new(18, 0)))], []),
        new Dictionary<TicketPriority, PromiseTarget>
        {
            [TicketPriority.Urgent] = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(4)),
            [TicketPriority.High] = new(TimeSpan.FromHours(1), TimeSpan.FromHours(8)),
            [TicketPriority.Medium] = new(TimeSpan.FromHours(4), TimeSpan.FromHours(18)),
            [TicketPriority.Low] = new(TimeSpan.FromHours(8), TimeSpan.FromHours(45)),
        });
}

/// <summary>When a company works: a week, its holidays and its time zone. All instants are UTC.</summary>
public sealed record BusinessHours(string TimeZone, IReadOnlyList<WorkingDay> Week, IReadOnlyList<DateOnly> Holidays)
{
    // A week without an hour of work would never end; a promise longer than this is no promise.
    private const int MaxDays = 400;

    private TimeZoneInfo Zone => Zones.Of(TimeZone);

    /// <summary>Invalid for a week without an hour of work, or an unknown zone.</summary>
    internal void Demand()
    {
        if (Week.Count == 0 || Week.Any(d => d.To != TimeOnly.MinValue && d.To <= d.From)) throw Refusal.Invalid("week", Words.Of("Promise_Week"));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _)) throw Refusal.Invalid("timeZone", Words.Of("TimeZone_Unknown"));
    }

    /// <summary>The instant at which that much business time has passed since the start.</summary>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan business)
    {
        foreach (var (from, to) in Stretches(start))
        {
            if (to - from >= business) return from + business;
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
            if (from >= end) break;
            sum += (to < end ? to : end) - from;
        }
        return sum;
    }

    /// <summary>Whether somebody works at that instant, and else when work begins again.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at) => Stretches(at).Select(s => s.From).FirstOrDefault(at);

    public bool IsOpen(DateTimeOffset at) => NextOpening(at) == at;

    /// <summary>Days between the two that were skipped as holidays.</summary>
    public int HolidaysBetween(DateTimeOffset start, DateTimeOffset end)
    {
        var (first, last) = (LocalDay(start), LocalDay(end));
        return Holidays.Count(day => day >= first && day <= last && Week.Any(w => w.Day == day.DayOfWeek));
    }

    private DateOnly LocalDay(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Stretches(DateTimeOffset start)
    {
        var zone = Zone;
        var day = LocalDay(start);
        for (var i = 0; i < MaxDays; i++, day = day.AddDays(1))
        {
            if (Holidays.Contains(day)) continue;
            foreach (var work in Week.Where(w => w.Day == day.DayOfWeek).OrderBy(w => w.From))
            {
                var (from, to) = (Instant(day, work.From, zone), Instant(work.To == TimeOnly.MinValue ? day.AddDays(1) : day, work.To, zone));
                if (to <= start) continue;
                yield return (from < start ? start : from, to);
            }
        }
    }

    private static DateTimeOffset Instant(DateOnly day, TimeOnly time, TimeZoneInfo zone) => Zones.At(day.ToDateTime(time), zone);
}

/// <summary>A company's promise as it is kept; without a row, <see cref="ServicePromise.Usual"/> holds.</summary>
public sealed class PromiseSetting : ITenantOwned
{
    public Guid TenantId { get; set; }
    public string Json { get; set; } = "";

    public ServicePromise Read() => JsonSerializer.Deserialize<ServicePromise>(Json, StoredEvent.Json)!;
    public void Set(ServicePromise promise) => Json = JsonSerializer.Serialize(promise, StoredEvent.Json);
}

public enum PromiseState { Due, Met, Overdue, Missed, Paused }

/// <summary>One promise of a ticket as a badge shows it, with what its calculation is made of.</summary>
/// <param name="Span">Until it is due, by how much it is overdue or was missed, or how fast it was kept, in wall time.</param>
public sealed record PromiseView(PromiseState State, DateTimeOffset DueAt, TimeSpan Span, DateTimeOffset From, TimeSpan Target, TimeSpan Paused, int Holidays, string TimeZone)
{
    public static PromiseView? FirstResponse(Ticket t, ServicePromise p, DateTimeOffset now) =>
        t.FirstResponseDueAt is { } due ? Of(t, p, due, t.FirstRespondedAt ?? (t.IsDone ? t.ResolvedAt : null), p.For(t.Priority).FirstResponse, false, now) : null;

    public static PromiseView? Resolution(Ticket t, ServicePromise p, DateTimeOffset now) =>
        t.ResolutionDueAt is { } due ? Of(t, p, due, t.IsDone ? t.ResolvedAt : null, p.For(t.Priority).Resolution, t.PausedAt is not null, now) : null;

    private static PromiseView Of(Ticket t, ServicePromise p, DateTimeOffset due, DateTimeOffset? done, TimeSpan target, bool paused, DateTimeOffset now)
    {
        var (state, span) = done is { } at
            ? at <= due ? (PromiseState.Met, at - t.CreatedAt) : (PromiseState.Missed, at - due)
            : paused ? (PromiseState.Paused, due - now)
            : now <= due ? (PromiseState.Due, due - now) : (PromiseState.Overdue, now - due);
        return new PromiseView(state, due, span, t.CreatedAt, target, TimeSpan.FromMinutes(t.PausedMinutes), p.Hours.HolidaysBetween(t.CreatedAt, due), p.Hours.TimeZone);
    }
}
