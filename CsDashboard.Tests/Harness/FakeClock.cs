namespace CsDashboard.Tests.Harness;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FakeClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
    public void AdvanceSeconds(double seconds) => Advance(TimeSpan.FromSeconds(seconds));
    public void AdvanceMinutes(double minutes) => Advance(TimeSpan.FromMinutes(minutes));
    public void AdvanceHours(double hours) => Advance(TimeSpan.FromHours(hours));
    public void AdvanceDays(double days) => Advance(TimeSpan.FromDays(days));
}
