using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Marketplace;

/// <summary>
/// The cart, and what sending and taxes cost, as programs call them (contract: market, Cart; contract: market, Shipping and tax).
/// </summary>
public sealed class CartEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Cart = "api/marketplace/cart";

    private async Task<ProductView> Thing(int stock = 20) => await Shelf.Thing(app.Get<Products>(), app.Amina, stock: stock, price: 9.99m);

    private static int Number(JsonElement answer, string name) => answer.GetProperty(name).GetInt32();

    private static decimal Amount(JsonElement answer, string name) => answer.GetProperty(name).GetDecimal();

    [Fact]
    public async Task A_cart_is_filled_changed_and_emptied_with_all_that_the_contract_asks()
    {
        var (mug, david) = ((await Thing()).Product.Number, app.Client(app.David));
        await (await david.Delete($"{Cart}/clear")).ShouldBe(200);
        using var added = await david.Post($"{Cart}/add", new { user_id = app.David.CustomerId, product_id = mug });
        var line = await added.Json();
        line.Text("message").ShouldNotBeEmpty();
        (Number(line, "product_id"), Number(line, "quantity"), line.Text("user_id")).ShouldBe((mug, 1, $"{app.David.CustomerId}"));
        Number(line, "id").ShouldBePositive();
        line.GetProperty("added_at").TryGetDateTimeOffset(out _).ShouldBeTrue();
        // Again, it adds up; a value may stand in the address.
        using var more = await david.Post($"{Cart}/add?product_id={mug}&quantity=2");
        Number(await more.Json(), "quantity").ShouldBe(3);
        var cart = await david.Get($"{Cart}?user_id={app.David.CustomerId}");
        cart.GetProperty("items").GetArrayLength().ShouldBe(1);
        (Amount(cart, "subtotal"), Amount(cart.GetProperty("items")[0], "total"), cart.GetProperty("items")[0].Text("problem")).ShouldBe(
            (29.97m, 29.97m, "none")
        );
        using var set = await david.Put($"{Cart}/update", new { product_id = mug, quantity = 5 });
        var changed = await set.Json();
        (Number(changed, "quantity"), changed.Text("message").Length > 0).ShouldBe((5, true));
        // 0 and less take it out; then there is no such line.
        using var gone = await david.Put($"{Cart}/update", new { product_id = mug, quantity = 0 });
        Number(await gone.Json(), "quantity").ShouldBe(0);
        await (await david.Put($"{Cart}/update", new { product_id = mug, quantity = 1 })).ShouldBeProblem(404);
        // The original's callers remove by the address, its tests by the body.
        foreach (var removal in new (string, object?)[] { ($"?product_id={mug}", null), ("", new { product_id = mug }) })
        {
            await (await david.Post($"{Cart}/add", new { product_id = mug })).ShouldBe(200);
            using var removed = await david.Delete($"{Cart}/remove{removal.Item1}", removal.Item2);
            (await removed.Json()).Text("message").ShouldNotBeEmpty();
            await (await david.Delete($"{Cart}/remove{removal.Item1}", removal.Item2)).ShouldBeProblem(404);
        }
        using var cleared = await david.Delete($"{Cart}/clear?user_id={app.David.CustomerId}");
        (await cleared.Json()).Text("message").ShouldNotBeEmpty();
        (await david.Get(Cart)).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_the_cart_stays()
    {
        var (few, david) = ((await Thing(stock: 3)).Product.Number, app.Client(app.David));
        var hidden = await app.Get<Products>().Save(app.Amina, null, Shelf.Input("Draft"));
        foreach (
            var (body, field) in new (object, string)[]
            {
                (new { quantity = 1 }, "product_id"),
                (new { product_id = 99_999 }, "product_id"),
                (new { product_id = hidden }, "product_id"),
                (new { product_id = few, quantity = 0 }, "quantity"),
                (new { product_id = few, quantity = -1 }, "quantity"),
                (new { product_id = few, quantity = 4 }, "quantity"),
                (new { product_id = few, quantity = int.MaxValue }, "quantity"),
                (new { product_id = few, variant_id = Guid.NewGuid() }, "product_id"),
            }
        )
            await (await david.Post($"{Cart}/add", body)).ShouldBeProblem(400, field: field);
        // 2³¹ and a half are no numbers of things.
        foreach (var quantity in new[] { "2147483648", "1.5", "\"many\"", "1e9" })
            await (await david.Post($"{Cart}/add", $$"""{"product_id":{{few}},"quantity":{{quantity}}}""")).ShouldBeProblem(400);
        await (await david.Post($"{Cart}/add", new { product_id = few, quantity = 3 })).ShouldBe(200);
        await (await david.Put($"{Cart}/update", new { product_id = few, quantity = 4 })).ShouldBeProblem(400, "sold_out", "quantity");
        await (await david.Put($"{Cart}/update", new { product_id = few })).ShouldBeProblem(400, field: "quantity");
        (await david.Get(Cart))
            .GetProperty("items")
            .EnumerateArray()
            .Single(i => Number(i, "product_id") == few)
            .ShouldSatisfyAllConditions(i => Number(i, "quantity").ShouldBe(3));
    }

    // contract: market, Calls: customers are themselves, and only staff and the service key name another.
    [Fact]
    public async Task A_cart_is_its_customers_and_staff_name_whose_they_mean()
    {
        var mug = (await Thing()).Product.Number;
        foreach (
            var (method, path) in new[]
            {
                (HttpMethod.Get, ""),
                (HttpMethod.Post, "/add"),
                (HttpMethod.Put, "/update"),
                (HttpMethod.Delete, "/remove"),
                (HttpMethod.Delete, "/clear"),
            }
        )
        {
            var asked = $"{Cart}{path}?product_id={mug}&quantity=1";
            await (await app.Anonymous.SendJson(method, asked, null)).ShouldBeProblem(401);
            await (await app.Client(app.David).SendJson(method, $"{asked}&user_id={app.Sara.CustomerId}", null)).ShouldBeProblem(404);
            await (await app.Client(app.Olga).SendJson(method, $"{asked}&user_id={app.Sara.CustomerId}", null)).ShouldBeProblem(404);
            await (await app.Client(app.Karim).SendJson(method, asked, null)).ShouldBeProblem(400, field: "user_id");
        }
        foreach (var staff in new[] { app.Client(app.Karim), app.Service })
            await (await staff.Post($"{Cart}/add", new { user_id = app.Sara.CustomerId, product_id = mug })).ShouldBe(200);
        Number((await app.Client(app.Sara).Get(Cart)).GetProperty("items")[0], "quantity").ShouldBe(2);
        // The other company's product of that number is another one, or none: theirs never lies in our cart.
        using var theirs = await app.Client(app.Oskar).Post($"{Cart}/add", new { product_id = mug });
        await theirs.ShouldBeProblem(400, field: "product_id");
    }

    [Fact]
    public async Task Sending_costs_what_the_contract_says_in_both_forms_of_the_question()
    {
        await app.Sells();
        async Task<(decimal, decimal, int, bool)> Ask(object body)
        {
            using var answer = await app.Anonymous.Post("api/marketplace/shipping/calculate", body);
            var told = await answer.Json();
            return (
                Amount(told, "cost"),
                Amount(told, "shipping_cost"),
                Number(told, "estimated_days"),
                told.GetProperty("known").GetBoolean()
            );
        }
        foreach (
            var (way, cost, days) in new[]
            {
                ("standard", 5.99m, 5),
                ("express", 12.99m, 2),
                ("overnight", 24.99m, 1),
                ("same_day", 34.99m, 1),
                ("international", 29.99m, 7),
            }
        )
            (await Ask(new { shipping_method = way, subtotal = 49.99m })).ShouldBe((cost, cost, days, true));
        (await Ask(new { shipping_method = "standard", subtotal = 50 })).ShouldBe((0m, 0m, 5, true));
        (
            await Ask(
                new
                {
                    shipping_method = "STANDARD",
                    origin_zip = "10001",
                    destination_zip = "90210",
                    weight = 2.5,
                }
            )
        ).ShouldBe((5.99m, 5.99m, 5, true));
        // A way that nobody knows costs what the usual one does, and says so.
        (await Ask(new { shipping_method = "pigeon", subtotal = 10 })).ShouldBe((5.99m, 5.99m, 5, false));
        await app.Get<ShopSettings>()
            .SetWay(
                app.Amina,
                new()
                {
                    Word = "gulf",
                    NameEn = "Gulf",
                    Price = 3,
                    Days = 3,
                    Countries = "SA AE",
                }
            );
        foreach (var (country, known) in new[] { ("SA", true), ("DE", false) })
            (await Ask(new { shipping_method = "gulf", shipping_address = new { country } })).Item4.ShouldBe(known);
        foreach (
            var (body, field) in new (object, string)[]
            {
                (new { subtotal = 5 }, "shipping_method"),
                (new { shipping_method = "standard", subtotal = -1 }, "subtotal"),
                (new { shipping_method = "standard", weight = -1 }, "weight"),
            }
        )
            await (await app.Anonymous.Post("api/marketplace/shipping/calculate", body)).ShouldBeProblem(400, field: field);
    }

    [Fact]
    public async Task Tax_is_told_to_the_last_digit_by_the_state_of_the_bill_and_of_the_shop_that_is_meant()
    {
        await app.Sells();
        async Task<JsonElement> Ask(object body, string? company = null)
        {
            var client = app.Anonymous;
            if (company is not null)
                client.DefaultRequestHeaders.Add("X-Company", company);
            using var answer = await client.Post("api/marketplace/tax/calculate", body);
            return await answer.Json();
        }
        foreach (
            var (state, rate) in new[]
            {
                ("CA", 0.0825m),
                ("NY", 0.085m),
                ("TX", 0.0625m),
                ("FL", 0.06m),
                ("WA", 0.065m),
                ("Test State", 0.07m),
            }
        )
            Amount(await Ask(new { subtotal = 100, billing_address = new { state } }), "tax_rate").ShouldBe(rate);
        var exact = await Ask(new { amount = 99.99, state = "CA" });
        (Amount(exact, "tax_amount"), Amount(exact, "tax_amount_rounded"), exact.GetProperty("billing_address").Text("state")).ShouldBe(
            (8.249175m, 8.25m, "CA")
        );
        // A visitor of the second company's shop is asked by its terms, which say nothing of taxes yet.
        Amount(await Ask(new { amount = 100, state = "CA" }, "other"), "tax_rate").ShouldBe(0);
        foreach (var body in new object[] { new { state = "CA" }, new { subtotal = -1 } })
            await (await app.Anonymous.Post("api/marketplace/tax/calculate", body)).ShouldBeProblem(400, field: "subtotal");
    }
}
