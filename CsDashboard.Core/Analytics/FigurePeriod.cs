using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics;

/// <summary>
/// Whole days of the company's own zone up to now (From is included, To is not), in equal steps for a small chart: hours of today, else
/// days.
/// </summary>
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
        for (var step = begin; Zones.At(step, zone) <= now; step += stride)
            steps.Add(Zones.At(step, zone));
        // What happened in this very moment is counted.
        return new FigurePeriod(days, Zones.At(begin, zone), now.AddMilliseconds(1), first, steps);
    }

    /// <summary>How many of these times lie in each step.</summary>
    public async Task<IReadOnlyList<decimal>> Series(Func<DateTimeOffset, DateTimeOffset, Task<int>> countBetween)
    {
        var series = new decimal[Steps.Count];
        for (var i = 0; i < Steps.Count; i++)
            series[i] = await countBetween(Steps[i], i + 1 < Steps.Count ? Steps[i + 1] : To);
        return series;
    }
}
