namespace CsDashboard.Foundation;

public static class Clocks
{
    /// <summary>UTC now, cut to whole milliseconds.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }
}
