namespace CsDashboard.Web.Kit;

/// <summary>
/// The value axis of a chart: from Bottom to Top with a line at every Step. One value far above the rest does not flatten them: the axis
/// ends above the rest, and what is higher is cut.
/// </summary>
public sealed record ChartScale(decimal Bottom, decimal Top, decimal Step)
{
    // A value is far above the rest when it is this many times the next.
    private const int Far = 4;
    private const int Lines = 4;
    private static readonly decimal[] Round = [1, 2, 5, 10];

    // Seconds, minutes, hours and days as people count them.
    private static readonly decimal[] Times =
    [
        1,
        5,
        15,
        30,
        60,
        300,
        900,
        1_800,
        3_600,
        7_200,
        14_400,
        21_600,
        43_200,
        86_400,
        172_800,
        432_000,
        864_000,
    ];

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Bottom; tick <= Top; tick += Step)
                yield return tick;
        }
    }

    public bool Cuts(decimal value) => value > Top;

    /// <summary>Where a value lies between Bottom (0) and Top (1).</summary>
    public decimal At(decimal value) => (Math.Clamp(value, Bottom, Top) - Bottom) / (Top - Bottom);

    public static ChartScale Of(IEnumerable<decimal?> values, Measure measure)
    {
        var known = values.OfType<decimal>().ToList();
        var (low, high) = (Math.Min(0, known.DefaultIfEmpty().Min()), Highest([.. known.Where(v => v > 0).Order()]));
        if (measure == Measure.Share && high is > 0.5m and <= 1 && low == 0)
            return new(0, 1, 0.25m);
        var step = StepFor((high - low) / Lines, measure);
        return new(Math.Floor(low / step) * step, Math.Max(Math.Ceiling(high / step), low < 0 ? 0 : 1) * step, step);
    }

    // Few may be cut, and at least two must be left to be told apart.
    private static decimal Highest(IReadOnlyList<decimal> rising)
    {
        for (var cut = Math.Max(2, rising.Count / 10); cut > 0; cut--)
            if (rising.Count >= cut + 2 && rising[^cut] > Far * rising[^(cut + 1)])
                return rising[^(cut + 1)];
        return rising.Count == 0 ? 0 : rising[^1];
    }

    private static decimal StepFor(decimal least, Measure measure)
    {
        if (measure == Measure.Time && Times.FirstOrDefault(t => t >= least) is > 0 and var time)
            return time;
        if (least <= 0)
            return measure == Measure.Share ? 0.25m : 1;
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)least)));
        var step = Round.Select(n => n * power).First(n => n >= least);
        return measure == Measure.Count ? Math.Max(1, step) : step;
    }
}
