using System.Net;
using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Orders of the shop as programs place, read and move them (contract: market, Orders).</summary>
public sealed class MarketOrderEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Orders = "api/marketplace/orders";

    private static readonly object Address = new
    {
        street = "1 Main Street",
        city = "Los Angeles",
        state = "CA",
        zip_code = "90001",
        country = "US",
    };

    private async Task<int> Thing(int stock = 20, decimal price = 99.99m)
    {
        await app.Sells();
        return (await Shelf.Thing(app.Get<Products>(), app.Amina, stock: stock, price: price)).Product.Number;
    }

    private static Dictionary<string, object?> Order(int product, int quantity = 1, Action<Dictionary<string, object?>>? with = null)
    {
        var body = new Dictionary<string, object?>
        {
            ["shipping_address"] = Address,
            ["billing_address"] = Address,
            ["payment_method"] = "bank_transfer",
            ["shipping_method"] = "standard",
            ["items"] = new[]
            {
                new
                {
                    product_id = product,
                    quantity,
                    price = 0.01m,
                },
            },
        };
        with?.Invoke(body);
        return body;
    }

    private static decimal Amount(JsonElement answer, string name) => answer.GetProperty(name).GetDecimal();

    private async Task<int> Left(int product) =>
        (await app.Anonymous.Get($"api/marketplace/products/{product}")).GetProperty("stock_quantity").GetInt32();

    [Fact]
    public async Task An_order_is_placed_at_the_shops_price_and_read_by_any_of_its_names()
    {
        var (mug, david) = (await Thing(), app.Client(app.David));
        using var placed = await david.Post($"{Orders}/create", Order(mug, 2, o => o["user_id"] = app.David.CustomerId));
        await placed.ShouldBe(HttpStatusCode.OK);
        var made = await placed.Json();
        made.Text("order_number").ShouldMatch("^ORD-[0-9]{8}-[0-9A-F]{8}$");
        (made.Text("status"), made.Text("payment_status"), made.GetProperty("price_changed").GetBoolean()).ShouldBe(
            ("pending", "pending", true)
        );
        (Amount(made, "subtotal"), Amount(made, "shipping_amount"), Amount(made, "tax_amount"), Amount(made, "total_amount")).ShouldBe(
            (199.98m, 0m, 16.50m, 216.48m)
        );
        (made.Text("currency"), made.Text("message").Length > 0).ShouldBe(("USD", true));
        (await Left(mug)).ShouldBe(18);

        var id = made.GetProperty("order_id").GetInt32();
        foreach (var name in new[] { $"{id}", made.Text("order_number") })
        {
            var seen = await david.Get($"{Orders}/{name}");
            seen.GetProperty("id").ToString().ShouldBe(name);
            (seen.Text("order_number"), seen.Text("status"), seen.Text("payment_method")).ShouldBe(
                (made.Text("order_number"), "pending", "bank_transfer")
            );
            seen.GetProperty("shipping_address").Text("zip_code").ShouldBe("90001");
            var line = seen.GetProperty("items")[0];
            (line.GetProperty("product_id").GetInt32(), line.GetProperty("quantity").GetInt32(), Amount(line, "price")).ShouldBe(
                (mug, 2, 99.99m)
            );
            foreach (
                var field in "discount_amount refunded_amount tracking_number created_at updated_at shipped_at delivered_at".Split(' ')
            )
                seen.TryGetProperty(field, out _).ShouldBeTrue(field);
        }
        var list = await david.Get($"{Orders}?user_id={app.David.CustomerId}&limit=1");
        (list.GetProperty("orders")[0].GetProperty("id").GetInt32(), list.GetProperty("limit").GetInt32()).ShouldBe((id, 1));
        list.GetProperty("total").GetInt32().ShouldBePositive();
        foreach (var (query, field) in new[] { ("limit=0", "limit"), ("limit=101", "limit"), ("skip=-1", "skip") })
            await (await david.GetAsync($"{Orders}?{query}")).ShouldBeProblem(400, field: field);
    }

    [Fact]
    public async Task The_cart_is_ordered_once_and_items_leave_it_alone()
    {
        var (mug, sara) = (await Thing(price: 10), app.Client(app.Sara));
        await (await sara.Post("api/marketplace/cart/add", new { product_id = mug, quantity = 2 })).ShouldBe(200);
        await (await sara.Post($"{Orders}/create", Order(mug))).ShouldBe(200);
        (await sara.Get("api/marketplace/cart")).GetProperty("items").GetArrayLength().ShouldBe(1);
        // Two calls at once without a key: one order, since the cart is emptied with it.
        var cart = Order(mug, with: o => o.Remove("items"));
        var calls = await Task.WhenAll(sara.Post($"{Orders}/create", cart), sara.Post($"{Orders}/create", cart));
        calls.Select(c => (int)c.StatusCode).Order().ShouldBe([200, 400]);
        await calls.Single(c => !c.IsSuccessStatusCode).ShouldBeProblem(400, "cart_empty", "items");
        (await Left(mug)).ShouldBe(17);
    }

    [Fact]
    public async Task A_call_with_a_key_is_one_order_however_often_it_is_sent()
    {
        var mug = await Thing();
        async Task<HttpResponseMessage> Send(int quantity, string key = "once-1")
        {
            var client = app.Client(app.David);
            client.DefaultRequestHeaders.Add("Idempotency-Key", key);
            return await client.Post($"{Orders}/create", Order(mug, quantity));
        }
        var answers = await Task.WhenAll(Send(1), Send(1), Send(1));
        var numbers = await Task.WhenAll(answers.Select(async a => (await a.Json()).Text("order_number")));
        numbers.Distinct().ShouldHaveSingleItem();
        await (await Send(2)).ShouldBeProblem(409, "idempotency_key_reused");
        (await Left(mug)).ShouldBe(19);
        // What was agreed to is quoted; what became dearer is asked about, with the new quote.
        var david = app.Client(app.David);
        using var quoted = await david.Post($"{Orders}/quote", Order(mug));
        var agreed = Order(mug, with: o => o["quote_hash"] = null);
        agreed["quote_hash"] = (await quoted.Json()).Text("quote_hash");
        await app.Get<Products>().Save(app.Amina, mug, Shelf.Input(price: 120, stock: null));
        using var asked = await david.Post($"{Orders}/create", agreed);
        var problem = await asked.ShouldBeProblem(409, "price_changed");
        Amount(problem.GetProperty("quote"), "subtotal").ShouldBe(120);
        agreed["quote_hash"] = problem.GetProperty("quote").Text("quote_hash");
        await (await david.Post($"{Orders}/create", agreed)).ShouldBe(200);
    }

    [Fact]
    public async Task What_is_missing_wrong_or_anothers_is_named_and_nothing_is_ordered()
    {
        var (mug, david) = (await Thing(stock: 3), app.Client(app.David));
        foreach (
            var (with, field) in new (Action<Dictionary<string, object?>>, string)[]
            {
                (o => o.Remove("shipping_address"), "shipping_address"),
                (o => o.Remove("billing_address"), "billing_address"),
                (o => o["shipping_address"] = new { city = "Riyadh" }, "shipping_address.street"),
                (o => o["payment_method"] = "beads", "payment_method"),
                (o => o.Remove("payment_method"), "payment_method"),
                (o => o["shipping_method"] = "pigeon", "shipping_method"),
                (o => o["items"] = Array.Empty<object>(), "items"),
                (o => o["items"] = new object?[] { null }, "items"),
                (o => o["items"] = new[] { new { product_id = 99_999, quantity = 1 } }, "items"),
                (o => o["items"] = new[] { new { product_id = mug, quantity = 0 } }, "items"),
                (o => o["items"] = new[] { new { product_id = mug, quantity = int.MaxValue } }, "items"),
                (o => o["items"] = new[] { new { product_id = mug, quantity = 4 } }, "quantity"),
                (o => o["quote_hash"] = "nonsense", "quote_hash"),
            }
        )
            await (await david.Post($"{Orders}/create", Order(mug, with: with))).ShouldBeProblem(400, field: field);
        await (await david.Post($"{Orders}/create", Order(mug, with: o => o["user_id"] = app.Sara.CustomerId))).ShouldBeProblem(404);
        await (await app.Client(app.Karim).Post($"{Orders}/create", Order(mug))).ShouldBeProblem(400, field: "user_id");
        await (await app.Anonymous.Post($"{Orders}/create", Order(mug))).ShouldBeProblem(401);
        // Numbers repeat across companies: this one's means nothing in the other, or another thing.
        await (await app.Client(app.Oskar).Post($"{Orders}/create", Order(mug))).ShouldBeProblem(400, field: "items");
        (await Left(mug)).ShouldBe(3);
    }

    [Fact]
    public async Task Staff_move_an_order_step_by_step_and_nobody_else_does()
    {
        var (mug, david, karim) = (await Thing(), app.Client(app.David), app.Client(app.Karim));
        using var placed = await david.Post($"{Orders}/create", Order(mug));
        var id = (await placed.Json()).GetProperty("order_id").GetInt32();
        var path = $"{Orders}/{id}/status";
        var refused = await (await karim.Put(path, new { status = "shipped" })).ShouldBeProblem(409, "order_step");
        refused.Text("message").ShouldContain("confirmed");
        await (await karim.Put(path, new { status = "lost" })).ShouldBeProblem(400, field: "status");
        await (await karim.Put(path, new { })).ShouldBeProblem(400, field: "status");
        foreach (var status in new[] { "pending", "confirmed", "processing", "processing" })
        {
            using var moved = await karim.Put(path, new { status });
            (await moved.Json()).ShouldSatisfyAllConditions(
                m => m.GetProperty("id").GetInt32().ShouldBe(id),
                m => m.Text("status").ShouldBe(status)
            );
        }
        await (await karim.Put($"{path}?status=shipped&tracking_number=JD0", new { carrier = "DHL" })).ShouldBe(200);
        (await david.Get($"{Orders}/{id}")).ShouldSatisfyAllConditions(
            o => o.Text("tracking_number").ShouldBe("JD0"),
            o => o.Text("status").ShouldBe("shipped")
        );
        await (await david.Put(path, new { status = "delivered" })).ShouldBeProblem(403);
        await (await app.Anonymous.Put(path, new { status = "delivered" })).ShouldBeProblem(401);
        await (
            await app.Client(app.Olga).Put($"{Orders}/{(await placed.Json()).Text("order_number")}/status", new { status = "delivered" })
        ).ShouldBeProblem(404);
        foreach (var client in new[] { app.Client(app.Sara), app.Client(app.Oskar), app.Client(app.Olga) })
            await (await client.GetAsync($"{Orders}/{(await placed.Json()).Text("order_number")}")).ShouldBeProblem(404);
        await (await karim.GetAsync($"{Orders}/{id}?user_id={app.Sara.CustomerId}")).ShouldBeProblem(404);
        await (await karim.GetAsync($"{Orders}/order_of_nobody")).ShouldBeProblem(404);
    }
}
