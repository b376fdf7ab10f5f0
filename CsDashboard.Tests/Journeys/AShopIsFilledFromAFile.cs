using System.Text;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Tests.Marketplace;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class AShopIsFilledFromAFile(TestApp app) : BrowserTests(app)
{
    private static FilePayload File(string text) =>
        new()
        {
            Name = "shop.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(text),
        };

    [Fact]
    public async Task Its_columns_are_matched_its_errors_told_by_line_it_comes_in_is_exported_and_undone()
    {
        var amina = await Browser.As(App.Amina);
        await amina.Go("admin/shop");
        await amina.Page.GetByRole(AriaRole.Link, new() { Name = "Import and export" }).ClickAsync();
        await amina.Arrives("/admin/shop/import$");
        await amina.ShouldBeAccessible();
        await amina.Find("#import-file").SetInputFilesAsync(File("no table"));
        await Assertions.Expect(amina.Find("#import-file-error")).Not.ToBeEmptyAsync();
        await amina
            .Find("#import-file")
            .SetInputFilesAsync(
                File("Name,What,State,Stock\nMaple board,12,published,5\nMaple spoon,much,published,5\nMaple bowl,20,published,0\n")
            );
        await amina.Arrives("/admin/shop/import/[0-9a-f-]+$");
        // A heading that says nothing to us is matched by hand; until then its products have no price.
        await Assertions.Expect(amina.Find("[data-check]")).ToContainTextAsync("0 to add");
        await amina.Find("#column-1").SelectOptionAsync("price");
        await Assertions.Expect(amina.Find("[data-check]")).ToContainTextAsync("2 to add");
        await Assertions.Expect(amina.Find("[data-fault='3']")).ToContainTextAsync("much");
        await amina.ShouldBeAccessible();
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await Assertions.Expect(amina.Find("[data-figure=Added]")).ToHaveTextAsync("2");
        await Assertions.Expect(amina.Find("[data-state]")).ToHaveAttributeAsync("data-state", "Done");
        await amina.ShouldBeAccessible();
        var visitor = await Browser.Anyone(Look.Phone);
        await visitor.Go("shop?q=maple");
        await Assertions.Expect(visitor.Find("[data-product]")).ToHaveCountAsync(2);

        var export = await amina.Page.Context.APIRequest.GetAsync("/app/shop/products.csv");
        var rows = (await export.TextAsync()).Split("\r\n");
        rows[0].ShouldStartWith("\uFEFFnumber,slug,name,");
        rows.ShouldContain(row => row.Contains("maple-board,Maple board,", StringComparison.Ordinal));
        foreach (var person in new[] { App.Karim, App.Sara })
            (await (await Browser.As(person)).Page.Context.APIRequest.GetAsync("/app/shop/products.csv")).Status.ShouldBe(403);

        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Undo import" }).ClickAsync();
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await Assertions.Expect(amina.Find("[data-figure=Undone]")).ToHaveTextAsync("2");
        await visitor.Go("shop?q=maple");
        await Assertions.Expect(visitor.Find("[data-product]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Products_are_laid_side_by_side_and_what_was_looked_at_is_found_again()
    {
        var products = App.Get<Products>();
        await Shelf.Thing(products, App.Amina, "Cedar stool", 40, with: p => (p.Specifications, p.Brand) = ("Weight: 3 kg", "Acme"));
        await Shelf.Thing(products, App.Amina, "Cedar chair", 90, with: p => p.Specifications = "Weight: 5 kg\nSeats: 1");
        var david = await Browser.As(App.David);
        foreach (var slug in new[] { "cedar-stool", "cedar-chair" })
        {
            await david.Go("shop/p/" + slug);
            await david.Page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickAsync();
            await Assertions.Expect(david.Page.GetByRole(AriaRole.Button, new() { Name = "Comparing" })).ToBeVisibleAsync();
        }
        await Assertions.Expect(david.Find("[data-compare]")).ToHaveAttributeAsync("data-compare", "2");
        await david.Find("[data-compare] a").ClickAsync();
        await david.Arrives("/shop/compare");
        await Assertions.Expect(david.Find("table tbody tr").Filter(new() { HasText = "Weight" })).ToContainTextAsync("3 kg");
        await Assertions.Expect(david.Find("table tbody tr").Filter(new() { HasText = "Seats" })).ToContainTextAsync("—");
        await david.ShouldBeAccessible();
        // A set without a name is refused beside its field; with one it is found again.
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(david.Find("#set-name")).ToHaveAttributeAsync("aria-invalid", "true");
        await david.Find("#set-name").FillAsync("Seats");
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(david.Find("[data-list=comparisons]")).ToContainTextAsync("Seats");
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Cedar stool" }).ClickAsync();
        await Assertions.Expect(david.Find("table thead th")).ToHaveCountAsync(1);
        await App.Get<CsDashboard.Marketplace.Wishes.ProductVisits>().Write(CsDashboard.Foundation.Actor.System(App.Amina.TenantId));
        await david.Go("shop");
        await Assertions.Expect(david.Find("[data-part=seen] [data-product]")).ToHaveCountAsync(2);
        // The phone of a visitor has a comparison of its own.
        var visitor = await Browser.Anyone(Look.Phone);
        await visitor.Go("shop/compare");
        await Assertions.Expect(visitor.Find("table")).ToHaveCountAsync(0);
        await visitor.Go("shop/p/cedar-chair");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickAsync();
        await visitor.Find("[data-compare] a").ClickAsync();
        await Assertions.Expect(visitor.Find("table thead th")).ToHaveCountAsync(1);
        await visitor.ShouldFitAPhone();
        await visitor.ShouldBeAccessible();
    }
}
