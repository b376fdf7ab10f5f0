using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Marketplace;

/// <summary>The calls of the shop's search, field by field (contract: market, Search).</summary>
public sealed class SearchEndpointsTests : IAsyncLifetime
{
    private const string Find = "api/search/products";
    private static readonly string[] Fields =
    [
        .. "id name description brand category subcategory price original_price discount_percentage rating review_count stock_quantity".Split(
            ' '
        ),
        .. "is_featured is_deal is_trending tags features specifications created_at updated_at view_count _score".Split(' '),
    ];
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.Start();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static object Body(int id, string name, decimal price = 10, string brand = "Acme", string category = "Electronics") =>
        new
        {
            id,
            name,
            description = "For every day",
            brand,
            category,
            subcategory = "Small things",
            price,
            original_price = price + 10,
            discount_percentage = 50,
            rating = 4.5,
            review_count = 12,
            stock_quantity = 7,
            is_featured = true,
            is_deal = true,
            is_trending = false,
            tags = new[] { "new" },
            features = new[] { "Light" },
            specifications = new { Weight = "300 g" },
            created_at = "2026-01-02T03:04:05Z",
            updated_at = "2026-01-02T03:04:05Z",
            view_count = 42,
        };

    private static Dictionary<string, int> Buckets(JsonElement answer, string of) =>
        answer
            .GetProperty("aggregations")
            .GetProperty(of)
            .GetProperty("buckets")
            .EnumerateArray()
            .ToDictionary(b => b.Text("key")!, b => b.GetProperty("doc_count").GetInt32());

    private static int Total(JsonElement answer) => answer.GetProperty("total").GetInt32();

