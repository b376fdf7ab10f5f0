using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Finding;
using CsDashboard.Marketplace.Reviews;
using CsDashboard.Marketplace.Stock;
using CsDashboard.Search.Faceting;
using CsDashboard.Tests.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>
/// The search of the shop against brute force over the rows of its catalogue, while it changes (contract: market, Search).
/// </summary>
public sealed class ProductFinderTests
{
    private static readonly string[] Names = ["Red mug", "Blue mug", "iPhone 2001", "iPhone 2000", "Desk lamp", "Lamp", "Wallet", "Ledger"];
    private static readonly string[] Brands = ["Acme", "Nour", "Zed"];

    [Theory, EachDatabase]
    public async Task Every_count_equals_brute_force_while_the_catalogue_changes(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var random = new Random(20_261_201);
        var shelves = await Shelves(house);
        for (var i = 0; i < 40; i++)
            await Some(house, random, shelves);
        for (var i = 0; i < 2_000; i++)
        {
            if (i % 40 == 39)
                await Change(house, random, shelves);
            if (i == 1_000)
                await house.Get<ProductIndexes>().Renew(Actor.System(house.Nour, house.Clock));
            await ShouldBeBrute(house, Query(random), shelves, $"seed 20261201, query {i}");
        }
        // A new process makes the same of the same rows.
        await using var again = house.Again();
        foreach (var text in new[] { "mug", "iphone", "lamp", "", "ledgre" })
        {
            var query = new ShopQuery { Text = text, Take = 50 };
            var (one, other) = (
                await house.Get<ProductFinder>().Find(house.Sara, query),
                await again.Get<ProductFinder>().Find(house.Sara, query)
            );
            other.Total.ShouldBe(one.Total);
            other.Brands.ShouldBe(one.Brands);
            other.Hits.Select(h => h.Product.Product.Number).ShouldBe(one.Hits.Select(h => h.Product.Product.Number));
        }
    }

