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

/// <summary>Calls open to anybody are counted, and expensive answers are made once.</summary>
public sealed class FrontDoorTests
{
    private static readonly (string, string?)[] Limits =
    [
        ("CsDashboard:RateLimit:PerMinute", "100000"),
        ("CsDashboard:RateLimit:PerHour", "100000"),
    ];

    [Fact]
    public async Task Every_call_that_anybody_may_make_has_a_door_with_a_budget_or_a_reason_to_be_free()
    {
        await using var app = await TestApp.Start(settings: Limits);
        var open = app.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e =>
                !IsFile(e) && (e.Metadata.GetMetadata<IAllowAnonymous>() is not null || e.Metadata.GetMetadata<IAuthorizeData>() is null)
            )
            .ToList();
        open.Count.ShouldBeGreaterThan(30);
        var uncounted = new HashSet<string>();
        foreach (var endpoint in open)
        foreach (
            var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
                ? methods
                : ["GET", "POST"]
        )
        {
            var path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            if (
                Budgets.DoorOf(
                    new DefaultHttpContext
                    {
                        Request = { Method = method, Path = path.Replace("{**", "{", StringComparison.Ordinal) },
                    }.Request
                )
                is not { } door
            )
                uncounted.Add(path);
            else
                Budgets
                    .Of(door, new RateLimitSettings())
                    .ShouldSatisfyAllConditions(b => b.PerMinute.ShouldBeInRange(1, 1_200), b => b.PerHour.ShouldBeInRange(1, 24_000));
        }
        uncounted.ShouldBe(Budgets.Free.Keys, ignoreOrder: true);
        Budgets.Free.Values.ShouldAllBe(reason => reason.Length > 5);
    }

    // Files of wwwroot and the product's script: made when it is built, sent from memory or disk.
    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal))
        || endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("_framework", StringComparison.Ordinal);

    [Fact]
    public async Task Forms_are_held_off_by_themselves_and_say_when_they_are_free_again()
    {
        var clock = new FakeClock();
        await using var app = await TestApp.Start(settings: Limits, clock: clock);
        foreach (var form in new[] { "login", "register", "forgot", "password", "setup", "no/such/form" })
            for (var i = 0; i < 10; i++)
                ((int)(await app.Anonymous.PostAsync(form, new FormUrlEncodedContent([new("a", "b")]))).StatusCode).ShouldBeOneOf(400, 404);
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
        for (var i = 0; i < 60; i++)
            await (await app.Anonymous.PostAsync("no/such/form", new FormUrlEncodedContent([new("a", "b")]))).ShouldBe(404);
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
        for (var i = 4; i < 60; i++)
            (await Described(app, "br")).Dispose();
        await (await Described(app, "br")).ShouldBeProblem(429, "too_many_requests");
        await (await app.Anonymous.GetAsync("help")).ShouldBe(200);
    }

    private static Task<HttpResponseMessage> Described(TestApp app, string encoding, string language = "en") =>
        app.Anonymous.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, "openapi/v1.json")
            {
                Headers = { { "Accept-Encoding", encoding }, { "Accept-Language", language } },
            }
        );

    [Fact]
    public async Task Strangers_hold_only_so_many_pages_open_at_once()
    {
        await using var app = await TestApp.Start(settings: Limits);
        var address = new UriBuilder(app.Server) { Scheme = "ws", Path = "_blazor" }.Uri;
        var held = new List<ClientWebSocket>();
        try
        {
            for (var i = 0; i < 40; i++)
                held.Add(await Connect(address));
            await Should.ThrowAsync<WebSocketException>(() => Connect(address));
            held[0].Dispose();
            for (var tries = 0; ; tries++)
            {
                try
                {
                    held.Add(await Connect(address));
                    break;
                }
                catch (WebSocketException) when (tries < 50)
                {
                    await Task.Delay(100);
                }
            }
        }
        finally
        {
            foreach (var one in held)
                one.Dispose();
        }
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
        for (var i = 0; i < 20; i++)
            held.Add(await sara.GetAsync("api/customers/me/events", HttpCompletionOption.ResponseHeadersRead));
        held.ShouldAllBe(h => h.IsSuccessStatusCode);
        await (await sara.GetAsync("api/customers/me/events", HttpCompletionOption.ResponseHeadersRead)).ShouldBeProblem(
            429,
            "too_many_requests"
        );
        using var other = await david.GetAsync("api/customers/me/events", HttpCompletionOption.ResponseHeadersRead);
        await other.ShouldBe(200);
        foreach (var one in held)
            one.Dispose();
    }
}
