using System.Net.Http.Json;
using CsDashboard.Marketplace;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Marketplace;

/// <summary>The membership calls about analytics, over real orders.</summary>
public sealed class AnalyticsEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private string At(string what = "") => $"api/customer-id/analytics/{app.Sara.CustomerId}{what}";

    [Fact]
    public async Task The_five_calls_say_what_the_ledger_says()
    {
        var sara = app.Client(app.Sara);
        var none = (await app.Client(app.Oskar).Get($"api/customer-id/analytics/{app.Oskar.CustomerId}")).GetProperty("data");
        (none.GetProperty("totalPurchases").GetInt32(), none.Text("favoriteCategory"), none.GetProperty("lastPurchase").ValueKind).ShouldBe(
            (0, "N/A", System.Text.Json.JsonValueKind.Null)
        );
        foreach (var (number, status, price) in new[] { ("X-1", "delivered", 10.55m), ("X-2", "placed", 20m), ("X-3", "cancelled", 500m) })
            await app.Get<Orders>()
                .Record(
                    app.Product,
                    app.Sara.CustomerId!.Value,
                    new OrderInput
                    {
                        Number = number,
                        Status = status,
                        Lines =
                        [
                            new()
                            {
                                Name = "Lamp",
                                Category = "lamps",
                                UnitPrice = price,
                            },
                        ],
                    }
                );
        foreach (var client in new[] { sara, app.Client(app.Karim), app.Service })
        {
            var totals = await client.Get(At());
            totals.GetProperty("success").GetBoolean().ShouldBeTrue();
            var data = totals.GetProperty("data");
            (
                data.GetProperty("totalPurchases").GetInt32(),
                data.GetProperty("totalSpent").GetDecimal(),
                data.GetProperty("averageOrderValue").GetInt32(),
                data.GetProperty("engagementScore").GetInt32(),
                data.Text("favoriteCategory")
            ).ShouldBe((2, 30.55m, 15, 10, "lamps"));
        }
        var history = (await sara.Get(At("/purchase-history?limit=2"))).GetProperty("data");
        history
            .EnumerateArray()
            .Select(o => (o.GetProperty("amount").GetDecimal(), o.Text("category"), o.Text("status")))
            .ShouldBe([(500m, "lamps", "cancelled"), (20m, "lamps", "pending")]);
        var trends = (await sara.Get(At("/spending-trends"))).GetProperty("data");
        (trends.GetArrayLength(), trends[5].GetProperty("purchases").GetInt32(), trends[5].GetProperty("spent").GetDecimal()).ShouldBe(
            (6, 2, 30.55m)
        );
        trends[5].Text("month").ShouldMatch("^[0-9]{4}-[0-9]{2}$");
        var share = (await sara.Get(At("/category-breakdown"))).GetProperty("data").EnumerateArray().ShouldHaveSingleItem();
        (share.Text("category"), share.GetProperty("percentage").GetInt32(), share.GetProperty("amount").GetDecimal()).ShouldBe(
            ("lamps", 100, 30.55m)
        );
        var engagement = (await sara.Get(At("/engagement"))).GetProperty("data");
        (
            engagement.GetProperty("purchaseFrequency").GetInt32(),
            engagement.GetProperty("reviewsCount").GetInt32(),
            engagement.GetProperty("engagementScore").GetInt32()
        ).ShouldBe((2, 0, 10));
    }

    // The fields of the contract are in the company's currency; what an order came to in another stands beside it.
    [Fact]
    public async Task An_order_in_another_currency_is_told_converted_with_its_own_amount_beside_it()
    {
        var (david, id) = (app.Client(app.David), app.David.CustomerId!.Value);
        await app.Get<Currencies>().SetRate(app.Amina, new RateInput { Currency = "KWD", Rate = 3.25m });
        async Task<System.Text.Json.JsonElement> Tell(object order)
        {
            using var response = await app.Service.PostAsync(
                $"api/customers/internal/{id}/orders",
                System.Net.Http.Json.JsonContent.Create(order)
            );
            response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Created);
            return (await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("data");
        }
        var told = await Tell(
            new
            {
                number = "M-1",
                status = "delivered",
                currency = "KWD",
                total = 10.125m,
            }
        );
        (told.GetProperty("totalAmount").GetDecimal(), told.Text("currency")).ShouldBe((32.91m, "USD"));
        told = await Tell(
            new
            {
                number = "M-2",
                status = "delivered",
                currency = "JPY",
                total = 12345,
            }
        );
        (told.GetProperty("totalAmount").GetDecimal(), told.Text("currency")).ShouldBe((12345m, "JPY"));
        var totals = (await david.Get($"api/customer-id/analytics/{id}")).GetProperty("data");
        (totals.GetProperty("totalPurchases").GetInt32(), totals.GetProperty("totalSpent").GetDecimal(), totals.Text("currency")).ShouldBe(
            (2, 32.91m, "USD")
        );
        (
            totals.GetProperty("notConverted")[0].Text("currency"),
            totals.GetProperty("notConverted")[0].GetProperty("amount").GetDecimal()
        ).ShouldBe(("JPY", 12345m));
        var history = (await david.Get($"api/customer-id/analytics/{id}/purchase-history"))
            .GetProperty("data")
            .EnumerateArray()
            .ToDictionary(o => o.Text("number")!);
        (
            history["M-1"].GetProperty("amount").GetDecimal(),
            history["M-1"].Text("currency"),
            history["M-1"].GetProperty("originalAmount").GetDecimal(),
            history["M-1"].Text("originalCurrency"),
            history["M-1"].GetProperty("converted").GetBoolean()
        ).ShouldBe((32.91m, "USD", 10.125m, "KWD", true));
        (
            history["M-2"].GetProperty("amount").GetDecimal(),
            history["M-2"].Text("currency"),
            history["M-2"].GetProperty("converted").GetBoolean()
        ).ShouldBe((12345m, "JPY", false));
        var orders = (await app.Client(app.Karim).Get($"api/customers/{id}/orders")).GetProperty("data");
        orders.GetProperty("summary").GetProperty("totalOrderValue").GetDecimal().ShouldBe(32.91m);
        var first = orders.GetProperty("recentOrders").EnumerateArray().Single(o => o.Text("orderId") == "M-1");
        (first.GetProperty("totalAmount").GetDecimal(), first.Text("currency"), first.GetProperty("originalAmount").GetDecimal()).ShouldBe(
            (32.91m, "USD", 10.125m)
        );
        foreach (
            var (bad, field) in new (object, string)[]
            {
                (
                    new
                    {
                        number = "M-3",
                        total = 1,
                        currency = "ZZZ",
                    },
                    "currency"
                ),
                (
                    new
                    {
                        number = "Z-6",
                        total = 10,
                        placedAt = "2099-01-01T00:00:00Z",
                    },
                    "placedAt"
                ),
            }
        )
        {
            using var refused = await app.Service.PostAsync(
                $"api/customers/internal/{id}/orders",
                System.Net.Http.Json.JsonContent.Create(bad)
            );
            await refused.ShouldBeProblem(400, field: field);
        }
    }

    [Theory]
    [InlineData("/purchase-history?limit=0", "limit")]
    [InlineData("/purchase-history?limit=101", "limit")]
    [InlineData("/purchase-history?limit=many", "limit")]
    [InlineData("/spending-trends?months=0", "months")]
    [InlineData("/spending-trends?months=61", "months")]
    public async Task A_bad_range_is_refused(string what, string field)
    {
        using var response = await app.Client(app.Sara).GetAsync(At(what));
        await response.ShouldBeProblem(400, field: field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/purchase-history")]
    [InlineData("/spending-trends")]
    [InlineData("/category-breakdown")]
    [InlineData("/engagement")]
    public async Task Nobody_reaches_anothers_and_an_unknown_name_is_nobodys(string what)
    {
        foreach (var stranger in new[] { app.Client(app.David), app.Client(app.Oskar), app.Client(app.Olga) })
        {
            using var response = await stranger.GetAsync(At(what));
            await response.ShouldBeProblem(404);
        }
        using var unknown = await app.Client(app.Karim).GetAsync($"api/customer-id/analytics/nobody{what}");
        await unknown.ShouldBeProblem(404);
        using var nobody = await app.Anonymous.GetAsync(At(what));
        await nobody.ShouldBeProblem(401);
    }
}
