using System.Globalization;
using System.Net;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Outgoing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Bots;

/// <summary>An exchange on a real port that behaves as exchanges do: slow, busy, half done, confused.</summary>
public sealed class ExchangeFeedTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 30, TimeSpan.Zero);
    private readonly Queue<Func<HttpContext, Task>> answers = new();
    private readonly List<string> asked = [];
    private readonly List<TimeSpan> waits = [];
    private long last;
    private LocalServer server = null!;
    private House house = null!;
    private BotSettings settings = null!;

    public async ValueTask InitializeAsync()
    {
        server = await LocalServer.Start(async http =>
        {
            asked.Add(http.Request.Path + http.Request.QueryString);
            if (last != 0)
                waits.Add(TimeProvider.System.GetElapsedTime(last));
            last = TimeProvider.System.GetTimestamp();
            await (answers.Count > 1 ? answers.Dequeue() : answers.Peek())(http);
        });
        house = await House.EmptyOn(DatabaseKind.Sqlite, services => services.Configure<Settings>(s => s.Outgoing.AllowPrivate = true));
        settings = new BotSettings
        {
            Feed = BotSettings.Exchange,
            Address = server.Url + "/",
            Interval = "1m",
            Pairs = "BTC/USDT",
        };
    }

    [Fact]
    public async Task Closed_candles_are_read_exactly_and_the_open_one_is_left_out()
    {
        answers.Enqueue(Klines(5));
        var candles = await Read();
        candles.Count.ShouldBe(4);
        candles[0].ShouldBe(new Candle(Now.AddSeconds(-30).AddMinutes(-4), 64000.10m, 64100.00000001m, 63900m, 64050.5m, 12.345m));
        asked
            .ShouldHaveSingleItem()
            .ShouldBe(
                $"/api/v3/klines?symbol=BTCUSDT&interval=1m&startTime={Now.AddSeconds(-30).AddMinutes(-4).ToUnixTimeMilliseconds()}&limit=500"
            );
    }

    [Fact]
    public async Task A_busy_exchange_is_asked_again_after_the_pause_it_names()
    {
        answers.Enqueue(http =>
        {
            (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (429, "1");
            return Task.CompletedTask;
        });
        answers.Enqueue(Status(503));
        answers.Enqueue(Klines(3));
        (await Read()).Count.ShouldBe(2);
        waits[0].ShouldBeGreaterThan(TimeSpan.FromMilliseconds(950), "Retry-After was not kept.");
        waits[1].ShouldBeLessThan(TimeSpan.FromMilliseconds(900));
    }

    [Fact]
    public async Task One_that_is_slow_breaks_off_or_talks_nonsense_is_asked_again()
    {
        answers.Enqueue(http => Task.Delay(5_000, http.RequestAborted));
        answers.Enqueue(async http =>
        {
            http.Response.ContentLength = 1_000;
            await http.Response.WriteAsync("[[1772442000000,\"64000");
            await http.Response.Body.FlushAsync();
            http.Abort();
        });
        answers.Enqueue(Text("[[1772442000000,\"64000"));
        answers.Enqueue(Text("<html>We are moving</html>"));
        answers.Enqueue(Klines(2));
        (
            await Read(new FeedPatience(TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(50), 4))
        ).Count.ShouldBe(1);
        asked.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}")]
    [InlineData("[[1772442000000,\"NaN\",\"1\",\"1\",\"1\",\"1\",1772442059999]]")]
    [InlineData("[[1772442000000,\"2\",\"1\",\"3\",\"1\",\"1\",1772442059999]]")]
    [InlineData("[[1772442000000,\"-2\",\"1\",\"-3\",\"1\",\"1\",1772442059999]]")]
    [InlineData("[[1772442000000,\"1\"]]")]
    [InlineData("[[99999999999999999,\"1\",\"1\",\"1\",\"1\",\"1\",1]]")]
    [InlineData("[[1772442000000,\"1e400\",\"1\",\"1\",\"1\",\"1\",1]]")]
    [InlineData("[[[[[[[[1]]]]]]]]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task What_stays_nonsense_ends_in_a_fault_that_says_whose(string body)
    {
        answers.Enqueue(Text(body));
        (await Should.ThrowAsync<FeedFault>(() => Read())).Message.ShouldContain("127.0.0.1");
        asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_refusal_is_not_asked_again_and_a_redirect_is_not_followed()
    {
        answers.Enqueue(Status(400));
        (await Should.ThrowAsync<FeedFault>(() => Read())).Message.ShouldContain("400");
        answers.Clear();
        answers.Enqueue(http =>
        {
            http.Response.Redirect("http://127.0.0.1:1/");
            return Task.CompletedTask;
        });
        (await Should.ThrowAsync<FeedFault>(() => Read())).Message.ShouldContain("302");
        asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        answers.Enqueue(async http =>
        {
            var part = new byte[65_536];
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(part, http.RequestAborted);
        });
        await Should.ThrowAsync<FeedFault>(() => Read());
    }

    [Fact]
    public async Task The_own_network_is_not_reached_unless_the_setting_says_so()
    {
        answers.Enqueue(Klines(2));
        await using var strict = await House.EmptyOn(DatabaseKind.Sqlite);
        var calls = strict.Get<OutgoingCalls>();
        var port = new Uri(server.Url).Port;
        foreach (
            var address in new[]
            {
                $"http://127.0.0.1:{port}/",
                $"http://localhost:{port}/",
                $"http://2130706433:{port}/",
                $"http://[::1]:{port}/",
                $"http://[::ffff:127.0.0.1]:{port}/",
                "http://169.254.169.254/latest/meta-data",
            }
        )
            await Should.ThrowAsync<HttpRequestException>(() =>
                calls.Get(new Uri(address), 1_000, new CancellationTokenSource(5_000).Token)
            );
        asked.ShouldBeEmpty();
        foreach (
            var inner in new[]
            {
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
            }
        )
            OutgoingCalls.IsPublic(IPAddress.Parse(inner)).ShouldBeFalse(inner);
        foreach (var outer in new[] { "93.184.216.34", "172.32.0.1", "2606:4700::1111" })
            OutgoingCalls.IsPublic(IPAddress.Parse(outer)).ShouldBeTrue(outer);
    }

    private Task<IReadOnlyList<Candle>> Read(FeedPatience? patience = null) =>
        new ExchangeFeed(
            house.Get<OutgoingCalls>(),
            new At(),
            patience ?? new FeedPatience(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(2), 2)
        ).Closed(settings, "BTC/USDT", Now.AddSeconds(-30).AddMinutes(-4), 500, TestContext.Current.CancellationToken);

    // A number of minutes, of which the last is open; the first four may be before the requested time.
    private static Func<HttpContext, Task> Klines(int count) =>
        Text(
            "["
                + string.Join(
                    ',',
                    Enumerable
                        .Range(0, count)
                        .Select(i =>
                        {
                            var opens = Now.AddSeconds(-30).AddMinutes(i - count + 1).ToUnixTimeMilliseconds();
                            return string.Create(
                                CultureInfo.InvariantCulture,
                                $"[{opens},\"64000.10\",\"64100.00000001\",\"63900\",\"64050.5\",\"12.345\",{opens + 59_999},\"790000\",120,\"6\",\"380000\",\"0\"]"
                            );
                        })
                )
                + "]"
        );

    private static Func<HttpContext, Task> Text(string body) => http => http.Response.WriteAsync(body);

    private static Func<HttpContext, Task> Status(int status) =>
        http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };

    /// <summary>The clock stands still, timers run.</summary>
    private sealed class At : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await house.DisposeAsync();
    }
}
