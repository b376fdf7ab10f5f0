using System.Net;
using CsDashboard.Accounts;
using CsDashboard.Tests.Accounts;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Security;

public sealed class SecurityEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_customer_reads_their_own_and_staff_anybodys_of_the_company()
    {
        foreach (var client in new[] { app.Client(app.Sara), app.Client(app.Karim), app.Service })
        {
            var status = (await client.Get($"api/customer-id/security/{app.Sara.CustomerId}/status")).GetProperty("data");
            status.GetProperty("overallRisk").GetString().ShouldBe("low");
            status.GetProperty("twoFactorEnabled").GetBoolean().ShouldBeFalse();
            status.GetProperty("recentAlerts").GetArrayLength().ShouldBeLessThanOrEqualTo(5);
            foreach (var list in new[] { "alerts", "recommendations", "history" })
                (await client.Get($"api/customer-id/security/{app.Sara.CustomerId}/{list}"))
                    .GetProperty("data")
                    .ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Array);
        }
    }

    [Theory]
    [InlineData("GET", "status")]
    [InlineData("GET", "alerts")]
    [InlineData("GET", "recommendations")]
    [InlineData("GET", "history")]
    [InlineData("POST", "2fa/enable")]
    [InlineData("POST", "report")]
    public async Task Another_customer_another_company_and_nobody_are_not_found_and_a_stranger_is_not_let_in(string method, string path)
    {
        var body = path == "report" ? new { activityType = "other", description = "Something" } : null;
        async Task Expect(HttpClient client, object? id, int status)
        {
            using var response = await client.SendJson(new HttpMethod(method), $"api/customer-id/security/{id}/{path}", body);
            await response.ShouldBeProblem(status);
        }
        await Expect(app.Client(app.David), app.Sara.CustomerId, 404);
        await Expect(app.Client(app.Olga), app.Sara.CustomerId, 404);
        await Expect(app.Client(app.Karim), "nobody-at-all", 404);
        await Expect(app.Anonymous, app.Sara.CustomerId, 401);
    }

    [Fact]
    public async Task A_report_is_pending_and_a_bad_one_names_its_fields()
    {
        var sara = app.Client(app.Sara);
        using var made = await sara.Post(
            $"api/customer-id/security/{app.Sara.CustomerId}/report",
            new
            {
                activityType = "unusual_login",
                description = "Not me",
                evidence = "A mail",
            }
        );
        await made.ShouldBe(HttpStatusCode.OK);
        var data = (await made.Json()).GetProperty("data");
        data.GetProperty("status").GetString().ShouldBe("pending");
        data.GetProperty("success").GetBoolean().ShouldBeTrue();
        Guid.TryParse(data.GetProperty("reportId").GetString(), out _).ShouldBeTrue();
        using var bad = await sara.Post($"api/customer-id/security/{app.Sara.CustomerId}/report", new { });
        await bad.ShouldBeProblem(400, "validation_failed", "activityType");
        await bad.ShouldBeProblem(400, "validation_failed", "description");
    }

    [Fact]
    public async Task Enabling_answers_what_is_true_and_signing_in_by_the_api_needs_the_code_once_it_is_on()
    {
        var path = $"api/customer-id/security/{app.David.CustomerId}/2fa/enable";
        using var begun = await app.Client(app.David).Post(path);
        await begun.ShouldBe(HttpStatusCode.OK);
        (await begun.Json()).GetProperty("data").GetProperty("twoFactorEnabled").GetBoolean().ShouldBeFalse("No code was shown yet.");

        var (factors, now) = (app.Get<SecondFactors>(), Totp.StepAt(app.David.Now));
        var david = await app.In(app.David);
        var key = SecondFactorTests.Decoded((await factors.Begin(david)).Key);
        await factors.Confirm(david, new CodeInput { Code = Totp.CodeAt(key, now) });
        using var again = await app.Client(app.David).Post(path);
        (await again.Json()).GetProperty("data").GetProperty("twoFactorEnabled").GetBoolean().ShouldBeTrue();

        var (email, password) = (NamedCast.EmailOf(app.David), NamedCast.Password);
        using var without = await app.Anonymous.Post("api/auth/login", new { email, password });
        await without.ShouldBeProblem(401, "second_factor_required", "code");
        using var wrong = await app.Anonymous.Post(
            "api/auth/login",
            new
            {
                email,
                password,
                code = "000000",
            }
        );
        await wrong.ShouldBeProblem(401, "second_factor_invalid", "code");
        using var unknown = await app.Anonymous.Post(
            "api/auth/login",
            new
            {
                email = "nobody@example.com",
                password,
                code = "000000",
            }
        );
        await unknown.ShouldBeProblem(401, "invalid_credentials", "credentials");
        using var right = await app.Anonymous.Post(
            "api/auth/login",
            new
            {
                email,
                password,
                twoFactorCode = Totp.CodeAt(key, now + 1),
            }
        );
        await right.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_must_set_one_up_is_let_through_no_other_door()
    {
        await using var own = await TestApp.Start();
        await own.Get<SecondFactors>().Demand(own.Amina, [CsDashboard.Foundation.Role.Agent]);
        using var api = await own.Client(own.Karim).GetAsync("api/tickets");
        await api.ShouldBeProblem(403, "second_factor_setup_required");
        (await own.Client(own.Karim).Get("api/auth/me")).GetProperty("success").GetBoolean().ShouldBeTrue();
        var browser = await own.Browser(own.Karim);
        using var page = await browser.GetAsync("desk");
        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.Headers.Location!.ToString().ShouldBe("/account/second-factor");
        using var there = await browser.GetAsync("account/second-factor");
        await there.ShouldBe(HttpStatusCode.OK);
        await own.Client(own.Amina).Get("api/tickets");
    }
}
