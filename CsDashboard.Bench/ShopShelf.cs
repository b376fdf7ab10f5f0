using System.Globalization;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Stock;
using Microsoft.Data.Sqlite;

namespace CsDashboard.Bench;

/// <summary>
/// A shop with so many products, each with a variant, its price and its stock, asked by visitors over HTTP: a list of fifty, deep in it and
/// by category, and one product; beside plain ADO.NET that reads the same rows and sends as many bytes.
/// </summary>
internal static class ShopShelf
{
    private const int Callers = 16,
        Pages = 500,
        Batch = 5_000;
    private static readonly string[] Brands = ["Northwave", "Deskline", "Patience Co.", "Acme", "Zenith"];

    /// <summary>Which of the two: shop-list at each of the sizes with its growth, shop-product at the last.</summary>
    public static async Task Run(bool lists, params int[] sizes)
    {
        var published = await Published.Folder();
        var rates = new List<(string What, double PerSecond)>();
        foreach (var size in sizes)
        {
            await using var house = await House.New();
            await house.Get<Refolding>().Do();
            var shop = await Fill(house, size);
            await using var product = await Server.Product(house.Folder, published);
            await using var ceiling = await Server.Raw(house.Database);
            await product.Settled();
            Clocked.Head(
                string.Create(CultureInfo.InvariantCulture, $"The shop with {size:N0} products, {Callers} callers"),
                "what",
                "a second",
                "p99, ms",
                "KB",
                "ceiling, a second",
                "ratio"
            );
            foreach (var (what, requests, bare, aim) in lists ? Lists(product, shop) : Products(product, shop))
                rates.Add((what, await Knock(product, ceiling, what, requests, bare, aim)));
        }
        if (!lists || sizes.Length == 1)
            return;
        Clocked.Head($"Growth from {sizes[0]:N0} to {sizes[^1]:N0} products", "what", "times as long", "aim");
        foreach (var all in rates.GroupBy(r => r.What))
            Clocked.Line(all.Key, $"{all.First().PerSecond / all.Last().PerSecond:0.00}", "at most 1.3");
    }

    private static async Task<double> Knock(Server product, Server ceiling, string what, string[] requests, string[] bare, string aim)
    {
        var (asks, time) = (new Caller(product.Address, "Accept: application/json\r\n"), TimeSpan.FromSeconds(4));
        var own = await DoorLoad.Of(product, [.. requests.Select(asks.Get)], Callers, (time * 0.5, time), isWrite: false);
        var plain = new Caller(ceiling.Address, "");
        var raw = await DoorLoad.Of(
            ceiling,
            [.. bare.Select(path => plain.Get(string.Create(CultureInfo.InvariantCulture, $"{path}&bytes={own.Bytes:0}")))],
            Callers,
            (time * 0.2, time * 0.6),
            isWrite: false
        );
        Clocked.Line(
            what,
            $"{own.PerSecond:N0}",
            $"{own.Times.At(0.99):0.0}",
            $"{own.Bytes / 1024:0.0}",
            $"{raw.PerSecond:N0}",
            $"{own.PerSecond / raw.PerSecond:0.00} (aim: at least {aim})"
        );
        return own.PerSecond;
    }

    private static IEnumerable<(string What, string[] Requests, string[] Bare, string Aim)> Lists(Server product, Shop shop)
    {
        string Of(string order) => $"shop-{order}?tenant={shop.Tenant}";
        yield return ("list of 50, newest first", ["api/marketplace/products?limit=50"], [Of("list")], "0.5");
        yield return (
            "list of 50, cheapest first",
            ["api/marketplace/products?limit=50&sort_by=price&sort_order=asc"],
            [Of("price")],
            "0.5"
        );
        yield return (
            "list of 50 of a category",
            [$"api/marketplace/products?limit=50&category={shop.Category}"],
            [$"shop-category?tenant={shop.Tenant}&category={shop.CategoryId}"],
            "0.5"
        );
        yield return ("the shop, page", ["shop"], [Of("list")], "0.2");
    }

