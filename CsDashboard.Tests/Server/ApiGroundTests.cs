using System.Net;
using System.Text;

namespace CsDashboard.Tests.Server;

public sealed class ApiGroundTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("{\"email\":", "body")]
    [InlineData("[1]", "body")]
    [InlineData("null", "body")]
    [InlineData("{\"email\":5}", "email")]
    [InlineData("{\"password\":[1]}", "password")]
    [InlineData("{\"email\":\"\\ud800\"}", "email")]
    public async Task What_cannot_be_read_is_the_clients_fault_and_says_where(string json, string field)
    {
        using var response = await app.Anonymous.Post("api/auth/login", json);
        await response.ShouldBeProblem(400, field: field);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("body")]
    [InlineData("99999999999999999999")]
    public async Task A_number_in_the_address_that_is_none_is_named(string value) =>
        await (await app.Client(app.Karim).GetAsync("api/tickets?limit=" + value)).ShouldBeProblem(400, field: "limit");

    [Fact]
    public async Task A_body_of_another_kind_or_none_is_400()
    {
        using var none = await app.Anonymous.Post("api/auth/login");
        await none.ShouldBeProblem(400);
        using var text = await app.Anonymous.PostAsync("api/auth/login", new StringContent("hello", Encoding.UTF8, "text/plain"));
        await text.ShouldBeProblem(400);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_a_megabyte_is_413(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/auth/login");
        request.Content = new StringContent($"{{\"email\":\"{new string('a', 1_200_000)}\"}}", Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = chunked;
        if (chunked)
            request.Content.Headers.ContentLength = null;
        using var response = await app.Anonymous.SendAsync(request);
        await response.ShouldBeProblem(413, "too_large");
    }

    [Fact]
    public async Task An_unknown_route_and_a_wrong_method_are_problems_too()
    {
        using var unknown = await app.Anonymous.GetAsync("api/no/such/thing");
        (await unknown.ShouldBeProblem(404)).GetProperty("message").GetString().ShouldBe("Route not found");
        using var method = await app.Anonymous.GetAsync("api/auth/login");
        await method.ShouldBeProblem(405);
    }

    [Theory]
    [InlineData("health")]
    [InlineData("api/health")]
    public async Task Health_answers_the_one_body(string path)
    {
        var body = await app.Anonymous.Get(path);
        body.GetProperty("success").GetBoolean().ShouldBeTrue();
        body.GetProperty("status").GetString().ShouldBe("healthy");
        body.GetProperty("database").GetString().ShouldBe("connected");
        body.GetProperty("customer_count").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
        foreach (var name in new[] { "service", "version", "environment", "timestamp", "services", "checks", "message" })
            body.TryGetProperty(name, out _).ShouldBeTrue(name);
    }

    [Theory]
    [InlineData("health")]
    [InlineData("api/no/such/thing")]
    [InlineData("login")]
    [InlineData("no-such-page")]
    [InlineData("css/staff.css")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var response = await app.Anonymous.GetAsync(path);
        string Header(string name) => string.Join(",", response.Headers.TryGetValues(name, out var values) ? values : []);
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("X-Frame-Options").ShouldBe("DENY");
        Header("X-XSS-Protection").ShouldBe("1; mode=block");
        Header("Referrer-Policy").ShouldBe("strict-origin-when-cross-origin");
        Header("Permissions-Policy").ShouldContain("camera=()");
        Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        Header("Content-Security-Policy").ShouldContain("script-src 'self';");
        Header("X-Service-Name").ShouldNotBeEmpty();
        Header("X-Process-Time").ShouldNotBeEmpty();
        Header("X-Request-Id").ShouldNotBeEmpty();
        Header("Server").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_description_of_the_api_names_both_ways_to_sign_in_and_every_page_of_it_leads_there()
    {
        var document = await app.Anonymous.Get("openapi/v1.json");
        document
            .GetProperty("components")
            .GetProperty("securitySchemes")
            .GetProperty("ServiceKey")
            .GetProperty("name")
            .GetString()
            .ShouldBe("X-Service-API-Key");
        document.GetProperty("paths").GetProperty("/api/auth/me").GetProperty("get").TryGetProperty("security", out _).ShouldBeTrue();
        foreach (var path in new[] { "docs", "redoc" })
        {
            using var response = await app.Anonymous.GetAsync(path);
            response.Headers.Location?.ToString().ShouldBe("/api-docs");
        }
    }

    [Theory]
    [InlineData("_blazor/negotiate?negotiateVersion=1")]
    [InlineData("hubs/live/negotiate?negotiateVersion=1")]
    public async Task A_foreign_site_cannot_open_a_live_connection(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Origin", "https://evil.example");
        using var response = await app.Anonymous.SendAsync(request);
        await response.ShouldBe(403);
    }

    [Fact]
    public async Task A_change_made_with_the_cookie_must_come_from_our_own_pages()
    {
        using var browser = await SignedInByCookie();
        await (await browser.Post("api/auth/logout")).ShouldBeProblem(403);

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "api/auth/logout");
        foreign.Headers.Add("Origin", "https://evil.example");
        foreign.Headers.Add("X-Requested-With", "fetch");
        await (await browser.SendAsync(foreign)).ShouldBeProblem(403);

        await browser.Get("api/auth/me");
        using var own = new HttpRequestMessage(HttpMethod.Post, "api/auth/logout");
        own.Headers.Add("Sec-Fetch-Site", "same-origin");
        await (await browser.SendAsync(own)).ShouldBe(200);
        await (await browser.GetAsync("api/auth/me")).ShouldBeProblem(401);
    }

    [Theory]
    [InlineData("//evil.example", "/desk")]
    [InlineData("/\\evil.example", "/desk")]
    [InlineData("https://evil.example", "/desk")]
    [InlineData("/account", "/account")]
    public async Task After_sign_in_one_goes_only_to_pages_of_ours(string returnUrl, string target)
    {
        using var browser = app.WithCookies;
        using var response = await SignIn(browser, "login?returnUrl=" + Uri.EscapeDataString(returnUrl));
        await response.ShouldBe(HttpStatusCode.Redirect);
        new Uri(app.Server, response.Headers.Location!).AbsolutePath.ShouldBe(target);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing_and_offers_to_open_it_again()
    {
        using var response = await app.Anonymous.PostAsync(
            "login",
            new FormUrlEncodedContent([new("_handler", "login"), new("Input.Email", "a@b.c")])
        );
        await response.ShouldBe(400);
        (await response.Content.ReadAsStringAsync()).ShouldContain("This form is out of date");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task An_unknown_page_is_404_whatever_was_sent_to_it(string method)
    {
        using var response = await app.Anonymous.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), "no/such/page")
            {
                Content = method == "POST" ? new FormUrlEncodedContent([new("a", "b")]) : null,
            }
        );
        await response.ShouldBe(404);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<h1");
    }

    [Fact]
    public async Task Signed_in_pages_are_not_kept_by_the_browser()
    {
        using var browser = await SignedInByCookie();
        using var page = await browser.GetAsync("account");
        await page.ShouldBe(200);
        page.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Setup_is_not_there_once_there_is_a_company() => await (await app.Anonymous.GetAsync("setup")).ShouldBe(404);

    private async Task<HttpClient> SignedInByCookie()
    {
        var browser = app.WithCookies;
        await (await SignIn(browser, "login")).ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    private Task<HttpResponseMessage> SignIn(HttpClient browser, string path) =>
        browser.FillIn(path, "login", ("Input.Email", NamedCast.EmailOf(app.Karim)), ("Input.Password", NamedCast.Password));
}
