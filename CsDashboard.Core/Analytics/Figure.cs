using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics;

/// <summary>Risk counts multiples of what was at risk (R), as the record of the signals does.</summary>
public enum FigureUnit { Count, Seconds, Milliseconds, Rating, Share, Bytes, Risk }

/// <summary>How a figure is to be taken, where there is a measure for it (rules.md 000, Targets).</summary>
public enum FigureState { Plain, Good, Watch, Bad }

/// <summary>
/// A figure. Its name is the key of its label, its definition and, where the rows that were counted can be looked at, of the way to them; Value is
/// null when there is nothing to measure yet. Of says how many were measured, Series shows it over the period or by kind.
/// </summary>
public sealed record Figure(string Name, FigureUnit Unit, decimal? Value)
{
    public long? Of { get; init; }
    /// <summary>Whom or what it is of, in words of its own, where one figure is told of several: an agent, a team. Null for the company.</summary>
    public string? Label { get; init; }
    public FigureState State { get; init; }
    public IReadOnlyList<decimal> Series { get; init; } = [];

    /// <summary>Good up to the aim, Watch up to the limit, Bad beyond.</summary>
    public Figure Within(decimal aim, decimal limit) => this with { State = Value is not { } value ? FigureState.Plain : value <= aim ? FigureState.Good : value <= limit ? FigureState.Watch : FigureState.Bad };
}

public sealed record FigureGroup(string Name, IReadOnlyList<Figure> Figures);

/// <summary>All figures of a company for a period, as they were at a moment.</summary>
public sealed record FigureBoard(DateTimeOffset At, FigurePeriod Period, IReadOnlyList<FigureGroup> Groups);

/// <summary>
/// A room's figures: each room that has some implements this beside its tables and registers it with
/// <c>AddSingleton&lt;IFigures, XxxFigures&gt;()</c>; its groups show in the order of registration. Labels and definitions are
/// texts of the page. Reads must be answered by an index, or by a bounded number of rows.
/// </summary>
public interface IFigures
{
    Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period);
}

/// <summary>Whole days of the company's own zone up to now (From is included, To is not), in equal steps for a small chart: hours of today, else days.</summary>
public sealed record FigurePeriod(int Days, DateTimeOffset From, DateTimeOffset To, DateOnly FromDay, IReadOnlyList<DateTimeOffset> Steps)
{
    /// <summary>Today, 7, 30 or 90 days.</summary>
    public static readonly int[] Choices = [1, 7, 30, 90];

    private const int MostSteps = 30;

    public static FigurePeriod Of(int days, DateTimeOffset now, TimeZoneInfo zone)
    {
        days = Choices.Contains(days) ? days : Choices[0];
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).AddDays(1 - days);
        var begin = first.ToDateTime(TimeOnly.MinValue);
        var stride = days == 1 ? TimeSpan.FromHours(1) : TimeSpan.FromDays((days + MostSteps - 1) / MostSteps);
        var steps = new List<DateTimeOffset>();
        for (var step = begin; Zones.At(step, zone) <= now; step += stride) steps.Add(Zones.At(step, zone));
        // What happened in this very moment is counted.
        return new FigurePeriod(days, Zones.At(begin, zone), now.AddMilliseconds(1), first, steps);
    }

    /// <summary>How many of these times lie in each step.</summary>
    public async Task<IReadOnlyList<decimal>> Series(Func<DateTimeOffset, DateTimeOffset, Task<int>> countBetween)
    {
        var series = new decimal[Steps.Count];
        for (var i = 0; i < Steps.Count; i++) series[i] = await countBetween(Steps[i], i + 1 < Steps.Count ? Steps[i + 1] : To);
        return series;
    }
}