    // Those that many look at: a shop's views go to few of its products.
    private static IEnumerable<(string What, string[] Requests, string[] Bare, string Aim)> Products(Server product, Shop shop)
    {
        yield return (
            $"one product of {Pages} that are looked at",
            [.. shop.Numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"api/marketplace/products/{n}"))],
            [.. shop.Ids.Select(id => $"shop-product?id={id.ToString().ToUpperInvariant()}")],
            "0.4"
        );
        yield return (
            "its page",
            [.. shop.Numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"shop/p/product-{n}"))],
            [.. shop.Ids.Select(id => $"shop-product?id={id.ToString().ToUpperInvariant()}")],
            "0.1"
        );
    }

    internal sealed record Shop(string Tenant, string Category, string CategoryId, IReadOnlyList<int> Numbers, IReadOnlyList<Guid> Ids);

    /// <summary>Others than those of the lists are changed before they are written.</summary>
    internal static async Task<Shop> Fill(House house, int size, Action<Product>? with = null)
    {
        var seed = await Seed.In(house);
        var (admin, store) = (seed.Agent with { Role = Role.Admin }, house.Get<Store>());
        var categories = house.Get<Categories>();
        var shelves = new List<Guid>();
        for (var i = 0; i < 20; i++)
            shelves.Add((await categories.Of(admin, await categories.Save(admin, null, new() { Name = $"Shelf {i}" }))).Id);
        var ids = new List<Guid>();
        for (var from = 1; from <= size; from += Batch)
        {
            var products = Enumerable
                .Range(from, Math.Min(Batch, size - from + 1))
                .Select(n => Made(n, shelves[n % shelves.Count], admin.Now, with))
                .ToList();
            await store.Write(
                admin,
                async db =>
                {
                    await db.InsertAll(products);
                    await db.InsertAll(products.ConvertAll(p => p.Variants[0]));
                    await db.InsertAll(products.ConvertAll(p => VariantWriter.Entry(db, p.Id, p.Variants[0])));
                    await db.InsertAll(
                        products.ConvertAll(p =>
                            StockLedger.Opened(p.Variants[0], p.Id, 5, StockPolicy.Refuse, admin.Now).With(p.IsSoldOut ? 0 : 20)
                        )
                    );
                }
            );
            ids.AddRange(products.Select(p => p.Id).Take(Math.Max(0, Pages - ids.Count)));
        }
        await store.Tend();
        await using var whole = new SqliteConnection($"Data Source={house.Database};Pooling=False");
        await whole.OpenAsync();
        await Rows.Run(whole, "PRAGMA wal_checkpoint(TRUNCATE)");
        return new(
            admin.TenantId.ToString().ToUpperInvariant(),
            "shelf-3",
            shelves[3].ToString().ToUpperInvariant(),
            [.. Enumerable.Range(1, Math.Min(Pages, size))],
            ids
        );
    }

    private static Product Made(int number, Guid shelf, DateTimeOffset now, Action<Product>? with)
    {
        var product = new Product
        {
            Number = number,
            Slug = string.Create(CultureInfo.InvariantCulture, $"product-{number}"),
            NameEn = $"Product {number} of the shelf",
            NameAr = $"المنتج {number}",
            SummaryEn = "A thing that is looked at, compared and bought.",
            DescriptionEn =
                "What it is made of, what it is for, and how long it lasts, in the words of whoever sells it. It is sent within two days.",
            FeaturesEn = "Light\nQuiet\nLasts for years",
            SpecificationsEn = "Weight: 300 g\nWarranty: 2 years",
            CategoryId = shelf,
            Brand = Brands[number % Brands.Length],
            TagText = ",desk,thing,",
            CreatedAt = now.AddMinutes(-number % 500_000),
        };
        with?.Invoke(product);
        VariantWriter.Made(
            product,
            new VariantInput
            {
                Price = 5 + number % 300,
                ComparePrice = number % 40 == 0 ? 400 : null,
                Sku = string.Create(CultureInfo.InvariantCulture, $"SKU-{number}"),
            },
            0
        );
        product.Arrive(ProductState.Published, now);
        product.IsSoldOut = number % 50 == 0;
        return product;
    }
}
