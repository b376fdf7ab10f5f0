using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Finding;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>The catalogue, on each database.</summary>
public sealed class ProductsTests
{
    [Theory, EachDatabase]
    public async Task A_product_is_a_draft_then_published_then_archived_and_seen_only_between(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var products = house.Get<Products>();
        var number = await products.Save(house.Amina, null, Shelf.Input("Book of Charts", 25));
        number.ShouldBe(1);
        async Task<bool> SeenBy(Actor actor)
        {
            try
            {
                return (await products.Of(actor, number)).Product.Number == number;
            }
            catch (Refusal refusal) when (refusal.Kind == RefusalKind.NotFound)
            {
                return false;
            }
        }
        (await SeenBy(house.Sara), await SeenBy(house.Product)).ShouldBe((false, false));
        (await products.Known(house.Karim, number)).Product.NameEn.ShouldBe("Book of Charts");
        (await Should.ThrowAsync<Refusal>(() => products.Known(house.Sara, number))).Kind.ShouldBe(RefusalKind.Forbidden);
        await products.Publish(house.Amina, number);
        await products.Publish(house.Amina, number);
        (await SeenBy(house.Sara), await SeenBy(house.Olga)).ShouldBe((true, false));
        (await products.Of(house.Sara, "book-of-charts")).Product.Price.ShouldBe(25);
        await products.Publish(house.Amina, number, house.Clock.Now().AddDays(1));
        (await SeenBy(house.Sara)).ShouldBeFalse();
        house.Clock.AdvanceMinutes(24 * 60);
        (await SeenBy(house.Sara)).ShouldBeTrue();
        await products.Archive(house.Amina, number);
        (await SeenBy(house.Sara)).ShouldBeFalse();
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(ProductChanged)).ShouldBe(4);
    }

    [Theory, EachDatabase]
    public async Task Only_admins_of_the_company_write_products(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var products = house.Get<Products>();
        var mug = await house.Thing();
        foreach (var actor in new[] { house.Karim, house.Sara })
        {
            (await Should.ThrowAsync<Refusal>(() => products.Save(actor, null, Shelf.Input()))).Kind.ShouldBe(RefusalKind.Forbidden);
            (await Should.ThrowAsync<Refusal>(() => products.Archive(actor, mug.Product.Number))).Kind.ShouldBe(RefusalKind.Forbidden);
        }
        (await Should.ThrowAsync<Refusal>(() => products.Archive(house.Omar, mug.Product.Number))).Kind.ShouldBe(RefusalKind.NotFound);
        // Numbers begin anew in the other company.
        (await house.Thing("Theirs", by: house.Omar)).Product.Number.ShouldBe(1);
        (await products.Of(house.Sara, 1)).Product.NameEn.ShouldBe("Mug");
    }

    public static TheoryData<string, Action<ProductInput>> Wrong =>
        new()
        {
            { "name", p => p.Name = " " },
            { "slug", p => p.Slug = "not an address" },
            { "categoryId", p => p.CategoryId = Guid.NewGuid() },
            { "variants", p => p.Variants = [] },
            { "variants", p => p.Variants = [new() { Price = 1 }, new() { Price = 2 }] },
            { "variants", p => p.Variants[0].Values = ["Large"] },
            { "options", p => p.Options = "A\nB\nC\nD" },
            { "price", p => p.Variants[0].Price = -1 },
            { "price", p => p.Variants[0].Price = 1.005m },
            { "price", p => p.Variants[0].Price = 2_000_000_000_000m },
            { "comparePrice", p => p.Variants[0].ComparePrice = 10 },
            { "maxPerOrder", p => (p.Variants[0].MinPerOrder, p.Variants[0].MaxPerOrder) = (3, 2) },
            { "tier", p => p.Kind = GoodsKind.Access },
            { "accessDays", p => (p.Kind, p.Tier) = (GoodsKind.Access, "pro") },
            { "tierPrices", p => p.Variants[0].TierPrices = new Dictionary<string, decimal> { ["nobody"] = 1 } },
            { "tags", p => p.Tags = ["!"] },
            { "stock", p => p.Variants[0].Stock = -1 },
        };

    [Theory, MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task What_is_wrong_is_named(string field, Action<ProductInput> spoil)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var refused = await Should.ThrowAsync<Refusal>(() => house.Get<Products>().Save(house.Amina, null, Shelf.Input(with: spoil)));
        (refused.Kind, refused.Fields[0].Field).ShouldBe((RefusalKind.Invalid, field));
    }

    [Theory, EachDatabase]
    public async Task Addresses_and_codes_are_one_product_s_alone(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var products = house.Get<Products>();
        await house.Thing(with: p => p.Variants[0].Sku = "M-1");
        (await house.Thing()).Product.Slug.ShouldBe("mug-2");
        (await Should.ThrowAsync<Refusal>(() => products.Save(house.Amina, null, Shelf.Input(with: p => p.Slug = "mug"))))
            .Fields[0]
            .Field.ShouldBe("slug");
        (await Should.ThrowAsync<Refusal>(() => products.Save(house.Amina, null, Shelf.Input(with: p => p.Variants[0].Sku = "M-1"))))
            .Fields[0]
            .Field.ShouldBe("sku");
    }

    [Theory, EachDatabase]
    public async Task Variants_keep_their_stock_and_their_prices_are_remembered(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var products = house.Get<Products>();
        ProductInput Shirt(decimal large) =>
            Shelf.Input(
                "Shirt",
                with: p =>
                {
                    p.Options = "Size";
                    p.Variants =
                    [
                        new()
                        {
                            Values = ["Small"],
                            Price = 20,
                            Stock = 3,
                        },
                        new()
                        {
                            Values = ["Large"],
                            Price = large,
                            ComparePrice = 40,
                            Stock = 4,
                        },
                    ];
                }
            );
        var number = await products.Save(house.Amina, null, Shirt(25));
        house.Clock.AdvanceMinutes(1);
        await products.Save(house.Amina, number, Shirt(15));
        var view = await products.Known(house.Amina, number);
        (view.Product.Price, view.Product.ComparePrice, view.Available).ShouldBe((15m, 40m, 7));
        var change = (await house.Events(house.Nour)).Select(e => e.Happening()).OfType<PriceChanged>().Single();
        (change.From, change.To).ShouldBe((25m, 15m));
        await using var db = house.Store.Open(house.Amina);
        (await db.PriceEntries.OrderBy(p => p.From).ThenBy(p => p.Id).Select(p => p.Price).ToListAsync()).ShouldBe([20, 25, 15]);
    }

    [Theory, EachDatabase]
    public async Task Who_saw_an_older_version_is_told(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (products, mug) = (house.Get<Products>(), await house.Thing());
        var input = Shelf.Input("Cup", with: p => p.Seen = mug.Product.UpdatedAt);
        await products.Save(house.Amina, mug.Product.Number, input);
        (await Should.ThrowAsync<Refusal>(() => products.Save(house.Amina, mug.Product.Number, input))).Code.ShouldBe("product_changed");
    }

    [Theory, EachDatabase]
    public async Task A_shelf_is_narrowed_counted_by_brand_and_what_is_sold_out_stands_last(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var products = house.Get<Products>();
        await house.Thing("Cup", 5, with: p => p.Brand = "Acme");
        await house.Thing("Kettle", 50, with: p => p.Brand = "Acme");
        await house.Thing("Pot", 20, stock: 0, with: p => p.Brand = "Zenith");
        await house.Thing("Theirs", 20, by: house.Omar, with: p => p.Brand = "Other");
        await products.Save(house.Amina, null, Shelf.Input("Draft", with: p => p.Brand = "Hidden"));
        async Task<string> Names(ProductFilter filter) =>
            string.Join(' ', (await products.List(house.Sara, filter)).Items.Select(p => p.Product.NameEn));
        var finder = house.Get<ProductFinder>();
        async Task<IEnumerable<(string, int)>> Brands(ShopQuery query) =>
            (await finder.Find(house.Sara, query)).Choices!.Brands.Select(b => (b.Value, b.Count));
        (await Brands(new())).ShouldBe([("Acme", 2), ("Zenith", 1)]);
        // The brand that is chosen doesn't hide the others.
        (await Brands(new() { Brands = ["Zenith"] }))
            .Count()
            .ShouldBe(2);
        (await finder.Find(house.Sara, new() { Sort = "price", SoldOutLast = true }))
            .Hits.Select(h => h.Product.Product.NameEn)
            .ShouldBe(["Kettle", "Cup", "Pot"]);
        (await Names(new() { Sort = "price", Down = false })).ShouldBe("Cup Pot Kettle");
        (
            await Names(
                new()
                {
                    Sort = "name",
                    Down = false,
                    InStock = true,
                }
            )
        ).ShouldBe("Cup Kettle");
        (await Names(new() { Brand = "Acme", MaxPrice = 10 })).ShouldBe("Cup");
        (await products.Shelf(house.Karim, new() { Search = "draft" }, ProductState.Draft)).Items.Single().Brand.ShouldBe("Hidden");
        (await Should.ThrowAsync<Refusal>(() => products.Shelf(house.Sara, new(), null))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task Members_of_a_tier_pay_what_it_says_and_others_the_price_on_the_shelf(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var mug = await house.Thing(with: p =>
            p.Variants[0].TierPrices = new Dictionary<string, decimal> { ["pro"] = 7, ["standard"] = 12 }
        );
        var variant = mug.Product.Variants[0];
        async Task<decimal> PaidBy(string? tier)
        {
            var sara = house.Sara.CustomerId;
            if (tier is not null)
                await house.Store.Write(
                    house.Amina,
                    async db => CustomerRecords.MoveToTier(db, await db.Customers.SingleAsync(c => c.Id == sara), tier)
                );
            await using var db = house.Store.Open(house.Sara);
            return (await Good.Of(db, [variant.Id], tier is null ? null : sara))[variant.Id].Price;
        }
        (await PaidBy("pro"), await PaidBy("standard"), await PaidBy("free"), await PaidBy(null)).ShouldBe((7m, 10m, 10m, 10m));
        (await house.Get<Products>().Of(house.Sara, 1)).PriceOf(variant).ShouldBe(10);
    }

    [Theory, EachDatabase]
    public async Task Categories_stand_in_each_other_and_none_in_itself(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var categories = house.Get<Categories>();
        async Task<Guid> Id(int number) => (await categories.Of(house.Amina, number)).Id;
        var top = await categories.Save(house.Amina, null, new() { Name = "Home" });
        var below = await categories.Save(house.Amina, null, new() { Name = "Kitchen", ParentId = await Id(top) });
        var id = await Id(below);
        await house.Thing(with: p => p.CategoryId = id);
        (await categories.List(house.Sara)).Select(c => (c.Category.Slug, c.Products)).ShouldBe([("home", 1), ("kitchen", 1)]);
        (await Should.ThrowAsync<Refusal>(() => categories.Save(house.Amina, top, new() { Name = "Home", ParentId = id })))
            .Fields[0]
            .Field.ShouldBe("parentId");
        (await Should.ThrowAsync<Refusal>(() => categories.Save(house.Amina, null, new() { Name = "Home" })))
            .Fields[0]
            .Field.ShouldBe("slug");
        (await Should.ThrowAsync<Refusal>(() => categories.Remove(house.Amina, below))).Code.ShouldBe("category_used");
        (await Should.ThrowAsync<Refusal>(() => categories.Remove(house.Karim, below))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => categories.Remove(house.Omar, below))).Kind.ShouldBe(RefusalKind.NotFound);
    }
}
