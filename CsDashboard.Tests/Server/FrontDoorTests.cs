using System.Net;
using System.Net.WebSockets;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using CsDashboard.Foundation;
using CsDashboard.Tests.Desk;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CsDashboard.Tests.Server;

/// <summary>What anybody may call is counted, and what is dear is made once.</summary>
public sealed class FrontDoorTests
{
    private static readonly (string, string?)[] Limits = [("CsDashboard:RateLimit:PerMinute", "100000"), ("CsDashboard:RateLimit:PerHour", "100000")];

    [Fact]
    public async Task Every_call_that_anybody_may_make_has_a_door_with_a_budget_or_a_reason_to_be_free()
    {
        await using var app = await TestApp.Start(settings: Limits);
        var open = app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !IsFile(e) && (e.Metadata.GetMetadata<IAllowAnonymous>() is not null || e.Metadata.GetMetadata<IAuthorizeData>() is null)).ToList();
        open.Count.ShouldBeGreaterThan(30);
        var uncounted = new HashSet<string>();
        foreach (var endpoint in open)
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"])
            {
                var path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
                if (Budgets.DoorOf(new DefaultHttpContext { Request = { Method = method, Path = path.Replace("{**", "{", StringComparison.Ordinal) } }.Request) is not { } door) uncounted.Add(path);
                else Budgets.Of(door, new RateLimitSettings()).ShouldSatisfyAllConditions(b => b.PerMinute.ShouldBeInRange(1, 1_200), b => b.PerHour.ShouldBeInRange(1, 24_000));
            }
        uncounted.ShouldBe(Budgets.Free.Keys, ignoreOrder: true);
        Budgets.Free.Values.ShouldAllBe(reason => reason.Length > 5);
    }

    // Files of wwwroot and the product's script: made when it is built, sent from memory or disk.
    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal)) || endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("_framework", StringComparison.Ordinal);

    [Fact]
    public async Task Forms_are_held_off_by_themselves_and_say_when_they_are_free_again()
    {
        var clock = new FakeClock();
        await using var app = await TestApp.Start(settings: Limits, clock: clock);
        foreach (var form in new[] { "login", "register", "forgot", "password", "setup", "no/such/form" })
            for (var i = 0; i < 10; i++) ((int)(await app.Anonymous.PostAsync(form, new FormUrlEncodedContent([new("a", "b")]))).StatusCode).ShouldBeOneOf(400, 404);
        using var refused = await app.Anonymous.PostAsync("login", new FormUrlEncodedContent([new("a", "b")]));
        await refused.ShouldBe(429);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(50, 65);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Try again in 6");
        await (await app.Anonymous.GetAsync("login")).ShouldBe(200);
        await (await app.Anonymous.GetAsync("api/auth/me")).ShouldBe(401);
        clock.Advance(refused.Headers.RetryAfter.Delta.Value);
        await (await app.Anonymous.PostAsync("login", new FormUrlEncodedContent([new("a", "b")]))).ShouldBe(400);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_counted_once()
    {
        await using var app = await TestApp.Start(settings: Limits);
        for (var i = 0; i < 60; i++) await (await app.Anonymous.PostAsync("no/such/form", new FormUrlEncodedContent([new("a", "b")]))).ShouldBe(404);
        await (await app.Anonymous.PostAsync("no/such/form", new FormUrlEncodedContent([new("a", "b")]))).ShouldBe(429);
    }

    [Fact]
    public async Task The_description_is_made_once_and_sent_small()
    {
        await using var app = await TestApp.Start(settings: Limits);
        using var first = await Described(app, "br");
        using var second = await Described(app, "br");
        first.Headers.ETag.ShouldBe(second.Headers.ETag);
        first.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        first.Content.Headers.ContentLength!.Value.ShouldBeLessThan(60_000);
        using var again = new HttpRequestMessage(HttpMethod.Get, "openapi/v1.json") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        await (await app.Anonymous.SendAsync(again)).ShouldBe(304);
        using var arabic = await Described(app, "gzip", "ar");
        arabic.Headers.ETag.ShouldNotBe(first.Headers.ETag);
        for (var i = 4; i < 60; i++) (await Described(app, "br")).Dispose();
        await (await Described(app, "br")).ShouldBeProblem(429, "too_many_requests");
        await (await app.Anonymous.GetAsync("help")).ShouldBe(200);
    }

    private static Task<HttpResponseMessage> Described(TestApp app, string encoding, string language = "en") =>
        app.Anonymous.SendAsync(new HttpRequestMessage(HttpMethod.Get, "openapi/v1.json") { Headers = { { "Accept-Encoding", encoding }, { "Accept-Language", language } } });

    [Fact]
    public async Task Strangers_hold_only_so_many_pages_open_at_once()
    {
        await using var app = await TestApp.Start(settings: Limits);
        var address = new UriBuilder(app.Server) { Scheme = "ws", Path = "_blazor" }.Uri;
        var held = new List<ClientWebSocket>();
        try
        {
            for (var i = 0; i < 40; i++) held.Add(await Connect(address));
            await Should.ThrowAsync<WebSocketException>(() => Connect(address));
            held[0].Dispose();
            for (var tries = 0; ; tries++)
            {
                try { held.Add(await Connect(address)); break; }
                catch (WebSocketException) when (tries < 50) { await Task.Delay(100); }
            }
        }
        finally { foreach (var one in held) one.Dispose(); }
    }

    private static async Task<ClientWebSocket> Connect(Uri address)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        return socket;
    }

    [Fact]
    public async Task One_customer_listens_to_so_many_streams_and_another_is_not_held_off_by_it()
    {
        await using var app = await TestApp.Start(settings: Limits);
        var (sara, david) = (app.Client(app.Sara), app.Client(app.David));
        var held = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++) held.Add(await sara.GetAsync("api/customers/me/events", HttpCompletionOption.ResponseHeadersRead));
        held.ShouldAllBe(h => h.IsSuccessStatusCode);
        await (await sara.GetAsync("api/customers/me/events", HttpCompletionOption.ResponseHeadersRead)).ShouldBeProblem(429, "too_many_requests");
        using var other = await david.GetAsync("api/customers/me/events", HttpCompletionOption.ResponseHeadersRead);
        await other.ShouldBe(200);
        foreach (var one in held) one.Dispose();
    }
}

