using Microsoft.Extensions.Time.Testing;

namespace CsDashboard.Tests.Harness;

/// <summary>A clock that stands still until a test moves it; whatever waits for a time in between is woken then.</summary>
public sealed class FakeClock() : FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))
{
    public void AdvanceSeconds(double seconds) => Advance(TimeSpan.FromSeconds(seconds));

    public void AdvanceMinutes(double minutes) => Advance(TimeSpan.FromMinutes(minutes));

    public void AdvanceHours(double hours) => Advance(TimeSpan.FromHours(hours));

    public void AdvanceDays(double days) => Advance(TimeSpan.FromDays(days));
}
