using System.Net;
using System.Net.Http.Headers;
using CsDashboard.Accounts;

namespace CsDashboard.Tests.Accounts;

public sealed class AuthEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_sign_in_answers_both_shapes_of_the_contract()
    {
        using var response = await app.Anonymous.Post(
            "api/auth/login",
            new { email = NamedCast.EmailOf(app.Sara), password = NamedCast.Password }
        );
        await response.ShouldBe(200);
        var body = await response.Json();
        body.GetProperty("success").GetBoolean().ShouldBeTrue();
        var user = body.GetProperty("user");
        user.GetProperty("role").GetString().ShouldBe("customer");
        user.GetProperty("tenantId").GetString().ShouldBe(app.Nour.ToString());
        user.GetProperty("tenant_id").GetString().ShouldBe(app.Nour.ToString());
        user.GetProperty("customerId").GetString().ShouldNotBeNull().Length.ShouldBe(24);
        var data = body.GetProperty("data");
        data.GetProperty("user").GetProperty("role").GetString().ShouldBe("Customer");
        data.GetProperty("user").GetProperty("_id").GetString().ShouldBe(app.Sara.UserId.ToString());
        data.GetProperty("user").GetProperty("isActive").GetBoolean().ShouldBeTrue();
        data.GetProperty("expiresIn").GetInt32().ShouldBe(1800);
        var token = body.GetProperty("token").GetString();
        data.GetProperty("accessToken").GetString().ShouldBe(token);
        data.GetProperty("token").GetString().ShouldBe(token);
        (await With(token).Get("api/auth/me")).GetProperty("user").GetProperty("name").GetString().ShouldBe("Sara");
    }

    [Fact]
    public async Task An_admin_is_called_so_in_the_words_of_either_shape()
    {
        using var response = await app.Anonymous.Post(
            "api/auth/login",
            new { email = NamedCast.EmailOf(app.Amina), password = NamedCast.Password }
        );
        var body = await response.Json();
        body.GetProperty("user").GetProperty("role").GetString().ShouldBe("admin");
        body.GetProperty("data").GetProperty("user").GetProperty("role").GetString().ShouldBe("Administrator");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_are_told_in_the_same_words()
    {
        using var wrong = await app.Anonymous.Post("api/auth/login", new { email = NamedCast.EmailOf(app.Lena), password = "nope" });
        using var unknown = await app.Anonymous.Post("api/auth/login", new { email = "nobody@example.com", password = "nope" });
        var one = await wrong.ShouldBeProblem(401, "invalid_credentials", "credentials");
        var two = await unknown.ShouldBeProblem(401, "invalid_credentials", "credentials");
        one.GetProperty("message").GetString().ShouldBe(two.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Both_missing_fields_are_named()
    {
        using var response = await app.Anonymous.Post("api/auth/login", new { });
        await response.ShouldBeProblem(400, "validation_failed", "email");
        await response.ShouldBeProblem(400, "validation_failed", "password");
    }

    [Fact]
    public async Task The_sixth_try_is_held_off_with_a_time_to_wait()
    {
        await using var own = await TestApp.Start();
        for (var i = 0; i < 5; i++)
            (await own.Anonymous.Post("api/auth/login", new { email = NamedCast.EmailOf(own.Karim), password = "nope" })).Dispose();
        using var locked = await own.Anonymous.Post(
            "api/auth/login",
            new { email = NamedCast.EmailOf(own.Karim), password = NamedCast.Password }
        );
        await locked.ShouldBeProblem(429);
        locked.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldNotBeNull().TotalMinutes.ShouldBeInRange(14, 15);
    }

    [Fact]
    public async Task A_refresh_token_is_good_once_and_replaces_the_token()
    {
        var tokens = await app.SignIn(app.David);
        using var first = await app.Anonymous.Post("api/auth/refresh", new { refreshToken = tokens.RefreshToken });
        await first.ShouldBe(200);
        var fresh = (await first.Json()).GetProperty("token").GetString();
        (await With(fresh).Get("api/auth/me")).GetProperty("success").GetBoolean().ShouldBeTrue();
        await (await With(tokens.Token).GetAsync("api/auth/me")).ShouldBeProblem(401);
        await (await app.Anonymous.Post("api/auth/refresh-token", new { refreshToken = tokens.RefreshToken })).ShouldBeProblem(401);
        await (await app.Anonymous.Post("api/auth/refresh")).ShouldBeProblem(401);
    }

    [Fact]
    public async Task After_logout_neither_token_is_any_good()
    {
        var tokens = await app.SignIn(app.David);
        await (await With(tokens.Token).Post("api/auth/logout")).ShouldBe(200);
        await (await With(tokens.Token).GetAsync("api/auth/me")).ShouldBeProblem(401);
        await (await app.Anonymous.Post("api/auth/refresh", new { refreshToken = tokens.RefreshToken })).ShouldBeProblem(401);
    }

    [Fact]
    public async Task Logout_by_refresh_token_alone_ends_the_session_and_an_unknown_one_is_let_pass()
    {
        var tokens = await app.SignIn(app.David);
        await (await app.Anonymous.Post("api/auth/logout", new { refreshToken = tokens.RefreshToken })).ShouldBe(200);
        await (await With(tokens.Token).GetAsync("api/auth/me")).ShouldBeProblem(401);
        await (await app.Anonymous.Post("api/auth/logout", new { refreshToken = "unknown" })).ShouldBe(200);
    }

    [Fact]
    public async Task A_disabled_user_is_out_at_once()
    {
        await using var own = await TestApp.Start();
        var karim = own.Client(own.Karim);
        await karim.Get("api/auth/me");
        await own.Get<Users>().Disable(own.Amina, own.Karim.UserId!.Value);
        await (await karim.GetAsync("api/auth/me")).ShouldBeProblem(401);
    }

    [Fact]
    public async Task A_missing_service_key_is_401_and_a_wrong_one_403_under_either_name()
    {
        await (await app.Anonymous.GetAsync("api/auth/me")).ShouldBeProblem(401);
        foreach (var name in new[] { "X-Service-API-Key", "x-api-key" })
        {
            var client = app.Anonymous;
            client.DefaultRequestHeaders.Add(name, "not the key");
            await (await client.GetAsync("api/auth/me")).ShouldBeProblem(403);
        }
    }

    [Fact]
    public async Task Refusals_come_in_the_language_that_was_asked_for()
    {
        var client = app.Anonymous;
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ar-EG, en;q=0.5");
        using var response = await client.GetAsync("api/auth/me");
        (await response.ShouldBeProblem(401)).GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("دخول");
    }

    [Fact]
    public async Task Demo_accounts_are_told_to_nobody_outside_the_demo() =>
        await (await app.Anonymous.GetAsync("api/debug/customer-credentials")).ShouldBeProblem(404);

    private HttpClient With(string? token)
    {
        var client = app.Anonymous;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