/// <summary>Whatever is sent, it is never the server's fault.</summary>
public sealed class WhatIsSentTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Kinds =
        ["application/json; charset=", "application/json; charset=foo", "application/json; charset=utf-7", "application/vnd.api+json; charset=bogus", "application/json; charset=\"\"", "application/json; charset=\"no such\"", "text/plain; charset=foo", "multipart/form-data; charset=foo", "application/x-www-form-urlencoded; charset=foo", "application/json;;;", "a"];

    [Fact]
    public async Task A_body_in_letters_that_nobody_knows_is_400_at_every_call()
    {
        var page = await app.Browser(app.Sara);
        var calls = app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Where(m => m is "POST" or "PUT" or "PATCH").Select(m => (Method: m, Path: e.RoutePattern.RawText!.Trim('/'))))
            .Where(c => c.Path.StartsWith("api/", StringComparison.Ordinal) || c.Path.StartsWith("app/", StringComparison.Ordinal) || c.Path.StartsWith("hooks/", StringComparison.Ordinal)).Distinct().ToList();
        calls.Count.ShouldBeGreaterThan(50);
        foreach (var (method, path) in calls)
            foreach (var kind in Kinds)
            {
                var at = Regex.Replace(path, "{[^}]*}", "x");
                using var request = new HttpRequestMessage(new HttpMethod(method), at) { Content = new ByteArrayContent("{\"text\":\"x\"}"u8.ToArray()) };
                request.Content.Headers.TryAddWithoutValidation("Content-Type", kind);
                using var response = await (path.StartsWith("app/", StringComparison.Ordinal) ? page : path.Contains("internal", StringComparison.Ordinal) ? app.Service : path.StartsWith("api/customers/me", StringComparison.Ordinal) ? app.Client(app.Sara) : app.Client(app.Amina)).SendAsync(request);
                ((int)response.StatusCode).ShouldBeLessThan(500, $"{method} {at} as {kind}");
                if (kind.Contains("charset", StringComparison.Ordinal) && path != "app/logout") response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{method} {at} as {kind}");
            }
        app.Log.Lines.Where(l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Error).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/بحث")]
    [InlineData("/\u200b")]
    [InlineData("/help/é b\"<>")]
    [InlineData("/%D8%A8?q=بحث#ب")]
    public async Task A_way_back_is_fit_for_a_header(string returnUrl)
    {
        using var culture = await app.Anonymous.GetAsync("app/culture?culture=en&returnUrl=" + Uri.EscapeDataString(returnUrl));
        await culture.ShouldBe(302);
        culture.Headers.Location!.OriginalString.ShouldAllBe(sign => char.IsAscii(sign));
        Uri.UnescapeDataString(culture.Headers.Location.OriginalString).ShouldBe(Uri.UnescapeDataString(returnUrl));

        using var browser = app.WithCookies;
        var path = "login?returnUrl=" + Uri.EscapeDataString(returnUrl);
        using var entered = await browser.FillIn(path, "login", ("Input.Email", NamedCast.EmailOf(app.Karim)), ("Input.Password", NamedCast.Password));
        await entered.ShouldBe(302);
        new Uri(app.Server, entered.Headers.Location.ShouldNotBeNull()).AbsolutePath.ShouldStartWith("/");
        using var signedIn = await browser.GetAsync(path);
        await signedIn.ShouldBe(302);
    }

    [Fact]
    public void Pages_take_the_words_of_an_address_as_text()
    {
        var typed = typeof(QueryWords).Assembly.GetTypes().Where(t => typeof(IComponent).IsAssignableFrom(t))
            .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)).Where(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null).ToList();
        typed.Count.ShouldBeGreaterThan(30);
        typed.Where(p => p.PropertyType != typeof(string) && p.PropertyType != typeof(string[])).Select(p => $"{p.DeclaringType!.Name}.{p.Name}").ShouldBeEmpty("Anybody can write anything there; QueryWords reads it.");
    }

    [Theory]
    [InlineData("login?changed=zz&demo=x")]
    [InlineData("admin/users?skip=zz")]
    [InlineData("admin/signals?draft=zz")]
    public async Task A_word_that_is_none_is_as_if_it_were_not_there(string path)
    {
        await (await (path.StartsWith("login", StringComparison.Ordinal) ? app.Anonymous : await app.Browser(app.Amina)).GetAsync(path)).ShouldBe(200);
        app.Log.Lines.Where(l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_vote_that_is_none_breaks_no_page()
    {
        using var response = await app.Anonymous.PostAsync("help/no-such", new StringContent("_handler=vote&helpful=zz", Encoding.UTF8, "application/x-www-form-urlencoded"));
        ((int)response.StatusCode).ShouldBeLessThan(500);
    }
}
