using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Marketplace;

/// <summary>
/// The market's calls about reviews, questions, wishes, alerts, advice and returns, field by field (contract: market, Prices and reviews).
/// </summary>
public sealed class WishEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Market = "api/marketplace";

    private async Task<int> Thing(string name = "Mug") => (await Shelf.Thing(app.Get<Products>(), app.Amina, name)).Product.Number;

    private static int Number(JsonElement answer, string name) => answer.GetProperty(name).GetInt32();

    [Fact]
    public async Task A_review_is_written_read_by_anybody_and_edited_by_a_second_post()
    {
        var (thing, david) = (await Thing(), app.Client(app.David));
        using var written = await david.Post(
            $"{Market}/products/{thing}/reviews",
            new
            {
                user_id = app.David.CustomerId,
                rating = 4,
                title = "Good",
                comment = "Keeps warm",
                user_name = "The owner",
            }
        );
        var first = await written.Json();
        (Number(first, "rating"), Number(first, "id"), first.Text("status")).ShouldBe((4, Number(first, "review_id"), "published"));
        using var again = await david.Post($"{Market}/products/{thing}/reviews?rating=2&title=Bad&comment=Broke");
        Number(await again.Json(), "review_id").ShouldBe(Number(first, "review_id"));
        var page = await app.Anonymous.Get($"{Market}/products/{thing}/reviews");
        (Number(page, "total"), Number(page, "skip"), Number(page, "limit")).ShouldBe((1, 0, 20));
        page.GetProperty("reviews")[0]
            .ShouldSatisfyAllConditions(
                r => r.Text("comment").ShouldBe("Broke"),
                r => r.Text("user_name").ShouldNotBe("The owner"),
                r => r.GetProperty("is_verified_purchase").GetBoolean().ShouldBeFalse()
            );
        var product = await app.Anonymous.Get($"{Market}/products/{thing}");
        (product.GetProperty("rating").GetDecimal(), Number(product, "review_count")).ShouldBe((2m, 1));
        await (await david.Post($"{Market}/products/{thing}/reviews", new { rating = 6 })).ShouldBeProblem(400, field: "rating");
        await (await app.Anonymous.GetAsync($"{Market}/products/{thing}/reviews?limit=101")).ShouldBeProblem(400, field: "limit");
        await (await app.Anonymous.GetAsync($"{Market}/products/99999/reviews")).ShouldBeProblem(404);
        await (await app.Client(app.Karim).Post($"{Market}/products/{thing}/reviews", new { rating = 5 })).ShouldBeProblem(
            400,
            field: "user_id"
        );
    }

    [Fact]
    public async Task A_customer_who_says_to_be_an_admin_answers_as_a_customer()
    {
        var thing = await Thing();
        using var asked = await app.Client(app.David).Post($"{Market}/products/{thing}/questions", new { question = "How heavy is it?" });
        var question = Number(await asked.Json(), "question_id");
        var lie = new
        {
            answer = "300 g",
            user_type = "admin",
            user_name = "The owner",
        };
        using var given = await app.Client(app.David).Post($"{Market}/questions/{question}/answer", lie);
        (await given.Json()).ShouldSatisfyAllConditions(
            a => a.Text("user_type").ShouldBe("customer"),
            a => a.Text("user_name").ShouldNotBe("The owner"),
            a => a.GetProperty("is_verified").GetBoolean().ShouldBeFalse()
        );
        using var agent = await app.Client(app.Karim).Post($"{Market}/questions/{question}/answer", lie);
        (await agent.Json()).Text("user_type").ShouldBe("seller");
        using var told = await app.Service.Post($"{Market}/questions/{question}/answer", lie);
        (await told.Json()).Text("user_name").ShouldBe("The owner");
        await (
            await app.Client(app.David).Post($"{Market}/questions/{question}/answer", new { user_id = app.Sara.CustomerId, answer = "x" })
        ).ShouldBeProblem(404);
        var page = await app.Anonymous.Get($"{Market}/products/{thing}/questions");
        page.GetProperty("questions")[0].GetProperty("answers").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Wishes_sets_glances_alerts_and_advice_answer_as_the_contract_has_them()
    {
        var (mug, pen, client) = (await Thing(), await Thing("Pen"), app.Client(app.David));
        using var added = await client.Post($"{Market}/wishlist/add", new { user_id = app.David.CustomerId, product_id = mug });
        (await added.Json()).ShouldSatisfyAllConditions(
            w => Number(w, "product_id").ShouldBe(mug),
            w => w.Text("message").ShouldNotBeEmpty(),
            w => w.GetProperty("added_at").TryGetDateTimeOffset(out _).ShouldBeTrue()
        );
        (await client.Get($"{Market}/wishlist")).GetProperty("items")[0].GetProperty("product").Text("name").ShouldBe("Mug");
        await (await client.Delete($"{Market}/wishlist/remove?product_id={mug}")).ShouldBe(200);
        await (await client.Delete($"{Market}/wishlist/remove", new { product_id = mug })).ShouldBeProblem(404);
        using var set = await client.Post($"{Market}/comparisons", new { name = "Desk", product_ids = new[] { mug, pen } });
        Number(await set.Json(), "id").ShouldBePositive();
        (await client.Get($"{Market}/comparisons"))[0]
            .GetProperty("product_ids")
            .EnumerateArray()
            .Select(p => p.GetInt32())
            .ShouldBe([mug, pen]);
        foreach (var seen in new[] { mug, pen, mug })
            await (await client.Post($"{Market}/recently-viewed", new { product_id = seen })).ShouldBe(200);
        (await client.Get($"{Market}/recently-viewed")).EnumerateArray().Select(s => Number(s, "product_id")).ShouldBe([mug, pen]);
        using var alert = await client.Post($"{Market}/price-alerts", new { product_id = mug, target_price = 5.5 });
        var waits = await alert.Json();
        (waits.GetProperty("target_price").GetDecimal(), waits.GetProperty("current_price").GetDecimal()).ShouldBe((5.5m, 10m));
        waits.GetProperty("is_active").GetBoolean().ShouldBeTrue();
        (await client.Get($"{Market}/price-alerts")).GetArrayLength().ShouldBe(1);
        await (await client.Delete($"{Market}/price-alerts/{Number(waits, "alert_id")}?user_id={app.David.CustomerId}")).ShouldBe(200);
        (await client.Get($"{Market}/price-alerts")).GetArrayLength().ShouldBe(0);
        var advice = (await client.Get($"{Market}/recommendations?product_id={mug}&limit=3")).GetProperty("recommendations");
        advice
            .EnumerateArray()
            .ShouldAllBe(r => Number(r, "recommended_product_id") != mug && Number(r, "id") > 0 && r.Text("algorithm") != null);
        foreach (var call in new[] { "wishlist", "comparisons", "recently-viewed", "price-alerts", "recommendations", "returns" })
        {
            await (await client.GetAsync($"{Market}/{call}?user_id={app.Sara.CustomerId}")).ShouldBeProblem(404);
            await (await app.Client(app.Karim).GetAsync($"{Market}/{call}")).ShouldBeProblem(400, field: "user_id");
            await app.Client(app.Karim).Get($"{Market}/{call}?user_id={app.David.CustomerId}");
        }
    }

    [Fact]
    public async Task A_return_is_asked_for_once_and_ends_with_a_refund_that_has_a_ceiling()
    {
        var (david, karim) = (app.Client(app.David), app.Client(app.Karim));
        using var told = await app.Service.Post(
            $"api/customers/internal/{app.David.CustomerId}/orders",
            new
            {
                number = "RETURNED-1",
                status = "delivered",
                lines = new[]
                {
                    new
                    {
                        name = "Mug",
                        quantity = 2,
                        unitPrice = 10,
                    },
                },
            }
        );
        using var asked = await david.Post(
            $"{Market}/returns/create",
            new
            {
                user_id = app.David.CustomerId,
                order_id = "RETURNED-1",
                return_reason = "It leaks",
                return_method = "drop_off",
            }
        );
        var made = await asked.Json();
        (made.Text("status"), made.Text("reason"), made.Text("description")).ShouldBe(("requested", "other", "It leaks"));
        made.Text("return_number").ShouldMatch("^RET-[0-9]{8}-[0-9A-F]{8}$");
        var id = Number(made, "return_id");
        using var again = await david.Post($"{Market}/returns/create?order_id=RETURNED-1&reason=Again");
        Number(await again.Json(), "return_id").ShouldBe(id);
        Number((await david.Get($"{Market}/returns")).GetProperty("returns")[0], "id").ShouldBe(id);
        async Task Moves(string status, decimal? refund = null) =>
            await (await karim.Put($"{Market}/returns/{id}/status", new { status, refund_amount = refund })).ShouldBe(200);
        await (await karim.Put($"{Market}/returns/{id}/status", new { status = "refunded" })).ShouldBeProblem(409, "return_step");
        await (await karim.Put($"{Market}/returns/{id}/status", new { status = "lost" })).ShouldBeProblem(400, field: "status");
        await Moves("approved");
        await Moves("received");
        await (await karim.Put($"{Market}/returns/{id}/status", new { status = "refunded", refund_amount = 20.01 })).ShouldBeProblem(
            400,
            "refund_exceeds",
            "refund_amount"
        );
        using var paid = await karim.Put($"{Market}/returns/{id}/status", new { status = "refunded" });
        (await paid.Json()).GetProperty("refund_amount").GetDecimal().ShouldBe(20);
        await (await david.Post($"{Market}/returns/create", new { order_id = "NONE" })).ShouldBeProblem(404);
        await (await david.Post($"{Market}/returns/create", new { reason = "x" })).ShouldBeProblem(400, field: "order_id");
    }
}
