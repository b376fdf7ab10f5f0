using System.Text.Json.Serialization;

namespace CsDashboard.Analytics;

/// <summary>
/// Whole days of the company's own zone up to now (From is included, To is not), in equal steps for a chart: hours of today, else days.
/// </summary>
public sealed record FigurePeriod
{
    /// <summary>Today, 7, 30 or 90 days.</summary>
    public static readonly IReadOnlyList<int> Choices = [1, 7, 30, 90];

    /// <summary>What is shown to those who chose none: early in the morning today is empty.</summary>
    public const int Usual = 7;

    private const int MostSteps = 30;

    public required int Days { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public required DateOnly FromDay { get; init; }

    /// <summary>The name of the company's zone.</summary>
    public required string ZoneName { get; init; }

    [JsonIgnore]
    public TimeZoneInfo Zone => Zones.Of(ZoneName);
    public required IReadOnlyList<DateTimeOffset> Steps { get; init; }

    /// <summary>Whole days in one step; 0 for hours.</summary>
    public int Stride => StrideOf(Days);

    /// <summary>One of the choices, or the usual one.</summary>
    public static int Chosen(int? days) => days is { } some && Choices.Contains(some) ? some : Usual;

    public static FigurePeriod Of(int days, DateTimeOffset now, TimeZoneInfo zone) =>
        Until(Chosen(days), TimeZoneInfo.ConvertTime(now, zone).DateTime, zone) with
        {
            // What happened in this very moment is counted.
            To = now.AddMilliseconds(1),
        };

    /// <summary>As many days before, up to the same time of day, in the same steps.</summary>
    public FigurePeriod Before() => Until(Days, TimeZoneInfo.ConvertTime(To, Zone).DateTime.AddDays(-Days), Zone);

    private static FigurePeriod Until(int days, DateTime local, TimeZoneInfo zone)
    {
        var first = DateOnly.FromDateTime(local).AddDays(1 - days);
        var begin = first.ToDateTime(TimeOnly.MinValue);
        var stride = StrideOf(days) is > 0 and var some ? TimeSpan.FromDays(some) : TimeSpan.FromHours(1);
        var steps = new List<DateTimeOffset>();
        for (var step = begin; step <= local; step += stride)
            steps.Add(Zones.At(step, zone));
        return new()
        {
            Days = days,
            From = steps[0],
            To = Zones.At(local, zone),
            FromDay = first,
            ZoneName = zone.Id,
            Steps = steps,
        };
    }

    private static int StrideOf(int days) => days == 1 ? 0 : (days + MostSteps - 1) / MostSteps;

    /// <summary>What a step amounts to, for each of them: from its begin, to that of the next.</summary>
    public async Task<IReadOnlyList<decimal?>> Series(Func<DateTimeOffset, DateTimeOffset, Task<int>> countBetween)
    {
        var series = new decimal?[Steps.Count];
        for (var i = 0; i < Steps.Count; i++)
            series[i] = await countBetween(Steps[i], EndOf(i));
        return series;
    }

    /// <summary>The same of rows that were read already, each with its time.</summary>
    public IReadOnlyList<decimal?> Series<T>(IReadOnlyList<T> rows, Func<T, DateTimeOffset> at, Func<IReadOnlyList<T>, decimal?> told) =>
        [.. Steps.Select((from, i) => told([.. rows.Where(row => at(row) >= from && at(row) < EndOf(i))]))];

    private DateTimeOffset EndOf(int step) => step + 1 < Steps.Count ? Steps[step + 1] : To;
}
