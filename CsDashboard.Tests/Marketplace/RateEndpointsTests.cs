using System.Net;
using System.Text.Json;
using CsDashboard.Marketplace;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Rates as programs keep them.</summary>
public sealed class RateEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string At = "api/currency-rates";
    private HttpClient Amina => app.Client(app.Amina);

    private static async Task Refused(Task<HttpResponseMessage> sent, int status, string? field = null)
    {
        using var response = await sent;
        await response.ShouldBeProblem(status, field: field);
    }

    [Fact]
    public async Task A_rate_is_set_listed_replaced_and_removed_and_the_orders_follow()
    {
        await app.Get<Orders>()
            .Record(
                app.Product,
                app.Sara.CustomerId!.Value,
                new OrderInput
                {
                    Number = "R-1",
                    Status = "delivered",
                    Currency = "JPY",
                    Total = 1_000,
                }
            );
        // The other story of this app has a currency of its own.
        async Task<List<JsonElement>> Of(string what) =>
            [.. (await Amina.Get(At)).GetProperty("data").GetProperty(what).EnumerateArray().Where(r => r.Text("currency") == "JPY")];
        var none = (await Amina.Get(At)).GetProperty("data");
        (none.Text("currency"), (await Of("rates")).Count, none.GetProperty("converting").GetBoolean()).ShouldBe(("USD", 0, false));
        var waiting = (await Of("awaited")).ShouldHaveSingleItem();
        (waiting.Text("currency"), waiting.GetProperty("orders").GetInt32(), waiting.GetProperty("total").GetDecimal()).ShouldBe(
            ("JPY", 1, 1_000m)
        );

        async Task<string> Set(decimal rate)
        {
            using var response = await Amina.Put(
                At,
                new
                {
                    currency = "jpy",
                    rate,
                    from = "2026-01-01",
                }
            );
            await response.ShouldBe(HttpStatusCode.OK);
            var data = (await response.Json()).GetProperty("data");
            (
                data.Text("currency"),
                data.Text("into"),
                data.GetProperty("rate").GetDecimal(),
                data.Text("from"),
                data.Text("setBy"),
                data.GetProperty("holds").GetBoolean()
            ).ShouldBe(("JPY", "USD", rate, "2026-01-01", "Amina", true));
            return data.Text("id");
        }
        async Task<decimal?> Worth() =>
            (await app.Get<Orders>().List(app.Sara, app.Sara.CustomerId!.Value)).Single(o => o.Number == "R-1").Worth?.Amount;
        var first = await Set(0.0065m);
        (await Worth()).ShouldBe(6.5m);
        // Sent again it is the same rate; another of the same day takes its place.
        (await Set(0.0065m)).ShouldBe(first);
        var second = await Set(0.007m);
        (await Worth()).ShouldBe(7m);
        (await Of("rates"))
            .Select(r => (r.Text("id"), r.GetProperty("holds").GetBoolean(), r.Text("removedBy") ?? ""))
            .ShouldBe([(second, true, ""), (first, false, "Amina")], ignoreOrder: true);

        for (var i = 0; i < 2; i++)
        {
            using var removed = await Amina.DeleteAsync($"{At}/{second}");
            await removed.ShouldBe(HttpStatusCode.NoContent);
        }
        (await Worth()).ShouldBeNull();
        (await Of("awaited")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Bad_input_names_its_field_and_only_admins_of_the_company_reach_its_rates()
    {
        foreach (
            var (body, field) in new (object, string)[]
            {
                (new { currency = "ZZZ", rate = 1 }, "currency"),
                (new { rate = 1 }, "currency"),
                (new { currency = "USD", rate = 1 }, "currency"),
                (new { currency = "EUR" }, "rate"),
                (new { currency = "EUR", rate = 0 }, "rate"),
                (new { currency = "EUR", rate = -1 }, "rate"),
                (new { currency = "EUR", rate = 1_000_001 }, "rate"),
                (new { currency = "EUR", rate = "dear" }, "rate"),
                (
                    new
                    {
                        currency = "EUR",
                        rate = 1,
                        from = "1999-12-31",
                    },
                    "from"
                ),
                (
                    new
                    {
                        currency = "EUR",
                        rate = 1,
                        from = "yesterday",
                    },
                    "from"
                ),
            }
        )
            await Refused(Amina.Put(At, body), 400, field);
        await Refused(Amina.DeleteAsync($"{At}/{Guid.NewGuid()}"), 404);
        await Refused(Amina.DeleteAsync($"{At}/x"), 400, "rateId");

        using var set = await Amina.Put(At, new { currency = "GBP", rate = 1.25 });
        var gbp = (await set.Json()).GetProperty("data").Text("id");
        foreach (var other in new[] { app.Client(app.Karim), app.Client(app.Sara), app.Service })
        {
            await Refused(other.GetAsync(At), 403);
            await Refused(other.Put(At, new { currency = "GBP", rate = 2 }), 403);
            await Refused(other.DeleteAsync($"{At}/{gbp}"), 403);
        }
        await Refused(app.Anonymous.GetAsync(At), 401);
        (await app.Client(app.Omar).Get(At)).GetProperty("data").GetProperty("rates").GetArrayLength().ShouldBe(0);
        await Refused(app.Client(app.Omar).DeleteAsync($"{At}/{gbp}"), 404);
        (await Amina.Get(At))
            .GetProperty("data")
            .GetProperty("rates")
            .EnumerateArray()
            .ShouldContain(r => r.Text("id") == gbp && r.GetProperty("holds").GetBoolean());
    }
}
