using System.Net;
using System.Text;

namespace CsDashboard.Tests.Server;

public sealed class RateLimitTests
{
    [Fact]
    public async Task More_calls_than_the_minute_allows_are_held_off_until_the_window_has_moved_on()
    {
        var clock = new FakeClock();
        await using var app = await TestApp.Start(
            settings: [("CsDashboard:RateLimit:PerMinute", "5"), ("CsDashboard:RateLimit:PerHour", "8")],
            clock: clock
        );
        for (var i = 4; i >= 0; i--)
        {
            using var fine = await app.Anonymous.GetAsync("api/auth/me");
            await fine.ShouldBe(401);
            fine.Headers.GetValues("X-RateLimit-Limit-Minute").Single().ShouldBe("5");
            fine.Headers.GetValues("X-RateLimit-Limit-Hour").Single().ShouldBe("8");
            fine.Headers.GetValues("X-RateLimit-Remaining-Minute").Single().ShouldBe($"{i}");
        }
        using var refused = await app.Anonymous.GetAsync("api/auth/me");
        await refused.ShouldBeProblem(429, "too_many_requests");
        var wait = refused.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldNotBeNull();
        wait.TotalSeconds.ShouldBeInRange(55, 65);

        await app.Anonymous.Get("health");
        await app.Anonymous.Get("api/health");
        clock.Advance(wait);
        for (var i = 0; i < 3; i++)
            await (await app.Anonymous.GetAsync("api/auth/me")).ShouldBe(401);
        using var hour = await app.Anonymous.GetAsync("api/auth/me");
        await hour.ShouldBeProblem(429);
        hour.Headers.RetryAfter!.Delta!.Value.TotalMinutes.ShouldBeInRange(50, 65);
    }
}