    [Fact]
    public async Task What_is_indexed_is_found_as_it_was_told_and_what_is_removed_is_not()
    {
        var admin = app.Client(app.Amina);
        using var told = await admin.Post("api/search/index/product", Body(77, "Wireless headphones"));
        (await told.Json()).Text("message").ShouldNotBeNullOrEmpty();
        var answer = await app.Anonymous.Get($"{Find}?q=headphones&category=Electronics&brand=Acme&min_price=5&tags=new&tags=old");
        var one = answer.GetProperty("products")[0];
        foreach (var field in Fields)
            one.TryGetProperty(field, out _).ShouldBeTrue(field);
        one.ShouldSatisfyAllConditions(
            p => p.GetProperty("id").GetInt32().ShouldBe(77),
            p => (p.Text("category"), p.Text("subcategory"), p.Text("brand")).ShouldBe(("Electronics", "Small things", "Acme")),
            p => (p.GetProperty("price").GetDecimal(), p.GetProperty("original_price").GetDecimal()).ShouldBe((10m, 20m)),
            p => (p.GetProperty("rating").GetDecimal(), p.GetProperty("review_count").GetInt32()).ShouldBe((4.5m, 12)),
            p => (p.GetProperty("stock_quantity").GetInt32(), p.GetProperty("view_count").GetInt32()).ShouldBe((7, 42)),
            p => p.GetProperty("discount_percentage").GetInt32().ShouldBe(50),
            p => p.GetProperty("specifications").Text("weight").ShouldBe("300 g"),
            p => p.GetProperty("created_at").GetDateTimeOffset().ShouldBe(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
            p => p.GetProperty("_score").GetDecimal().ShouldBe(3m)
        );
        Buckets(answer, "categories").ShouldBe(new() { ["Electronics"] = 1 });
        Buckets(answer, "brands").ShouldBe(new() { ["Acme"] = 1 });
        Buckets(answer, "price_ranges").Keys.ShouldBe(["<50", "50-100", "100-200", "200-500", ">=500"]);
        Buckets(answer, "ratings")
            .ShouldBe(
                new()
                {
                    [">=4.5"] = 1,
                    ["4.0-4.5"] = 0,
                    ["3.5-4.0"] = 0,
                    ["3.0-3.5"] = 0,
                    ["<3.0"] = 0,
                }
            );
        (answer.Text("query"), answer.GetProperty("filters").Text("brand")).ShouldBe(("headphones", "Acme"));
        // Replaced by its id, and counted once; the shop sells it as well.
        await (await admin.Post("api/search/index/product", Body(77, "Wired headphones", 60))).ShouldBe(200);
        var again = await app.Anonymous.Get($"{Find}?q=headphones");
        (Total(again), again.GetProperty("products")[0].Text("name"), Buckets(again, "price_ranges")["50-100"]).ShouldBe(
            (1, "Wired headphones", 1)
        );
        (await app.Anonymous.Get("api/marketplace/products/77")).Text("name").ShouldBe("Wired headphones");
        for (var i = 0; i < 2; i++)
            await (await admin.Delete("api/search/index/product/77")).ShouldBe(200);
        await (await admin.Delete("api/search/index/product/123456")).ShouldBe(200);
        Total(await app.Anonymous.Get($"{Find}?q=headphones")).ShouldBe(0);
    }

    [Fact]
    public async Task A_reindex_replaces_all_that_is_found_and_without_a_body_makes_it_anew()
    {
        var admin = app.Client(app.Amina);
        await Shelf.Thing(app.Get<Products>(), app.Amina, "Old lamp");
        using var all = await admin.Post(
            "api/search/reindex",
            new[] { Body(901, "New lamp", 20), Body(902, "New mug", 700, "Zed"), Body(903, "Newest mug", 700, "Zed", "Kitchen") }
        );
        (await all.Json()).Text("message")!.ShouldContain("3");
        var found = await app.Anonymous.Get($"{Find}?size=2");
        (Total(found), found.GetProperty("pages").GetInt32(), found.GetProperty("products").GetArrayLength()).ShouldBe((3, 2, 2));
        Buckets(found, "brands").ShouldBe(new() { ["Zed"] = 2, ["Acme"] = 1 });
        Buckets(found, "categories").ShouldBe(new() { ["Electronics"] = 2, ["Kitchen"] = 1 });
        Buckets(await app.Anonymous.Get($"{Find}?brand=Acme"), "brands").ShouldBe(new() { ["Acme"] = 1 });
        (await app.Anonymous.Get($"{Find}?brand=Acme")).GetProperty("facets").GetProperty("brands").GetArrayLength().ShouldBe(2);
        using var anew = await admin.Post("api/search/reindex");
        (await anew.Json()).Text("message")!.ShouldContain("3");
        // One that is wrong keeps everything as it was.
        await (await admin.Post("api/search/reindex", new[] { Body(904, "Right"), Body(905, "") })).ShouldBeProblem(
            400,
            field: "products[1].name"
        );
        await (await admin.Post("api/search/reindex", new object[] { Body(904, "Right"), new { name = "x" } })).ShouldBeProblem(
            400,
            field: "products[1].id"
        );
        await (await admin.Post("api/search/reindex", new[] { Body(904, "A"), Body(904, "B") })).ShouldBeProblem(400, field: "id");
        Total(await app.Anonymous.Get(Find)).ShouldBe(3);
    }

    [Fact]
    public async Task Parameters_out_of_range_are_refused_by_name_and_strange_words_find_nothing()
    {
        foreach (
            var (query, field) in new[]
            {
                ("size=101", "size"),
                ("size=0", "size"),
                ("page=0", "page"),
                ("page=2000000", "page"),
                ("sort_by=name", "sort_by"),
                ("sort_order=up", "sort_order"),
                ("min_price=20&max_price=10", "max_price"),
                ("min_price=NaN", "min_price"),
                ("max_price=1e309", "max_price"),
                ("min_rating=6", "min_rating"),
                ("in_stock=perhaps", "in_stock"),
            }
        )
            await (await app.Anonymous.GetAsync($"{Find}?{query}")).ShouldBeProblem(400, field: field);
        await (await app.Anonymous.GetAsync("api/search/suggestions")).ShouldBeProblem(400, field: "q");
        await (await app.Anonymous.GetAsync("api/search/suggestions?q=a&size=21")).ShouldBeProblem(400, field: "size");
        foreach (
            var text in new[] { "'; DROP TABLE Products;--", "\"unclosed", "\u200f\u202ezz", "\0zz", new string('z', 3_000), "z z z* ^(" }
        )
            Total(await app.Anonymous.Get($"{Find}?q={Uri.EscapeDataString(text)}")).ShouldBe(0, text);
        await (await app.Anonymous.GetAsync($"{Find}?page=60")).ShouldBe(200);
        foreach (var call in new[] { "api/search/analytics", "api/search/popular" })
        {
            await (await app.Anonymous.GetAsync(call)).ShouldBeProblem(401);
            await (await app.Client(app.David).GetAsync(call)).ShouldBeProblem(403);
            await (await app.Client(app.Karim).GetAsync(call + "?days=0")).ShouldBeProblem(400, field: "days");
        }
        foreach (var (path, body) in new[] { ("index/product", Body(1, "x")), ("reindex", new object[] { Body(1, "x") }) })
        {
            await (await app.Anonymous.Post("api/search/" + path, body)).ShouldBeProblem(401);
            await (await app.Client(app.Karim).Post("api/search/" + path, body)).ShouldBeProblem(403);
        }
        await (await app.Client(app.Karim).Delete("api/search/index/product/1")).ShouldBeProblem(403);
        var admin = app.Client(app.Amina);
        await (await admin.Post("api/search/index/product", new { name = "x" })).ShouldBeProblem(400, field: "id");
        await (await admin.Post("api/search/index/product", new { id = 5 })).ShouldBeProblem(400, field: "name");
        await (
            await admin.Post(
                "api/search/index/product",
                new
                {
                    id = 5,
                    name = "x",
                    rating = 7,
                }
            )
        ).ShouldBeProblem(400, field: "rating");
        await (
            await admin.Post(
                "api/search/index/product",
                new
                {
                    id = 5,
                    name = "x",
                    price = -1,
                }
            )
        ).ShouldBeProblem(400, field: "price");
    }

    [Fact]
    public async Task Each_company_finds_its_own_and_the_cache_is_never_stale()
    {
        var (products, ours) = (app.Get<Products>(), await Shelf.Thing(app.Get<Products>(), app.Amina, "Lantern"));
        var theirs = await Shelf.Thing(products, app.Omar, "Lantern of Other", with: p => p.Brand = "Secret");
        var found = await app.Anonymous.Get($"{Find}?q=lantern");
        (Total(found), Buckets(found, "brands").Count).ShouldBe((1, 0));
        (await app.Anonymous.Get($"api/search/suggestions?q=lan")).GetProperty("suggestions").GetArrayLength().ShouldBe(1);
        Total(await app.Client(app.Omar).Get($"{Find}?q=lantern&brand=Secret")).ShouldBe(1);
        await (await app.Client(app.Omar).Delete($"api/search/index/product/{ours.Product.Number + 50}")).ShouldBe(200);
        for (var price = 100; price < 105; price++)
        {
            await products.Save(app.Amina, ours.Product.Number, Shelf.Input("Lantern", price, null));
            var (kept, fresh) = (
                await app.Anonymous.Get($"{Find}?q=lantern"),
                await app.Anonymous.Get($"{Find}?q=lantern&use_cache=false")
            );
            kept.GetProperty("products")[0].GetProperty("price").GetDecimal().ShouldBe(price);
            kept.ToString().ShouldBe(fresh.ToString());
        }
        theirs.Product.NameEn.ShouldBe("Lantern of Other");
    }

    [Fact]
    public async Task Searches_are_told_to_staff()
    {
        await Shelf.Thing(app.Get<Products>(), app.Amina, "Kettle");
        await app.Anonymous.Get($"{Find}?q=kettle&brand=Acme&category=kitchen");
        await app.Anonymous.Get($"{Find}?q=teapot");
        var told = await app.Client(app.Karim).Get("api/search/analytics?days=7");
        told.GetProperty("total_searches").GetInt32().ShouldBe(2);
        told.GetProperty("daily_trends")[0].GetProperty("count").GetInt32().ShouldBe(2);
        told.GetProperty("daily_trends")[0].Text("date")!.ShouldMatch("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        told.GetProperty("top_categories")[0].Text("category").ShouldBe("kitchen");
        told.GetProperty("top_brands")[0].Text("brand").ShouldBe("Acme");
        (await app.Client(app.Karim).Get("api/search/analytics?q=teapot")).GetProperty("total_searches").GetInt32().ShouldBe(1);
        (await app.Client(app.Karim).Get("api/search/popular"))
            .GetProperty("popular_searches")
            .EnumerateArray()
            .Select(p => (p.Text("query"), p.GetProperty("count").GetInt32()))
            .ShouldBe([("kettle", 1), ("teapot", 1)], ignoreOrder: true);
    }
}
