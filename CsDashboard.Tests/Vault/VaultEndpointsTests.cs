using System.Net;
using System.Text;
using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Tests.Desk;
using CsDashboard.Vault;

namespace CsDashboard.Tests.Vault;

/// <summary>The contract's two calls (contract: enhanced, Vault and PIN) and those of an unlocked session.</summary>
public sealed class VaultEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Read = "api/enhanced/dashboard/trading-data",
        Store = "api/enhanced/dashboard/store-bot-data";

    private static object Candle(string pair = "BTC/USD", decimal close = 45_500, object? pin = null, object? indicators = null) =>
        new
        {
            pin = pin ?? VaultHouse.Pin,
            bot_type = "crypto",
            pair,
            ohlcv = new
            {
                open = 45_000,
                high = 46_000,
                low = 44_000.5,
                close,
                volume = 1_200_000,
            },
            indicators = indicators ?? new { rsi = 35, macd = 0.5 },
        };

    [Fact]
    public async Task What_a_bot_stores_comes_back_in_the_form_of_charts()
    {
        foreach (var client in new[] { app.Client(app.Karim), app.Client(app.Amina), app.Service })
        {
            using var stored = await client.Post(Store, Candle("SOL/USD"));
            await stored.ShouldBe(HttpStatusCode.Created);
            (await stored.Json()).GetProperty("success").GetBoolean().ShouldBeTrue();
        }
        using var read = await app.Client(app.Karim)
            .Post(Read, new { pin = "٢٣١٨٠٦", filters = new { bot_type = "crypto", pair = "sol/usd" } });
        await read.ShouldBe(HttpStatusCode.OK);
        var body = await read.Json();
        body.GetProperty("success").GetBoolean().ShouldBeTrue();
        body.GetProperty("count").GetInt32().ShouldBe(3);
        var first = body.GetProperty("data")[0];
        first.EnumerateObject().Select(p => p.Name).ShouldBe(["time", "open", "high", "low", "close", "volume"]);
        (first.GetProperty("low").GetDecimal(), first.GetProperty("volume").GetDecimal()).ShouldBe((44_000.5m, 1_200_000m));
        DateTimeOffset
            .FromUnixTimeSeconds(first.GetProperty("time").GetInt64())
            .ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        read.Headers.CacheControl!.NoStore.ShouldBeTrue();

        using var all = await app.Service.Post(Read, new { pin = VaultHouse.Pin });
        (await all.Json()).GetProperty("count").GetInt32().ShouldBeGreaterThanOrEqualTo(3);
        using var others = await app.Client(app.Olga).Post(Read, new { pin = VaultHouse.Pin });
        (await others.Json()).GetProperty("count").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Customers_are_refused_before_any_pin_is_looked_at()
    {
        foreach (var path in new[] { Read, Store })
        {
            using var response = await app.Client(app.Sara).Post(path, Candle());
            await response.ShouldBeProblem(403);
            using var nobody = await app.Anonymous.Post(path, Candle());
            await nobody.ShouldBeProblem(401);
        }
        foreach (var path in new[] { "unlock", "lock", "import" })
        foreach (var client in new[] { app.Client(app.Sara), app.Client(app.Karim), app.Service })
        {
            using var response = await client.Post("api/vault/" + path, new { pin = VaultHouse.Pin });
            await response.ShouldBeProblem(403);
        }
    }

    [Fact]
    public async Task A_missing_pin_is_400_a_number_too_and_a_wrong_one_401()
    {
        var olga = app.Client(app.Olga);
        foreach (var path in new[] { Read, Store })
        {
            foreach (
                var body in new object[]
                {
                    new { },
                    new { pin = "" },
                    new { pin = (string?)null },
                    new { pin = "12345" },
                    new { pin = 231806 },
                    new { pin = "231806'--" },
                }
            )
            {
                using var response = await olga.Post(path, body);
                await response.ShouldBeProblem(400);
            }
        }
        using var wrong = await olga.Post(Read, new { pin = "111222" });
        (await wrong.ShouldBeProblem(401)).Text("message").ShouldStartWith("Invalid PIN");
        using var right = await olga.Post(Read, new { pin = " 231806 " });
        await right.ShouldBe(HttpStatusCode.OK);
        using var missing = await olga.Post(Read, new { filters = new { } });
        (await missing.ShouldBeProblem(400)).Text("message").ShouldBe("PIN is required");
    }

    [Fact]
    public async Task Five_wrong_pins_are_429_with_a_time_to_wait()
    {
        await using var alone = await TestApp.Start();
        var karim = alone.Client(alone.Karim);
        for (var i = 0; i < 5; i++)
            (await karim.Post(i % 2 == 0 ? Read : Store, Candle(pin: "111222"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var locked = await karim.Post(Read, new { pin = VaultHouse.Pin });
        await locked.ShouldBeProblem(429);
        locked.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        // An agent who guesses only shuts themselves out.
        using var page = await alone.Client(alone.Amina).Post("api/vault/unlock", new { pin = VaultHouse.Pin });
        await page.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"bot_type":"stocks"}""", "bot_type")]
    [InlineData("""{"bot_type":null}""", "bot_type")]
    [InlineData("""{"pair":"BTC USD; DROP"}""", "pair")]
    [InlineData("""{"pair":"BTC/USD\u202e"}""", "pair")]
    [InlineData("""{"ohlcv":{"open":-1}}""", "ohlcv.open")]
    [InlineData("""{"ohlcv":{"open":1,"high":1,"low":2,"close":1}}""", "ohlcv.high")]
    [InlineData("""{"ohlcv":{"volume":1234567890123456789012345678}}""", "ohlcv.volume")]
    [InlineData("""{"ohlcv":{"volume":1234567890123456789012345678901234567890}}""", "ohlcv.volume")]
    [InlineData("""{"ohlcv":{"volume":"NaN"}}""", "ohlcv.volume")]
    [InlineData("""{"indicators":[1]}""", "indicators")]
    [InlineData("""{"interval":"7m"}""", "interval")]
    public async Task Impossible_candles_are_refused_and_name_their_field(string change, string field)
    {
        var body = JsonSerializer.SerializeToNode(Candle())!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(change)!.AsObject().ToList())
            body[name] = value?.DeepClone();
        using var response = await app.Client(app.Karim).Post(Store, body.ToJsonString());
        (await response.ShouldBeProblem(400)).GetProperty("errors")[0].Text("field").ShouldBe(field);
    }

    [Fact]
    public async Task Indicators_of_a_megabyte_are_refused()
    {
        using var large = await app.Client(app.Karim).Post(Store, Candle(indicators: new { note = new string('x', 20_000) }));
        await large.ShouldBeProblem(413);
        using var huge = await app.Client(app.Karim).Post(Store, Candle(indicators: new { note = new string('x', 1_100_000) }));
        await huge.ShouldBeProblem(413);
    }

    [Fact]
    public async Task An_unlocked_session_imports_exports_and_feeds_a_chart_and_a_locked_one_does_not()
    {
        var amina = app.Client(app.Amina);
        const string History = "api/vault/udf/history?symbol=crypto:ADA/USD&resolution=60&from=1735689600&to=1790000000&countback=10";
        foreach (
            var path in new[]
            {
                "api/vault/export",
                "api/vault/udf/config",
                "api/vault/udf/symbols?symbol=crypto:ADA/USD",
                "api/vault/udf/search?query=a",
                History,
                "api/vault/udf/time",
            }
        )
        {
            using var locked = await amina.GetAsync(path);
            await locked.ShouldBeProblem(403);
        }
        using var unlocked = await amina.Post("api/vault/unlock", new { pin = VaultHouse.Pin });
        await unlocked.ShouldBe(HttpStatusCode.OK);
        // Another session of the same person stays locked.
        using (var elsewhere = await app.Client(app.Amina).GetAsync("api/vault/export"))
            await elsewhere.ShouldBeProblem(403);

        using var file = new StringContent(VaultHouse.Csv(50), Encoding.UTF8, "text/csv");
        using var imported = await amina.PostAsync("api/vault/import?bot_type=crypto&pair=ADA/USD&interval=1h", file);
        await imported.ShouldBe(HttpStatusCode.OK);
        ((await imported.Json()).GetProperty("added").GetInt32()).ShouldBe(50);
        using var bad = new StringContent("time,open,high,low,close,volume\n1,2,3\n", Encoding.UTF8, "text/csv");
        using var refused = await amina.PostAsync("api/vault/import?bot_type=crypto&pair=ADA/USD&interval=1h", bad);
        (await refused.ShouldBeProblem(400)).GetProperty("errors")[0].Text("field").ShouldBe("line 2");

        using var csv = await amina.GetAsync("api/vault/export?pair=ADA/USD");
        csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        csv.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        csv.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await csv.Content.ReadAsStringAsync()).Split("\r\n").Length.ShouldBe(52);
        (await amina.Get("api/vault/export?pair=ADA/USD&format=json")).GetProperty("count").GetInt32().ShouldBe(50);

        (await amina.Get("api/vault/udf/config")).GetProperty("supports_search").GetBoolean().ShouldBeTrue();
        (await amina.Get("api/vault/udf/symbols?symbol=crypto:ADA/USD")).GetProperty("supported_resolutions")[0].GetString().ShouldBe("60");
        (await amina.Get("api/vault/udf/search?query=ada"))[0].Text("full_name").ShouldBe("crypto:ADA/USD");
        var bars = await amina.Get(History);
        bars.Text("s").ShouldBe("ok");
        bars.GetProperty("t").GetArrayLength().ShouldBe(10);
        bars.GetProperty("t")[9].GetInt64().ShouldBe(VaultHouse.Candle(49).Time.ToUnixTimeSeconds());
        bars.GetProperty("c")[9].GetDecimal().ShouldBe(VaultHouse.Candle(49).Close);
        (await amina.Get("api/vault/udf/history?symbol=crypto:ADA/USD&resolution=1D")).Text("s").ShouldBe("no_data");
        foreach (
            var path in new[]
            {
                "history?symbol=ADA&resolution=60",
                "history?symbol=crypto:ADA/USD&resolution=7",
                "history?symbol=crypto:ADA/USD&resolution=60&from=-5",
                "symbols?symbol=gold:XAU",
                "../export?format=pdf",
                "../export?from=soon",
            }
        )
        {
            using var response = await amina.GetAsync("api/vault/udf/" + path);
            await response.ShouldBeProblem(400);
        }
        using (var unknown = await amina.GetAsync("api/vault/udf/symbols?symbol=crypto:NOT/HERE"))
            await unknown.ShouldBeProblem(404);

        (await amina.Post("api/vault/lock")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var after = await amina.GetAsync("api/vault/export");
        await after.ShouldBeProblem(403);
    }
}
