using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Tests.Marketplace;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class AShopIsSearched(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task A_visitor_narrows_what_is_found_and_what_is_not_found_is_mended_by_an_admin()
    {
        var products = App.Get<Products>();
        foreach (
            var (name, brand, price) in new[] { ("Walnut lamp", "Acme", 20m), ("Oak lamp", "Zenith", 60m), ("Oak shelf", "Acme", 90m) }
        )
            await Shelf.Thing(products, App.Amina, name, price, with: p => p.Brand = brand);

        var visitor = await Browser.Anyone();
        await visitor.Go("shop");
        await visitor.Find("input[name=q]").FillAsync("lam");
        // Names come while the words are typed.
        await Assertions.Expect(visitor.Page.Locator("#shop-suggestions option")).ToHaveCountAsync(2);
        await visitor.Find("input[name=q]").FillAsync("lamp");
        await visitor.Press("Enter");
        await visitor.Arrives(@"/shop/search\?q=lamp");
        await Assertions.Expect(visitor.Find("[data-total]")).ToHaveAttributeAsync("data-total", "2");
        var brands = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Zenith" });
        await brands.ClickAsync();
        await visitor.Arrives(@"/shop/search\?q=lamp&brand=Zenith");
        await Assertions.Expect(visitor.Find("[data-total]")).ToHaveAttributeAsync("data-total", "1");
        // The other brand still says what it would find.
        await Assertions.Expect(visitor.Page.Locator("#filters li").Filter(new() { HasText = "Acme" })).ToContainTextAsync("1");
        await visitor.ShouldBeAccessible();
        await visitor.Go("shop/search?q=walnot");
        await Assertions.Expect(visitor.Find("[data-part=corrected]")).ToContainTextAsync("walnut");
        await visitor.Go("shop/search?q=lantern");
        await Assertions.Expect(visitor.Find("[data-part=nothing]")).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Ask us for it" }).ClickAsync();
        await visitor.Arrives(@"/login\?returnUrl=");

        var amina = await Browser.As(App.Amina);
        await amina.Go("admin/shop/search");
        await amina
            .Find("[data-list=missed] [data-row=lantern]")
            .GetByRole(AriaRole.Link, new() { Name = "Add a synonym for lantern" })
            .ClickAsync();
        await amina.Find("#others").FillAsync("lamp");
        await amina.Find("[data-part=synonym]").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(amina.Find("[data-list=synonyms] [data-row=lantern]")).ToContainTextAsync("lamp");
        await amina.Go("admin/shop/search?pin=lantern");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Pin Oak lamp" }).ClickAsync();
        await Assertions.Expect(amina.Find("[data-part=preview] li").First).ToContainTextAsync("Oak lamp");
        await amina.Find("[data-part=pin]").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(amina.Find("[data-list=pins] [data-row=lantern]")).ToContainTextAsync("Oak lamp");
        await amina.ShouldBeAccessible();

        await visitor.Go("shop/search?q=lantern");
        await Assertions.Expect(visitor.Find("[data-total]")).ToHaveAttributeAsync("data-total", "2");
        await Assertions.Expect(visitor.Find(".product-card").First).ToContainTextAsync("Oak lamp");
    }
}
