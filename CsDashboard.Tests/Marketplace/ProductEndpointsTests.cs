using System.Net;
using System.Text.Json;
using CsDashboard.Images;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Tests.Images;

namespace CsDashboard.Tests.Marketplace;

/// <summary>The catalogue and its stock as programs call them (contract: market, Catalogue; contract: market, Stock).</summary>
public sealed class ProductEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private async Task<(int Cheap, int Dear, int Hidden)> Stocked()
    {
        var (products, categories) = (app.Get<Products>(), app.Get<Categories>());
        var word = "w" + Guid.NewGuid().ToString("N")[..8];
        var shelf = await categories.Save(app.Amina, null, new() { Name = word, NameAr = "كتب" });
        var below = await categories.Save(
            app.Amina,
            null,
            new() { Name = word + " below", ParentId = (await categories.Of(app.Amina, shelf)).Id }
        );
        var id = (await categories.Of(app.Amina, below)).Id;
        async Task<int> Put(string name, decimal price, Action<ProductInput>? with = null) => (
                await Shelf.Thing(
                    products,
                    app.Amina,
                    name + " " + word,
                    price,
                    with: p =>
                    {
                        p.CategoryId = id;
                        with?.Invoke(p);
                    }
                )
            ).Product.Number;
        last = word;
        var cheap = await Put("Cup", 5, p => (p.IsFeatured, p.Specifications, p.Tags) = (true, "Weight: 300 g", ["kitchen"]));
        var dear = await Put("Kettle", 50, p => (p.IsDeal, p.Variants[0].ComparePrice, p.IsTrending) = (true, 80, true));
        var hidden = await products.Save(app.Amina, null, Shelf.Input("Draft " + word));
        return (cheap, dear, hidden);
    }

    private string last = "";

    private async Task<JsonElement> Get(string path, HttpClient? client = null)
    {
        using var answer = await (client ?? app.Anonymous).GetAsync("api/marketplace/" + path);
        return await answer.Json();
    }

    private static int[] Ids(JsonElement list) =>
        [.. list.GetProperty("products").EnumerateArray().Select(p => p.GetProperty("id").GetInt32())];

    [Fact]
    public async Task What_is_on_sale_is_found_by_category_price_and_words_in_any_order()
    {
        var (cheap, dear, hidden) = await Stocked();
        var all = await Get($"products?category={last}&sort_by=price&sort_order=asc");
        Ids(all).ShouldBe([cheap, dear]);
        (all.GetProperty("total").GetInt32(), all.GetProperty("skip").GetInt32(), all.GetProperty("limit").GetInt32()).ShouldBe((2, 0, 20));
        Ids(await Get($"products?search={last}&sort_by=price")).ShouldBe([dear, cheap]);
        Ids(await Get($"products?search=KETTLE {last}")).ShouldBe([dear]);
        Ids(await Get($"products?category={last}&max_price=10")).ShouldBe([cheap]);
        Ids(await Get($"products?category={last}&min_price=10")).ShouldBe([dear]);
        Ids(await Get($"products?category={last}&skip=1&limit=1&sort_by=name&sort_order=asc")).ShouldBe([dear]);
        var category = (await Get("categories/slug/" + last)).GetProperty("id").GetInt32();
        Ids(await Get($"products?category_id={category}")).ShouldBe([dear, cheap]);
        Ids(await Get("products?category=nowhere")).ShouldBeEmpty();
        Ids(await Get("products?limit=100")).ShouldNotContain(hidden);
        Ids(await Get("products/featured?limit=50")).ShouldContain(cheap);
        Ids(await Get("products/deals?limit=50")).ShouldContain(dear);
        Ids(await Get("products/trending?limit=50")).ShouldContain(dear);
    }

    [Fact]
    public async Task Its_pictures_lie_where_it_says_in_each_size_for_anyone()
    {
        var (cheap, dear, _) = await Stocked();
        var id = await app.Get<ProductPictures>().Add(app.Amina, dear, "k.png", new MemoryStream(TestPictures.Png(9, 700, 640)));
        await app.Get<Pictures>().Describe(app.Amina, id, new() { AltEn = "A kettle", AltAr = "غلاية" });
        var product = await Get($"products/{dear}");
        var image = product.GetProperty("images").EnumerateArray().Single();
        image.GetProperty("alt").GetString().ShouldBe("A kettle");
        (image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32()).ShouldBe((700, 640));
        product.GetProperty("image_url").GetString().ShouldBe(image.GetProperty("medium").GetString());
        foreach (var size in new[] { "thumbnail", "small", "medium", "large", "whole" })
        {
            using var call = new HttpRequestMessage(HttpMethod.Get, image.GetProperty(size).GetString()!.TrimStart('/'));
            call.Headers.Add("Accept", "image/webp,*/*");
            using var answer = await app.Anonymous.SendAsync(call);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
        }
        var other = await Get($"products/{cheap}");
        other.GetProperty("image_url").ValueKind.ShouldBe(JsonValueKind.Null);
        other.GetProperty("images").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_product_says_all_that_the_contract_asks_of_it()
    {
        var (cheap, dear, _) = await Stocked();
        var product = await Get($"products/{dear}");
        product.GetProperty("name").GetString().ShouldBe("Kettle " + last);
        product.GetProperty("price").GetDecimal().ShouldBe(50);
        product.GetProperty("original_price").GetDecimal().ShouldBe(80);
        product.GetProperty("discount_percentage").GetInt32().ShouldBe(38);
        product.GetProperty("stock_quantity").GetInt32().ShouldBe(20);
        product.GetProperty("category").GetString().ShouldBe(last);
        product.GetProperty("subcategory").GetString().ShouldBe(last + "-below");
        var cup = await Get($"products/{cheap}");
        cup.GetProperty("specifications").GetProperty("Weight").GetString().ShouldBe("300 g");
        cup.GetProperty("tags").EnumerateArray().Select(t => t.GetString()).ShouldBe(["kitchen"]);
        foreach (
            var name in "description brand rating review_count is_featured is_deal is_trending features created_at updated_at view_count".Split(
                ' '
            )
        )
            cup.TryGetProperty(name, out _).ShouldBeTrue(name);
    }

    [Theory]
    [InlineData("products?limit=0", "limit")]
    [InlineData("products?limit=101", "limit")]
    [InlineData("products?skip=-1", "skip")]
    [InlineData("products?sort_by=luck", "sort_by")]
    [InlineData("products?sort_order=sideways", "sort_order")]
    [InlineData("products/featured?limit=51", "limit")]
    public async Task What_is_wrong_is_named(string path, string field)
    {
        using var answer = await app.Anonymous.GetAsync("api/marketplace/" + path);
        await answer.ShouldBeProblem(400, field: field);
    }

    [Theory]
    [InlineData("products/abc", 400)]
    [InlineData("products?min_price=cheap", 400)]
    [InlineData("products/99999", 404)]
    [InlineData("categories/99999", 404)]
    [InlineData("categories/slug/nowhere", 404)]
    public async Task What_is_not_there_is_not_found(string path, int status)
    {
        using var answer = await app.Anonymous.GetAsync("api/marketplace/" + path);
        await answer.ShouldBeProblem(status);
    }

    [Fact]
    public async Task Hidden_products_and_those_of_another_company_show_nowhere()
    {
        var (cheap, _, hidden) = await Stocked();
        foreach (var client in new[] { app.Anonymous, app.Client(app.Sara), app.Client(app.Amina), app.Service })
            (await client.GetAsync($"api/marketplace/products/{hidden}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        // The number means another product there, or none.
        using var theirs = await app.Client(app.Oskar).GetAsync($"api/marketplace/products/{cheap}");
        if (theirs.IsSuccessStatusCode)
            (await theirs.Json()).GetProperty("name").GetString()!.ShouldNotContain(last);
        Ids(await Get($"products?search={last}", app.Client(app.Oskar))).ShouldBeEmpty();
        // A visitor names the company by its address.
        using var call = new HttpRequestMessage(HttpMethod.Get, $"api/marketplace/products?search={last}");
        call.Headers.Add("X-Company", "nowhere");
        (await app.Anonymous.SendAsync(call)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Categories_are_a_bare_list_of_those_at_the_top()
    {
        await Stocked();
        var list = await Get("categories");
        list.ValueKind.ShouldBe(JsonValueKind.Array);
        var slugs = list.EnumerateArray().Select(c => c.GetProperty("slug").GetString()).ToList();
        slugs.ShouldContain(last);
        slugs.ShouldNotContain(last + "-below");
        var id = (await Get($"categories/slug/{last}-below")).GetProperty("id").GetInt32();
        (await Get($"categories/{id}"))
            .GetProperty("parent_id")
            .GetInt32()
            .ShouldBe((await Get("categories/slug/" + last)).GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Stock_is_seen_by_agents_moved_by_admins_and_every_move_is_kept()
    {
        var (cheap, _, _) = await Stocked();
        var (agent, admin) = (app.Client(app.Karim), app.Client(app.Amina));
        async Task<(int Stock, string Status)> Now()
        {
            var answer = await Get($"products/{cheap}/inventory", agent);
            return (answer.GetProperty("current_stock").GetInt32(), answer.GetProperty("status").GetString()!);
        }
        async Task<int> Move(string action, int quantity)
        {
            using var answer = await admin.Post(
                $"api/marketplace/products/{cheap}/inventory/update",
                new
                {
                    action,
                    quantity,
                    reason = "Count",
                }
            );
            return (await answer.Json()).GetProperty("stock_quantity").GetInt32();
        }
        (await Now()).ShouldBe((20, "in_stock"));
        (await Move("stock_in", 5)).ShouldBe(25);
        (await Move("adjustment", 5)).ShouldBe(5);
        (await Now()).ShouldBe((5, "low_stock"));
        (await Move("reserved", 3)).ShouldBe(5);
        // Out stops at nothing.
        (await Move("stock_out", 9)).ShouldBe(0);
        (await Now()).ShouldBe((0, "out_of_stock"));
        // The values may stand in the address.
        using var told = await admin.PostAsync($"api/marketplace/products/{cheap}/inventory/update?quantity=7", null);
        (await told.Json()).GetProperty("stock_quantity").GetInt32().ShouldBe(7);
        var logs = (await Get($"products/{cheap}/inventory/logs?limit=3", agent)).EnumerateArray().ToList();
        logs.Select(l =>
                (
                    l.GetProperty("action").GetString(),
                    l.GetProperty("previous_quantity").GetInt32(),
                    l.GetProperty("new_quantity").GetInt32()
                )
            )
            .ShouldBe([("adjustment", 0, 7), ("stock_out", 5, 0), ("reserved", 5, 5)]);
        (await agent.Post($"api/marketplace/products/{cheap}/inventory/update", new { quantity = 1 })).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        foreach (var body in new object[] { new { action = "shipped" }, new { quantity = -1 }, new { quantity = 2_000_000_000 } })
        {
            using var wrong = await admin.Post($"api/marketplace/products/{cheap}/inventory/update", body);
            await wrong.ShouldBeProblem(400);
        }
    }
}
