using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Finding;
using CsDashboard.Marketplace.Stock;
using CsDashboard.Marketplace.Wishes;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Lists that go on where they ended, views that cost no write, and what everybody reads alike.</summary>
public sealed class ShelfTests
{
    [Theory, EachDatabase]
    public async Task A_shelf_goes_on_page_by_page_in_every_order_what_is_sold_out_last(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var finder = house.Get<ProductFinder>();
        // Prices and names that repeat, and some that are sold out among them.
        for (var i = 0; i < 23; i++)
        {
            await house.Thing(
                $"Thing {(char)('a' + i % 5)}{i:00}",
                5 + i % 4,
                stock: i % 6 == 0 ? 0 : 3,
                with: p => p.NameAr = i % 2 == 0 ? $"شيء {i % 3}" : null
            );
            house.Clock.Advance(TimeSpan.FromSeconds(i % 3));
        }
        foreach (var sort in new[] { "created_at", "price", "rating", "name", "view_count" })
        foreach (var down in new[] { true, false })
        {
            var query = new ShopQuery
            {
                Sort = sort,
                Down = down,
                SoldOutLast = true,
                Take = 5,
            };
            async Task<List<Product>> Part(int skip) =>
                [.. (await finder.Find(house.David, query with { Skip = skip })).Hits.Select(h => h.Product.Product)];
            var all = new List<Product>();
            for (var skip = 0; skip < 25; skip += 5)
                all.AddRange(await Part(skip));
            all.Select(p => p.Number).Distinct().Count().ShouldBe(23, $"{sort} {down}");
            (await Part(23)).ShouldBeEmpty();
            all.Select(p => p.IsSoldOut).ShouldBeInOrder(SortDirection.Ascending, $"{sort} {down}");
            foreach (var half in new[] { true, false })
                all.FindAll(p => p.IsSoldOut == half)
                    .Select(p =>
                        (IComparable)(
                            sort switch
                            {
                                "price" => p.Price,
                                "name" => p.NameEn,
                                "created_at" => p.CreatedAt,
                                _ => 0,
                            }
                        )
                    )
                    .ShouldBeInOrder(down ? SortDirection.Descending : SortDirection.Ascending, $"{sort} {down}");
        }
    }

    [Theory, EachDatabase]
    public async Task What_is_read_for_all_is_anew_as_soon_as_anything_changes(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var (products, mug) = (house.Get<Products>(), await house.Thing(stock: 3));
        var variant = mug.Product.Variants[0].Id;
        async Task<(string, decimal, int?, int, int)> Seen()
        {
            var (one, list) = (
                await products.Of(house.Sara, mug.Product.Number),
                await products.List(house.David, new() { Sort = "price" })
            );
            var listed = list.Items.Single(p => p.Product.Number == mug.Product.Number);
            (listed.Product.NameEn, listed.Available).ShouldBe((one.Product.NameEn, one.Available));
            return (one.Product.NameEn, one.Product.Price, one.Available, one.Pictures.Count, list.Total);
        }
        (await Seen()).ShouldBe(("Mug", 10m, 3, 0, 1));
        await products.Save(house.Amina, mug.Product.Number, Shelf.Input("Cup", 9, null));
        (await Seen()).ShouldBe(("Cup", 9m, 3, 0, 1));
        await house.Buy(house.Sara, variant, 2);
        (await Seen()).ShouldBe(("Cup", 9m, 1, 0, 1));
        await house.Get<Stockroom>().Move(house.Amina, mug.Product.Number, null, StockMoveKind.In, 5, null);
        (await Seen()).ShouldBe(("Cup", 9m, 6, 0, 1));
        await house.Get<ProductPictures>().Add(house.Amina, mug.Product.Number, "1.png", new MemoryStream(Images.TestPictures.Png()));
        (await Seen()).ShouldBe(("Cup", 9m, 6, 1, 1));
        var pen = await products.Save(house.Amina, null, Shelf.Input("Pen"));
        await products.Publish(house.Amina, pen, house.Clock.GetUtcNow().AddHours(1));
        (await Seen()).ShouldBe(("Cup", 9m, 6, 1, 1));
        // What is planned appears by itself.
        house.Clock.Advance(TimeSpan.FromHours(1));
        (await Seen()).ShouldBe(("Cup", 9m, 6, 1, 2));
        // Another company's shop is its own, also under the same number.
        await house.Thing("Theirs", 1, by: house.Omar);
        (await products.Of(house.Omar, 1)).Product.NameEn.ShouldBe("Theirs");
        (await Seen()).ShouldBe(("Cup", 9m, 6, 1, 2));
        await products.Archive(house.Amina, mug.Product.Number);
        (await Till.Refused(() => products.Of(house.Sara, mug.Product.Number))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task Looking_at_a_product_writes_nothing_until_all_looks_are_written_together(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (products, visits, sara) = (house.Get<Products>(), house.Get<ProductVisits>(), house.Sara.CustomerId!.Value);
        var (mug, pen) = ((await house.Thing()).Product.Number, (await house.Thing("Pen")).Product.Number);
        foreach (var number in new[] { mug, pen, mug, 999 })
            visits.Note(house.Sara, number);
        visits.Note(house.David, mug);
        visits.Note(Actor.System(house.Amina.TenantId, house.Clock), mug);
        async Task<(int, int)> Views() =>
            ((await products.Of(house.Sara, mug)).Product.Views, (await products.Of(house.Sara, pen)).Product.Views);
        (await Views()).ShouldBe((0, 0));
        await visits.Write(Actor.System(house.Amina.TenantId, house.Clock));
        await visits.Write(Actor.System(house.Amina.TenantId, house.Clock));
        (await Views()).ShouldBe((4, 1));
        var seen = await house.Get<Wishlists>().Seen(house.Sara, sara);
        seen.Select(s => s.Product.Product.Number).ShouldBe([mug, pen]);
        (await house.Get<Wishlists>().Seen(house.David, house.David.CustomerId!.Value)).Count.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_reduced_price_is_listed_with_the_lowest_of_thirty_days(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (products, mug) = (house.Get<Products>(), await house.Thing(price: 20));
        house.Clock.Advance(TimeSpan.FromDays(5));
        await products.Save(house.Amina, mug.Product.Number, Shelf.Input("Mug", 15, null, p => p.Variants[0].ComparePrice = 25));
        var listed = (await products.List(house.Sara, new())).Items.Single();
        listed.Lowest[listed.Product.Variants[0].Id].ShouldBe(20);
        (await products.Of(house.Sara, mug.Product.Number)).Lowest.Values.ShouldBe([20m]);
    }
}
