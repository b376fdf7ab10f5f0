using System.Net;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Bots;

/// <summary>The contract's two calls (contract: enhanced, Bots).</summary>
public sealed class BotEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_admin_switches_and_staff_see_how_it_stands()
    {
        var (omar, olga) = (app.Client(app.Omar), app.Client(app.Olga));
        var never = await olga.Get("api/enhanced/bot/forex/status");
        (never.GetProperty("success").GetBoolean(), never.Text("bot_type"), never.GetProperty("is_active").GetBoolean()).ShouldBe(
            (true, "forex", false)
        );
        using var on = await omar.Post("api/enhanced/bot/forex/toggle", new { active = true, reason = "A test" });
        await on.ShouldBe(HttpStatusCode.OK);
        var body = await on.Json();
        (body.GetProperty("success").GetBoolean(), body.Text("bot_type"), body.GetProperty("is_active").GetBoolean()).ShouldBe(
            (true, "forex", true)
        );
        body.Text("message").ShouldContain("started");
        (await olga.Get("api/enhanced/bot/FOREX/status")).GetProperty("is_active").GetBoolean().ShouldBeTrue();
        // The other company's bot is unaffected, and so is the other bot.
        (await app.Service.Get("api/enhanced/bot/forex/status"))
            .GetProperty("is_active")
            .GetBoolean()
            .ShouldBeFalse();
        (await olga.Get("api/enhanced/bot/crypto/status")).GetProperty("is_active").GetBoolean().ShouldBeFalse();
        // Without a value it means off.
        using var off = await omar.Post("api/enhanced/bot/forex/toggle", new { });
        (await off.Json()).Text("message").ShouldContain("stopped");
        var status = await olga.Get("api/enhanced/bot/forex/status");
        status.GetProperty("is_active").GetBoolean().ShouldBeFalse();
        status
            .GetProperty("last_activated")
            .GetDateTimeOffset()
            .ShouldBeLessThan(status.GetProperty("last_deactivated").GetDateTimeOffset());
    }

    [Fact]
    public async Task Customers_get_403_agents_do_not_switch_and_an_unknown_type_is_400()
    {
        using (var status = await app.Client(app.Sara).GetAsync("api/enhanced/bot/crypto/status"))
            await status.ShouldBeProblem(403);
        foreach (var client in new[] { app.Client(app.Sara), app.Client(app.Karim), app.Service })
        {
            using var toggle = await client.Post("api/enhanced/bot/crypto/toggle", new { active = true });
            await toggle.ShouldBeProblem(403);
        }
        using (var nobody = await app.Anonymous.GetAsync("api/enhanced/bot/crypto/status"))
            await nobody.ShouldBeProblem(401);
        foreach (var type in new[] { "stocks", "0", "1", "crypto,forex", "%20" })
        {
            using var status = await app.Client(app.Karim).GetAsync($"api/enhanced/bot/{type}/status");
            await status.ShouldBeProblem(400);
            using var toggle = await app.Client(app.Amina).Post($"api/enhanced/bot/{type}/toggle", new { active = true });
            await toggle.ShouldBeProblem(400);
        }
        foreach (
            var body in new object[]
            {
                new { active = "yes" },
                new { active = 1 },
                new { active = true, reason = new string('x', 301) },
                new { active = true, reason = 5 },
            }
        )
        {
            using var toggle = await app.Client(app.Amina).Post("api/enhanced/bot/crypto/toggle", body);
            await toggle.ShouldBeProblem(400);
        }
    }
}
