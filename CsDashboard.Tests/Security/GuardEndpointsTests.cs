using System.Net;
using CsDashboard.Security;
using CsDashboard.Security.Signing;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Security;

/// <summary>The security service as programs call it (contract: market, Calls).</summary>
public sealed class GuardEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string At = "api/security/";

    private static readonly object Attempt = new
    {
        user_id = "ext-1",
        ip_address = "203.0.113.9",
        user_agent = "Firefox",
        success = false,
    };

    [Fact]
    public async Task Each_call_answers_with_the_fields_of_the_contract()
    {
        foreach (var client in new[] { app.Client(app.Karim), app.Service })
        {
            (await Post(client, "login-attempt", Attempt)).Text("message").ShouldNotBeEmpty();
            (await client.Get(At + "account-locked?user_id=ext-1&ip_address=203.0.113.9"))
                .GetProperty("locked")
                .GetBoolean()
                .ShouldBeFalse();
            var payment = await Post(
                client,
                "payment-security?user_id=ext-1&ip_address=203.0.113.9&user_agent=Firefox",
                new { transaction_data = new { amount = 1_500 } }
            );
            (
                payment.GetProperty("is_safe").GetBoolean(),
                payment.GetProperty("risk_score").GetDecimal(),
                payment.Text("recommendation")
            ).ShouldBe((true, 0.2m, "proceed"));
            payment.GetProperty("risk_factors")[0].GetString().ShouldBe("High value transaction");
            var scan = await Post(client, "scan-input?input_data=%27%20or%201%3D1--", null);
            (scan.GetProperty("is_safe").GetBoolean(), scan.Text("recommendation")).ShouldBe((false, "block"));
            scan.GetProperty("threats")[0].GetString().ShouldBe("SQL injection attempt");
            var told = await Post(
                client,
                "security-event",
                new
                {
                    event_type = "odd",
                    user_id = app.Sara.CustomerId,
                    ip_address = "::1",
                    risk_score = 0.4,
                    details = new { a = 1 },
                }
            );
            told.Text("event_id").ShouldNotBeEmpty();
            var risk = await client.Get($"{At}user-risk/{app.Sara.CustomerId}");
            (risk.GetProperty("risk_score").GetDecimal(), risk.Text("risk_level"), risk.Text("user_id")).ShouldBe(
                (0.4m, "medium", $"{app.Sara.CustomerId}")
            );
        }
        var amina = app.Client(app.Amina);
        var events = (await amina.Get($"{At}events?user_id={app.Sara.CustomerId}&event_type=odd&severity=medium&limit=1")).GetProperty(
            "events"
        );
        events.GetArrayLength().ShouldBe(1);
        foreach (
            var field in "id event_type user_id ip_address user_agent timestamp severity details risk_score action_taken resolved created_at".Split(
                ' '
            )
        )
            events[0].TryGetProperty(field, out _).ShouldBeTrue(field);
        events[0].GetProperty("details").GetProperty("a").GetInt32().ShouldBe(1);
        await Post(
            amina,
            "payment-security",
            new
            {
                user_id = "ext-2",
                amount = 5_000,
                ip_address = "10.0.0.1",
                user_agent = "curl",
            }
        );
        var alert = (await amina.Get(At + "fraud-alerts?status=open")).GetProperty("alerts")[0];
        foreach (
            var field in "id user_id alert_type severity description transaction_id amount currency risk_score status created_at resolved_at resolution_notes".Split(
                ' '
            )
        )
            alert.TryGetProperty(field, out _).ShouldBeTrue(field);
        (await amina.Get(At + "fraud-alerts?user_id=nobody")).GetProperty("alerts").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_signed_call_is_good_once_for_anybody_who_asks()
    {
        var secret = await app.Get<SecuritySettings>().Renew(app.Amina);
        var now = app.Get<TimeProvider>().GetUtcNow().ToUnixTimeSeconds();
        async Task<bool> Valid(HttpClient client, string signature) => (
                await Post(
                    client,
                    "validate-webhook",
                    new
                    {
                        payload = "{}",
                        signature,
                        timestamp = $"{now}",
                    }
                )
            ).GetProperty("valid").GetBoolean();
        var good = SignedCalls.Sign(secret, now, "{}");
        (await Valid(app.Client(app.Karim), "00")).ShouldBeFalse();
        (await Valid(app.Client(app.Karim), good)).ShouldBeTrue();
        (await Valid(app.Client(app.Karim), good)).ShouldBeFalse();
        using var bad = await app.Anonymous.Post(At + "validate-webhook", new { payload = "{}" });
        await bad.ShouldBeProblem(400, field: "signature");
    }

    [Theory]
    [InlineData("login-attempt", "success")]
    [InlineData("payment-security", "amount")]
    [InlineData("scan-input", "input_data")]
    [InlineData("security-event", "user_id")]
    public async Task What_is_missing_is_named(string call, string field)
    {
        using var response = await app.Client(app.Karim)
            .Post(
                At + call,
                new
                {
                    user_id = call == "security-event" ? null : "x",
                    ip_address = "1",
                    user_agent = "x",
                }
            );
        await response.ShouldBeProblem(400, field: field);
    }

    [Theory]
    [InlineData("POST", "login-attempt", false)]
    [InlineData("GET", "account-locked", false)]
    [InlineData("POST", "payment-security", false)]
    [InlineData("POST", "scan-input", false)]
    [InlineData("POST", "security-event", false)]
    [InlineData("GET", "user-risk/x", false)]
    [InlineData("GET", "events", true)]
    [InlineData("GET", "fraud-alerts", true)]
    public async Task Customers_strangers_and_where_only_admins_may_agents_are_refused(string method, string path, bool admins)
    {
        async Task Refused(HttpClient client, int status)
        {
            using var response = await client.SendJson(new HttpMethod(method), At + path, method == "POST" ? new { } : null);
            await response.ShouldBeProblem(status);
        }
        await Refused(app.Anonymous, 401);
        await Refused(app.Client(app.Sara), 403);
        if (admins)
            await Refused(app.Client(app.Karim), 403);
    }

    [Fact]
    public async Task Another_company_sees_nothing_of_it()
    {
        await Post(
            app.Client(app.Karim),
            "security-event",
            new
            {
                event_type = "secret",
                user_id = "ours",
                ip_address = "::1",
                risk_score = 1,
            }
        );
        (await app.Client(app.Omar).Get(At + "events?event_type=secret")).GetProperty("events").GetArrayLength().ShouldBe(0);
        (await app.Client(app.Olga).Get(At + "user-risk/ours")).GetProperty("risk_score").GetDecimal().ShouldBe(0);
    }

    private static async Task<System.Text.Json.JsonElement> Post(HttpClient client, string path, object? body)
    {
        using var response = await client.Post(At + path, body ?? new { });
        await response.ShouldBe(HttpStatusCode.OK);
        return await response.Json();
    }
}
