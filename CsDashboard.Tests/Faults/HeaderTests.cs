using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Faults;

/// <summary>What every answer carries, whatever kind of answer it is, and who may open a live connection.</summary>
public sealed class HeaderTests(TestApp app) : IClassFixture<TestApp>
{
    private static void ShouldBeSafe(HttpResponseMessage response, string what)
    {
        string Header(string name) => string.Join(", ", response.Headers.TryGetValues(name, out var values) ? values : []);
        Header("X-Content-Type-Options").ShouldBe("nosniff", what);
        Header("X-Frame-Options").ShouldBe("DENY", what);
        Header("Referrer-Policy").ShouldBe("strict-origin-when-cross-origin", what);
        Header("Permissions-Policy").ShouldContain("camera=()", Case.Sensitive, what);
        Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin", what);
        Header("X-Request-Id").ShouldNotBeEmpty(what);
        Header("Server").ShouldBeEmpty(what);
        Header("X-Powered-By").ShouldBeEmpty(what);
        var policy = Header("Content-Security-Policy");
        if (policy.StartsWith("sandbox", StringComparison.Ordinal))
            return;
        foreach (
            var part in new[]
            {
                "default-src 'self'",
                "script-src 'self';",
                "object-src 'none'",
                "base-uri 'self'",
                "frame-ancestors 'none'",
                "form-action 'self'",
            }
        )
            policy.ShouldContain(part, Case.Sensitive, what);
        policy.ShouldNotContain("unsafe-eval", Case.Sensitive, what);
        policy.Split(';').Single(p => p.Trim().StartsWith("script-src ", StringComparison.Ordinal)).ShouldNotContain("unsafe-inline");
    }

    [Fact]
    public async Task Every_kind_of_answer_carries_the_headers()
    {
        var ticket = (await app.Opened(app.Sara)).Text("id");
        using var upload = await app.Client(app.Sara)
            .PostAsync($"api/customers/me/tickets/{ticket}/attachments", DeskApp.Form("a.png", DeskApp.Png, "image/png"));
        var file = (await upload.Json()).Text("url").TrimStart('/');
        var asset = Regex.Match(await app.Anonymous.GetStringAsync("login"), "href=\"/?([^\"]+\\.css)\"").Groups[1].Value;
        asset.ShouldNotBeEmpty();
        var (karim, page) = (app.Client(app.Karim), await app.Browser(app.Karim));
        (HttpClient Client, string Method, string Path, object? Body, int Status)[] calls =
        [
            (app.Anonymous, "GET", "login", null, 200),
            (app.Anonymous, "GET", "desk", null, 302),
            (page, "GET", "desk", null, 200),
            (page, "GET", "admin/users", null, 403),
            (app.Anonymous, "GET", "no/such/page", null, 404),
            (app.Anonymous, "POST", "login", "x", 400),
            (app.Anonymous, "GET", asset, null, 200),
            (app.Anonymous, "GET", "no.css", null, 404),
            (app.Anonymous, "GET", "health", null, 200),
            (app.Anonymous, "GET", "openapi/v1.json", null, 200),
            (karim, "GET", "api/tickets", null, 200),
            (karim, "GET", "api/tickets/x", null, 404),
            (karim, "GET", "api/tickets?limit=x", null, 400),
            (karim, "GET", "api/customers/me", null, 403),
            (karim, "DELETE", "api/tickets", null, 405),
            (app.Anonymous, "GET", "api/tickets", null, 401),
            (app.Anonymous, "GET", "api/no", null, 404),
            (app.Anonymous, "POST", "api/auth/login", "{", 400),
            (app.Anonymous, "POST", "api/auth/login", new string('x', 1_200_000), 413),
            (karim, "GET", file, null, 200),
            (app.Anonymous, "GET", file, null, 401),
            (app.Anonymous, "GET", "app/culture?culture=ar", null, 302),
            (app.Anonymous, "GET", "app/culture?culture=xx", null, 400),
            (app.Anonymous, "GET", "docs", null, 302),
            (app.Anonymous, "GET", "_framework/blazor.web.js", null, 200),
            (app.Anonymous, "POST", "hubs/live/negotiate?negotiateVersion=1", null, 401),
            (app.Anonymous, "HEAD", "login", null, 405),
            (app.Anonymous, "OPTIONS", "api/tickets", null, 405),
            (app.Anonymous, "TRACE", "login", null, 405),
        ];
        foreach (var (client, method, path, body, status) in calls)
        {
            using var response = await client.SendJson(new HttpMethod(method), path, body);
            var what = $"{method} {path}";
            ((int)response.StatusCode).ShouldBe(status, what);
            ShouldBeSafe(response, what);
        }
    }

