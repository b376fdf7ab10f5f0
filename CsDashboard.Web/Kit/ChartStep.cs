namespace CsDashboard.Web.Kit;

/// <summary>A place on the time axis: as it is written below it, and in full.</summary>
public sealed record ChartStep(string Short, string Name)
{
    /// <summary>"Nov", "November 2026".</summary>
    public static ChartStep Month(int year, int month) =>
        new(Show.Day(new(year, month, 1), "MMM"), Show.Day(new(year, month, 1), "MMMM yyyy"));

    /// <summary>"24 Nov", "Tue, 24 Nov 2026".</summary>
    public static ChartStep Day(DateOnly day) => new(Show.Day(day, "d MMM"), Show.Day(day, "ddd d MMM yyyy"));

    /// <summary>Some days together: "24 Nov", "24 Nov 2026 – 26 Nov 2026".</summary>
    public static ChartStep Days(DateOnly first, DateOnly last) =>
        first == last ? Day(first) : new(Show.Day(first, "d MMM"), $"{Show.Day(first, "d MMM yyyy")} – {Show.Day(last, "d MMM yyyy")}");

    /// <summary>"14:00", and the hour it lasts.</summary>
    public static ChartStep Hour(DateTimeOffset at, TimeZoneInfo zone) =>
        new(Show.Time(at, zone), $"{Show.Time(at, zone)} – {Show.Time(at.AddHours(1), zone)}");
}
