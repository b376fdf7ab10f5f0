using System.Text;
using CsDashboard.Customers.Importing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Importing;
using CsDashboard.Marketplace.Prices;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Products from files and into files, on each database.</summary>
public sealed class ProductImportsTests
{
    private const string Shop =
        "slug,name,name_ar,kind,state,category,tags,options,options_ar,option1,option1_ar,sku,price,compare_price,stock,tier_prices\n"
        + "tea-cup,Tea cup,كوب شاي,physical,published,Kitchen,\"cup, tea\",Colour,اللون,Green,أخضر,TC-G,12.5,15,7,pro 11\n"
        + "tea-cup,,,,,,,,,Red,أحمر,TC-R,13,,0,\n"
        + "course,Course,دورة,file,draft,,,,,,,C-1,49,,,\n";

    private static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<ProductImportView> Imported(House house, string text, Actor? by = null)
    {
        var imports = house.Get<ProductImports>();
        var import = await imports.Upload(by ?? house.Amina, "shop.csv", File(text));
        await imports.Begin(by ?? house.Amina, import.Id);
        await imports.Work(Actor.System(house.Amina.TenantId, house.Clock));
        await house.Drain();
        return await imports.Get(by ?? house.Amina, import.Id);
    }

    private static async Task<ProductCheck> Checked(House house, string text)
    {
        var imports = house.Get<ProductImports>();
        var import = await imports.Upload(house.Amina, "shop.csv", File(text));
        return await imports.Check(house.Amina, import.Id, (await imports.Head(house.Amina, import.Id)).Columns);
    }