    [Fact]
    public async Task A_call_too_many_is_429_with_all_its_headers_and_only_under_the_api()
    {
        await using var own = await TestApp.Start(settings: [("CsDashboard:RateLimit:PerMinute", "5")]);
        for (var i = 0; i < 5; i++)
            await (await own.Anonymous.GetAsync("api/no")).ShouldBe(404);
        using var refused = await own.Anonymous.GetAsync("api/no");
        await refused.ShouldBeProblem(429, "too_many_requests");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 65);
        refused.Headers.GetValues("X-RateLimit-Limit-Minute").Single().ShouldBe("5");
        refused.Headers.GetValues("X-RateLimit-Remaining-Minute").Single().ShouldBe("0");
        ShouldBeSafe(refused, "429");
        // Nor does it help to claim to be somebody else.
        using var forged = new HttpRequestMessage(HttpMethod.Get, "api/no");
        forged.Headers.Add("X-Forwarded-For", "198.51.100.99");
        await (await own.Anonymous.SendAsync(forged)).ShouldBe(429);
        foreach (var path in new[] { "login", "health", "api/health" })
            await (await own.Anonymous.GetAsync(path)).ShouldBe(200);
    }

    [Fact]
    public async Task A_foreign_site_can_neither_negotiate_nor_open_a_socket()
    {
        var token = (await app.SignIn(app.Karim)).Token;
        foreach (
            var origin in new[]
            {
                "https://evil.example",
                "null",
                "http://" + app.Server.Host + ":1",
                "http://" + app.Server.Authority + ".evil.example",
                "http://evil.example/" + app.Server.Authority,
                "x",
            }
        )
        foreach (var path in new[] { "_blazor", "hubs/live" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/negotiate?negotiateVersion=1&access_token={token}");
            request.Headers.TryAddWithoutValidation("Origin", origin);
            using var response = await app.Anonymous.SendAsync(request);
            await response.ShouldBe(HttpStatusCode.Forbidden, origin);
            using var socket = new ClientWebSocket();
            socket.Options.SetRequestHeader("Origin", origin);
            socket.Options.CollectHttpResponseDetails = true;
            await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(Socket(path, token), CancellationToken.None));
            socket.HttpStatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{path} from {origin}");
        }
        using var own = new ClientWebSocket();
        own.Options.SetRequestHeader("Origin", "http://" + app.Server.Authority);
        await own.ConnectAsync(Socket("hubs/live", token), CancellationToken.None);
        own.State.ShouldBe(WebSocketState.Open);
    }

    private Uri Socket(string path, string token) =>
        new(app.Server.ToString().Replace("http://", "ws://", StringComparison.Ordinal) + path + "?access_token=" + token);

    [Fact]
    public async Task A_hub_method_that_is_not_there_is_refused_without_telling_anything()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(Socket("hubs/live", (await app.SignIn(app.Karim)).Token), CancellationToken.None);
        async Task Say(string text) =>
            await socket.SendAsync(Encoding.UTF8.GetBytes(text + "\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        await Say("{\"protocol\":\"json\",\"version\":1}");
        foreach (var method in new[] { "OnConnectedAsync", "Dispose", "SendAsync", "GetHttpContext", "toString", "@clients", "<script>" })
            await Say($"{{\"type\":1,\"invocationId\":\"{Guid.NewGuid():N}\",\"target\":\"{method}\",\"arguments\":[\"x\"]}}");
        var heard = new StringBuilder();
        var buffer = new byte[16_384];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (Regex.Count(heard.ToString(), "\"type\":3") < 7)
        {
            var read = await socket.ReceiveAsync(buffer, limit.Token);
            if (read.MessageType == WebSocketMessageType.Close)
                break;
            heard.Append(Encoding.UTF8.GetString(buffer, 0, read.Count));
        }
        Regex.Count(heard.ToString(), "\"error\":").ShouldBe(7, heard.ToString());
        heard.ToString().ShouldNotContain("   at ");
        heard.ToString().ShouldNotContain("CsDashboard.");
    }
}