    [Theory, EachDatabase]
    public async Task What_is_hidden_planned_or_anothers_is_nowhere(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (finder, products) = (house.Get<ProductFinder>(), house.Get<Products>());
        var mug = await house.Thing("Mug", with: p => p.Brand = "Acme");
        await house.Thing("Mug of theirs", by: house.Omar, with: p => p.Brand = "Theirs");
        var draft = await products.Save(house.Amina, null, Shelf.Input("Mug draft"));
        var planned = await products.Save(house.Amina, null, Shelf.Input("Mug planned"));
        await products.Publish(house.Amina, planned, house.Clock.GetUtcNow().AddMinutes(1));
        async Task<string> Seen()
        {
            var (found, names) = (await finder.Find(house.Sara, new() { Text = "mug" }), await finder.Suggest(house.David, "mu"));
            found.Choices!.Brands.ShouldNotContain(b => b.Value == "Theirs");
            names.Count.ShouldBe(found.Total);
            return string.Join(',', found.Hits.Select(h => h.Product.Product.NameEn).Order());
        }
        (await Seen()).ShouldBe("Mug");
        await house.Get<ProductFeed>().Hide(house.Amina, mug.Product.Number);
        (await Seen()).ShouldBe("");
        (await products.Of(house.Sara, mug.Product.Number)).Product.NameEn.ShouldBe("Mug");
        // What is planned comes by itself.
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Seen()).ShouldBe("Mug planned");
        await products.Publish(house.Amina, draft);
        (await Seen()).ShouldBe("Mug draft,Mug planned");
        await products.Archive(house.Amina, planned);
        await products.Withdraw(house.Amina, draft);
        (await Seen()).ShouldBe("");
    }

    [Theory, EachDatabase]
    public async Task Stock_reviews_and_prices_count_at_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var (finder, mug) = (house.Get<ProductFinder>(), await house.Thing(price: 49, stock: 1));
        async Task<(int InStock, string Price, string Rating)> Counts()
        {
            var found = await finder.Find(house.Sara, new());
            return (
                found.Choices!.Flags.GetValueOrDefault("in_stock"),
                found.Prices.Single(p => p.Count > 0).Value,
                found.Ratings.Single(r => r.Count > 0).Value
            );
        }
        (await Counts()).ShouldBe((1, "<50", "<3.0"));
        await house.Buy(house.Sara, mug.Product.Variants[0].Id);
        (await Counts()).ShouldBe((0, "<50", "<3.0"));
        await house.Get<Stockroom>().Move(house.Amina, mug.Product.Number, null, StockMoveKind.In, 5, null);
        await house
            .Get<ProductReviews>()
            .Write(
                house.David,
                house.David.CustomerId!.Value,
                mug.Product.Number,
                new()
                {
                    Rating = 4,
                    Title = "Good",
                    Comment = "Keeps warm",
                }
            );
        (await Counts()).ShouldBe((1, "<50", "4.0-4.5"));
        // Edges: from inclusive, to exclusive (contract: market, Search).
        foreach (var (price, range) in new[] { (50m, "50-100"), (99.99m, "50-100"), (100m, "100-200"), (200m, "200-500"), (500m, ">=500") })
        {
            await house.Get<Products>().Save(house.Amina, mug.Product.Number, Shelf.Input("Mug", price, null));
            (await Counts()).ShouldBe((1, range, "4.0-4.5"));
        }
    }

    [Theory, EachDatabase]
    public async Task Pins_come_first_under_every_filter_that_keeps_them_and_only_in_their_time(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (finder, rules) = (house.Get<ProductFinder>(), house.Get<FindingRules>());
        var lamp = await house.Thing("Lamp", 20);
        foreach (var name in new[] { "Red mug", "Blue mug" })
            await house.Thing(name);
        async Task<string> Found(ShopQuery query) =>
            string.Join(',', (await finder.Find(house.Sara, query)).Hits.Select(h => h.Product.Product.NameEn));
        await rules.Keep(
            house.Amina,
            new ShopPinInput
            {
                Words = "Mug red",
                Products = [lamp.Product.Number],
                Until = house.Clock.GetUtcNow().AddDays(1),
            }
        );
        (await Found(new() { Text = "red mug" })).ShouldBe("Lamp,Red mug");
        (await finder.Find(house.Sara, new() { Text = "red mug" })).Total.ShouldBe(2);
        (await Found(new() { Text = "red mug", MaxPrice = 15 })).ShouldBe("Red mug");
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await Found(new() { Text = "red mug" })).ShouldBe("Red mug");
        await rules.Keep(house.Amina, new ShopSynonymInput { Word = "beaker", Others = "mug" });
        (await finder.Find(house.Sara, new() { Text = "beaker" })).Total.ShouldBe(2);
        (await rules.Pins(house.Amina)).Single().Products.Single().NameEn.ShouldBe("Lamp");
        await rules.RemoveSynonym(house.Amina, (await rules.Synonyms(house.Amina)).Single().Id);
        (await finder.Find(house.Sara, new() { Text = "beaker" })).Total.ShouldBe(0);
        foreach (var other in new[] { house.Karim, house.Sara })
            (await Till.Refused(() => rules.Synonyms(other))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await rules.Pins(house.Omar)).ShouldBeEmpty();
        (await Till.Refused(() => rules.Keep(house.Omar, new ShopPinInput { Words = "x", Products = [lamp.Product.Number + 100] })))
            .Fields[0]
            .Field.ShouldBe("products");
    }

    [Theory, EachDatabase]
    public async Task Searches_are_counted_without_steps_of_typing_staff_and_people(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (log, figures) = (house.Get<SearchLog>(), house.Get<SearchFigures>());
        void Search(Actor who, string text, int total = 1) => log.Note(who, new() { Text = text }, total, false);
        foreach (var step in new[] { "m", "mu", "mug" })
            Search(house.Sara, step, 0);
        house.Clock.Advance(TimeSpan.FromSeconds(2));
        Search(house.Sara, "mugs", 0);
        Search(house.David, "MUG");
        Search(house.Amina, "mug");
        Search(house.Karim, "mug");
        Search(house.David, "sara@example.com");
        Search(house.David, "0501234567");
        log.Note(house.David, new() { Brands = ["Acme"], Category = "cups" }, 3, false);
        var summary = await figures.Summary(house.Karim);
        (summary.Total, summary.Days.Count).ShouldBe((3, 1));
        (summary.Brands[0].Said, summary.Categories[0].Said).ShouldBe(("Acme", "cups"));
        (await figures.Summary(house.Karim, "Mug")).Total.ShouldBe(2);
        (await figures.Popular(house.Karim)).Select(p => (p.Words, p.Count, p.Missed)).ShouldBe([("mug", 2, 1), ("mugs", 1, 1)]);
        log.Opened(house.Sara, "mugs", null);
        (await figures.Missed(house.Amina)).Select(p => (p.Words, p.Opened)).ShouldBe([("mug", 0), ("mugs", 1)]);
        (await figures.Summary(house.Olga)).Total.ShouldBe(0);
        (await Till.Refused(() => figures.Summary(house.Sara))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Till.Refused(() => figures.Summary(house.Karim, days: 366))).Fields[0].Field.ShouldBe("days");
        house.Clock.Advance(TimeSpan.FromDays(SearchLog.KeptDays + 1));
        Search(house.Sara, "pen");
        await figures.Summary(house.Karim);
        (await house.Database.Ask("SELECT COUNT(*) FROM \"SearchedDays\"")).ShouldBe("1");
    }

    [Theory, EachDatabase]
    public async Task While_everything_is_replaced_each_answer_is_wholly_old_or_wholly_new(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (finder, feed) = (house.Get<ProductFinder>(), house.Get<ProductFeed>());
        List<FedProduct> All(string brand) =>
            [
                .. Enumerable
                    .Range(1, 20)
                    .Select(i => new FedProduct
                    {
                        Number = i,
                        Name = $"Thing {i}",
                        Brand = brand,
                        Price = 10,
                    }),
            ];
        await feed.TellAll(house.Amina, All("Old"));
        var told = feed.TellAll(house.Amina, All("New"));
        var seen = new List<string>();
        while (!told.IsCompleted)
            seen.Add(string.Join(' ', (await finder.Find(house.Sara, new())).Brands.Select(b => $"{b.Value}:{b.Count}")));
        (await told).ShouldBe(20);
        seen.Add(string.Join(' ', (await finder.Find(house.Sara, new())).Brands.Select(b => $"{b.Value}:{b.Count}")));
        seen.ShouldAllBe(s => s == "Old:20" || s == "New:20");
        seen[^1].ShouldBe("New:20");
    }

    private static async Task<IReadOnlyList<Category>> Shelves(House house)
    {
        var categories = house.Get<Categories>();
        var top = await categories.Of(house.Amina, await categories.Save(house.Amina, null, new() { Name = "Home" }));
        var below = await categories.Of(
            house.Amina,
            await categories.Save(house.Amina, null, new() { Name = "Kitchen", ParentId = top.Id })
        );
        var other = await categories.Of(house.Amina, await categories.Save(house.Amina, null, new() { Name = "Office" }));
        return [top, below, other];
    }

    private static async Task Some(House house, Random random, IReadOnlyList<Category> shelves)
    {
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.Thing(
            $"{Names[random.Next(Names.Length)]} {random.Next(9)}",
            random.Next(1, 60) * 10,
            random.Next(3),
            with: p =>
            {
                p.Brand = random.Next(4) == 0 ? null : Brands[random.Next(Brands.Length)];
                p.CategoryId = random.Next(4) == 0 ? null : shelves[random.Next(shelves.Count)].Id;
                p.Tags = [.. new[] { "new", "gift", "sale" }.Where(_ => random.Next(2) == 0)];
                p.IsFeatured = random.Next(3) == 0;
                p.IsTrending = random.Next(3) == 0;
                p.Description = random.Next(2) == 0 ? "Goes with a desk and a wallet" : null;
                p.NameAr = random.Next(2) == 0 ? "كتاب" : null;
            }
        );
    }

    private static async Task Change(House house, Random random, IReadOnlyList<Category> shelves)
    {
        var products = house.Get<Products>();
        var all = (await products.List(house.Amina, new() { Limit = 100 })).Items;
        var number = all[random.Next(all.Count)].Product.Number;
        switch (random.Next(7))
        {
            case 0:
                await products.Archive(house.Amina, number);
                break;
            case 1:
                await products.Withdraw(house.Amina, number);
                break;
            case 2:
                await house.Get<ProductFeed>().Hide(house.Amina, number);
                break;
            case 3:
                await house.Get<Stockroom>().Move(house.Amina, number, null, StockMoveKind.Adjustment, random.Next(2), null);
                break;
            case 4:
                await house
                    .Get<Categories>()
                    .Save(
                        house.Amina,
                        shelves[1].Number,
                        new() { Name = "Kitchen", ParentId = random.Next(2) == 0 ? shelves[0].Id : null }
                    );
                break;
            default:
                var input = ProductInput.Of(await products.Known(house.Amina, number));
                (input.Brand, input.CategoryId) = (Brands[random.Next(Brands.Length)], shelves[random.Next(shelves.Count)].Id);
                input.Variants[0].Price = random.Next(1, 60) * 10;
                await products.Save(house.Amina, number, input);
                break;
        }
        await Some(house, random, shelves);
    }

    private static ShopQuery Query(Random random)
    {
        string[] texts =
        [
            "",
            "",
            "mug",
            "iphone",
            "iphnoe",
            "iphone 2001",
            "2001",
            "lam",
            "desk",
            "walet",
            "ledger mug",
            "كتاب",
            "الكتاب",
            "zzzz",
            "red",
        ];
        return new()
        {
            Text = texts[random.Next(texts.Length)],
            Category = random.Next(4) == 0 ? new[] { "home", "Kitchen", "office", "nowhere" }[random.Next(4)] : null,
            Brands = random.Next(3) == 0 ? [Brands[random.Next(3)]] : [],
            MinPrice = random.Next(4) == 0 ? random.Next(300) : null,
            MaxPrice = random.Next(4) == 0 ? random.Next(300, 600) : null,
            MinRating = random.Next(9) == 0 ? 0 : null,
            InStock = random.Next(4) == 0,
            Featured = random.Next(5) == 0,
            Trending = random.Next(5) == 0,
            Tags = random.Next(4) == 0 ? ["new", "gift"] : [],
            Sort = ShopQuery.Sorts[random.Next(ShopQuery.Sorts.Count)],
            Down = random.Next(2) == 0,
            Take = random.Next(1, 30),
        };
    }

    private static async Task ShouldBeBrute(House house, ShopQuery query, IReadOnlyList<Category> shelves, string what)
    {
        var found = await house.Get<ProductFinder>().Find(house.Sara, query);
        await using var db = house.Store.Open(house.Amina);
        var all = await db.Set<Product>().Where(p => p.State == ProductState.Published && !p.IsHidden).ToListAsync();
        var tree = await db.Set<Category>().ToListAsync();
        Category? Top(Product p)
        {
            var at = tree.Find(c => c.Id == p.CategoryId);
            while (at?.ParentId is { } parent)
                at = tree.Find(c => c.Id == parent);
            return at;
        }
        bool In(Product p, string named)
        {
            for (var at = tree.Find(c => c.Id == p.CategoryId); at is not null; at = tree.Find(c => c.Id == at.ParentId))
                if (string.Equals(at.Slug, named, StringComparison.OrdinalIgnoreCase))
                    return true;
            return false;
        }
        bool Has(Product p, string asked, int errors) =>
            Folding
                .Words(string.Join(" | ", p.NameEn, p.NameAr, p.Brand, p.SummaryEn, p.DescriptionEn, p.TagText))
                .Any(w => w.Is(asked, beginning: true) || errors > 0 && Edits.Between(w.Text, asked) <= errors);
        var asked = FacetWords.Asked(query.Text).Select(w => (w, all.Exists(p => Has(p, w, 0)) ? 0 : FacetWords.ErrorsIn(w))).ToList();
        bool Keeps(Product p, string? but) =>
            asked.TrueForAll(a => Has(p, a.w, a.Item2))
            && (but == "category" || query.Category is null || In(p, query.Category.ToLowerInvariant()))
            && (but == "brand" || query.Brands.Count == 0 || query.Brands.Contains(p.Brand))
            && (but == "price" || !(p.Price < query.MinPrice) && !(p.Price > query.MaxPrice))
            && (!query.InStock || !p.IsSoldOut)
            && (!query.Featured || p.IsFeatured)
            && (!query.Trending || p.IsTrending)
            && (but == "tag" || query.Tags.Count == 0 || TagWords.Split(p.TagText).Intersect(query.Tags).Any());
        var kept = all.FindAll(p => Keeps(p, null));
        found.Total.ShouldBe(kept.Count, what);
        found.Hits.Count.ShouldBe(Math.Min(query.Take, kept.Count), what);
        found.Hits.ShouldAllBe(h => kept.Exists(p => p.Id == h.Product.Product.Id), what);
        Said(found.Brands).ShouldBe(Tally(kept, p => p.Brand), what);
        Said(found.Categories).ShouldBe(Tally(kept, p => Top(p)?.NameEn), what);
        Said(found.Prices.Where(p => p.Count > 0)).ShouldBe(Tally(kept, p => RangeOf(p.Price)), what);
        Said(found.Choices!.Brands).ShouldBe(Tally(all.Where(p => Keeps(p, "brand")), p => p.Brand), what);
        Said(found.Choices.Prices.Where(p => p.Count > 0)).ShouldBe(Tally(all.Where(p => Keeps(p, "price")), p => RangeOf(p.Price)), what);
        found.Choices.Categories.Values.Sum().ShouldBe(all.Where(p => Keeps(p, "category")).Sum(p => tree.Count(c => In(p, c.Slug))), what);
        found.Choices.Flags.GetValueOrDefault("in_stock").ShouldBe(kept.Count(p => !p.IsSoldOut), what);
        if (query.Sort == "price")
            found
                .Hits.Select(h => h.Product.Product.Price)
                .ShouldBeInOrder(query.Down ? SortDirection.Descending : SortDirection.Ascending);
    }

    private static string RangeOf(decimal price) =>
        price < 50 ? "<50"
        : price < 100 ? "50-100"
        : price < 200 ? "100-200"
        : price < 500 ? "200-500"
        : ">=500";

    private static string Said(IEnumerable<FacetCount> counts) =>
        string.Join(' ', counts.Select(c => $"{c.Value}:{c.Count}").Order(StringComparer.Ordinal));

    private static string Tally(IEnumerable<Product> products, Func<Product, string?> by) =>
        Said(products.GroupBy(by).Where(g => g.Key is not null).Select(g => new FacetCount(g.Key!, g.Count())));
}