    private static async Task<string> Exported(House house)
    {
        var text = new StringBuilder(string.Join(',', ProductField.All.Select(f => f.Key))).Append('\n');
        await foreach (var cells in house.Get<ProductExports>().Read(house.Amina))
            text.AppendJoin(',', cells.Select(c => $"\"{(c ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        return text.ToString();
    }

    private static Task<ProductView> Known(House house, string slug) => house.Get<Products>().Of(house.Sara, slug);

    [Theory, EachDatabase]
    public async Task New_products_come_in_both_languages_with_variants_prices_and_stock_and_only_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Get<Categories>().Save(house.Amina, null, new() { Name = "Kitchen", NameAr = "المطبخ" });
        var done = await Imported(house, Shop);
        (done.State, done.Added, done.Changed, done.Same, done.Failed).ShouldBe((ImportState.Done, 3, 0, 0, 0));
        var cup = await Known(house, "tea-cup");
        (cup.Product.Name("ar"), cup.Category!.Slug, cup.Product.TagText).ShouldBe(("كوب شاي", "kitchen", ",cup,tea,"));
        var (green, red) = (cup.Product.Variants[0], cup.Product.Variants[1]);
        (green.Label("en"), green.Label("ar"), green.Price, green.ComparePrice, green.Sku).ShouldBe(("Green", "أخضر", 12.5m, 15m, "TC-G"));
        (cup.Stock[green.Id].Available, cup.Stock[red.Id].Available, red.ComparePrice).ShouldBe((7, 0, null));
        cup.TierPrices.Single().ShouldSatisfyAllConditions(t => t.Tier.ShouldBe("pro"), t => t.Price.ShouldBe(11));
        // Stock stands on a move, and the price has its history.
        (await house.Get<Stockroom>().Moves(house.Karim, cup.Product.Number))
            .Select(m => (m.Kind, m.Quantity, m.Reason, m.By))
            .ShouldBe([(StockMoveKind.In, 7, "shop.csv", "Amina")]);
        (await house.Get<Products>().Prices(house.Karim, cup.Product.Number)).Count.ShouldBe(2);
        var course = (await house.Get<Products>().Shelf(house.Amina, new() { Search = "course" }, ProductState.Draft)).Items.Single();
        course.Available.ShouldBeNull();
        // The same file again changes nothing.
        var again = await Imported(house, Shop);
        (again.Added, again.Changed, again.Same, again.Failed).ShouldBe((0, 0, 3, 0));
        (await house.Get<Stockroom>().Moves(house.Karim, cup.Product.Number)).Count.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task What_is_exported_comes_in_again_as_it_is(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Get<Categories>().Save(house.Amina, null, new() { Name = "Kitchen" });
        await Imported(house, Shop);
        await house.Thing(
            "=Odd, \"name\"",
            5,
            with: p =>
            {
                (p.Slug, p.Description, p.Features) = ("odd", "Two\n\nparagraphs, \"quoted\"", "One\nTwo");
                (p.Specifications, p.IsFeatured, p.Variants[0].MaxPerOrder, p.Variants[0].WeightGrams) = ("Weight: 300 g", true, 9, 300);
            }
        );
        await house.Get<Products>().Archive(house.Amina, (await Known(house, "odd")).Product.Number);
        var file = await Exported(house);
        var check = await Checked(house, file);
        check.Faults.ShouldBeEmpty();
        (check.New, check.Changed, check.Same).ShouldBe((0, 0, 4));
        // And in another company they are new, whatever numbers they had.
        var theirs = house.Get<ProductImports>();
        var import = await theirs.Upload(house.Omar, "x.csv", File(file.Replace("kitchen", "", StringComparison.Ordinal)));
        (await theirs.Check(house.Omar, import.Id, (await theirs.Head(house.Omar, import.Id)).Columns)).New.ShouldBe(4);
    }

    [Theory, EachDatabase]
    public async Task Prices_and_stock_change_by_sku_and_an_undo_brings_back_what_was(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Get<Categories>().Save(house.Amina, null, new() { Name = "Kitchen" });
        await Imported(house, Shop);
        var mug = await house.Thing("Mug", 10, with: p => p.Variants[0].Sku = "M-1");
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        var done = await Imported(house, "SKU;Price;Stock\nTC-R;11;4\nTC-G;12.50;7\nM-1;9;20\n");
        (done.Added, done.Changed, done.Same, done.Failed).ShouldBe((0, 3, 0, 0));
        var cup = await Known(house, "tea-cup");
        (cup.Product.Price, cup.Stock[cup.Product.Variants[1].Id].Available).ShouldBe((11m, 4));
        // A colleague has gone on with one of them: that stays.
        await house.Get<Products>().Save(house.Amina, mug.Product.Number, Shelf.Input("Mug", 8.5m, null, p => p.Slug = "mug"));
        await house.Get<ProductImports>().Undo(house.Amina, done.Id);
        await house.Get<ProductImports>().Work(Actor.System(house.Amina.TenantId, house.Clock));
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        var undone = await house.Get<ProductImports>().Get(house.Amina, done.Id);
        (undone.State, undone.Undone, undone.Kept).ShouldBe((ImportState.Undone, 1, 1));
        cup = await Known(house, "tea-cup");
        (cup.Product.Price, cup.Stock[cup.Product.Variants[1].Id].Available).ShouldBe((12.5m, 0));
        (await Known(house, "mug")).Product.Price.ShouldBe(8.5m);
    }

    [Theory, EachDatabase]
    public async Task Products_that_a_file_made_go_with_it_but_not_those_that_somebody_bought(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var done = await Imported(house, "name,state,price,stock\nPlate,published,4,10\nBowl,published,5,10\n");
        var plate = await Known(house, "plate");
        await house.Buy(house.Sara, plate.Product.Variants[0].Id);
        await house.Get<ProductImports>().Undo(house.Amina, done.Id);
        await house.Get<ProductImports>().Work(Actor.System(house.Amina.TenantId, house.Clock));
        var undone = await house.Get<ProductImports>().Get(house.Amina, done.Id);
        (undone.State, undone.Undone, undone.Kept).ShouldBe((ImportState.Undone, 1, 1));
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await Known(house, "plate");
        (await Till.Refused(() => Known(house, "bowl"))).Kind.ShouldBe(RefusalKind.NotFound);
        await using var db = house.Store.Open(house.Amina);
        (await db.StockItems.CountAsync(), await db.ProductVariants.CountAsync(), await db.PriceEntries.CountAsync()).ShouldBe((1, 1, 1));
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_is_said_by_line_and_column_and_leaves_its_product_out(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Thing("Mug", 10, with: p => p.Variants[0].Sku = "M-1");
        const string file =
            "slug,name,kind,category,price,compare_price,sku,stock\n"
            + ",Good,physical,,5,,G-1,1\n"
            + ",Bad price,physical,,abc,,,\n"
            + ",Two ways,physical,,\"1,085\",,,\n"
            + ",No price,physical,,,,,\n"
            + ",Odd kind,sofa,,5,,,\n"
            + ",Nowhere,physical,Attic,5,,,\n"
            + ",Dearer before,physical,,5,4,,\n"
            + ",Taken,physical,,5,,M-1x,\n"
            + "taken-2,Taken 2,physical,,5,,G-1,\n"
            + "bad slug!,Slug,physical,,5,,,\n"
            + ",,physical,,5,,,\n"
            + ",,,,5,,X-9,\n"
            + ",Half,physical,,5,,,1.5\n";
        var check = await Checked(house, file.Replace("M-1x", "G-1", StringComparison.Ordinal));
        check
            .Faults.Select(f => (f.Line, f.Fault.Field))
            .ShouldBe(
                [
                    (3, "price"),
                    (4, "price"),
                    (5, "price"),
                    (6, "kind"),
                    (7, "category"),
                    (8, "compare_price"),
                    (9, "sku"),
                    (10, "sku"),
                    (11, "slug"),
                    (12, "row"),
                    (13, "name"),
                    (14, "stock"),
                ],
                ignoreOrder: true
            );
        (check.New, check.Faulty).ShouldBe((1, 12));
        check.Faults.ShouldAllBe(f => f.Fault.Message.Length > 5 && f.Field.Length > 1);
        var done = await Imported(house, file);
        done.Added.ShouldBe(2);
        done.Failed.ShouldBe(11);
    }

    [Theory, EachDatabase]
    public async Task Columns_are_known_by_their_names_in_both_languages_and_one_must_say_which_product(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var imports = house.Get<ProductImports>();
        var import = await imports.Upload(house.Amina, "a.csv", File("الاسم;السعر;المخزون;شيء\nكوب;12;3;x\n"));
        var head = await imports.Head(house.Amina, import.Id);
        head.Columns.Text.ShouldBe("name,price,stock,");
        // An Arabic name alone gives no address.
        (await imports.Check(house.Amina, import.Id, head.Columns))
            .Faults.Single()
            .Fault.Field.ShouldBe("slug");
        foreach (var wrong in new[] { ",price,stock,", "name,price,price,", "name,nonsense,," })
            (await Till.Refused(() => imports.Check(house.Amina, import.Id, ProductColumns.Read(wrong))))
                .Fields[0]
                .Field.ShouldBe("columns");
        foreach (var bad in new[] { "", "name,price\n", "\u0000\u0001" })
            (await Till.Refused(() => imports.Upload(house.Amina, "b.csv", File(bad)))).Fields[0].Field.ShouldBe("file");
    }

    [Theory, EachDatabase]
    public async Task Five_thousand_prices_are_one_message_to_each_who_waits(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (alerts, sara) = (house.Get<ProductAlerts>(), house.Sara.CustomerId!.Value);
        static string Rows(Func<int, string> row) => string.Join('\n', Enumerable.Range(1, 5_000).Select(row));
        await Imported(house, "sku,name,state,price\n" + Rows(n => $"P-{n},Pen {n},published,10"));
        for (var product = 100; product <= 5_000; product += 100)
            await alerts.WaitForPrice(house.Sara, sara, product, 9);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        var imports = house.Get<ProductImports>();
        var import = await imports.Upload(house.Amina, "prices.csv", File("sku,price\n" + Rows(n => $"P-{n},8")));
        await imports.Begin(house.Amina, import.Id);
        var company = Actor.System(house.Amina.TenantId, house.Clock);
        // While it runs nobody is told, however long it takes.
        await house.Get<AlertTelling>().Run(company);
        await imports.Work(company);
        await house.Drain();
        (await imports.Get(house.Amina, import.Id)).Changed.ShouldBe(5_000);
        for (var i = 0; i < 3; i++)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(30));
            await house.Get<AlertTelling>().Run(company);
        }
        (
            await house.Database.Ask("SELECT COUNT(*) FROM \"Notifications\" WHERE \"Kind\" = 'product_alert' AND \"Channel\" = 'InApp'")
        ).ShouldBe("1");
        (await house.Database.Ask("SELECT COUNT(*) FROM \"PriceEntries\"")).ShouldBe("10000");
    }

    [Theory, EachDatabase]
    public async Task Only_admins_of_the_company_import_export_and_undo(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var imports = house.Get<ProductImports>();
        var mine = (await imports.Upload(house.Amina, "a.csv", File(Shop))).Id;
        foreach (
            var act in new Func<Actor, Task>[]
            {
                who => imports.Get(who, mine),
                who => imports.Head(who, mine),
                who => imports.Begin(who, mine),
                who => imports.Stop(who, mine),
                who => imports.Undo(who, mine),
                who => imports.Discard(who, mine),
                who => imports.Check(who, mine, ProductColumns.Read("name")),
            }
        )
        {
            (await Till.Refused(() => act(house.Omar))).Kind.ShouldBe(RefusalKind.NotFound);
            foreach (var who in new[] { house.Karim, house.Sara })
                (await Till.Refused(() => act(who))).Kind.ShouldBe(RefusalKind.Forbidden);
        }
        (await imports.List(house.Omar)).ShouldBeEmpty();
        await Imported(house, "name,price\nPen,1\n", house.Amina);
        (await house.Get<ProductExports>().Read(house.Omar).CountAsync()).ShouldBe(0);
        (await Till.Refused(async () => await house.Get<ProductExports>().Read(house.Karim).CountAsync())).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
        await imports.Discard(house.Amina, mine);
        (await Till.Refused(() => imports.Get(house.Amina, mine))).Kind.ShouldBe(RefusalKind.NotFound);
    }
}
