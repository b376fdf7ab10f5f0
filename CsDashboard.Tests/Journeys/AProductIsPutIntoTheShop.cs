using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class AProductIsPutIntoTheShop(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task An_admin_writes_and_publishes_it_a_visitor_finds_it_and_a_customer_asks_about_it()
    {
        var amina = await Browser.As(App.Amina);
        await amina.Go("admin/shop");
        await amina.Page.GetByRole(AriaRole.Link, new() { Name = "New product" }).First.ClickAsync();
        await amina.Arrives("/admin/shop/products/new$");
        // Without a name it is refused beside the field, and what was typed stays.
        await amina.Page.GetByLabel("Price (USD)").FillAsync("24.5");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Assertions.Expect(amina.Find("#name")).ToHaveAttributeAsync("aria-invalid", "true");
        await amina.Find("#name").FillAsync("Walnut desk tray");
        await amina.Find("#nameAr").FillAsync("صينية مكتب من الجوز");
        await amina.Find("#v0-stock").FillAsync("3");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await amina.Arrives(@"/admin/shop/products/\d+$");
        await Assertions.Expect(amina.Find("[data-available]")).ToHaveAttributeAsync("data-available", "3");

        var visitor = await Browser.Anyone(Look.Phone);
        await visitor.Go("shop");
        await visitor.Find("input[name=q]").FillAsync("walnut");
        await visitor.Press("Enter");
        await visitor.Arrives(@"/shop/search\?q=walnut");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Walnut desk tray" }).ClickAsync();
        await visitor.Arrives("/shop/p/walnut-desk-tray$");
        await Assertions.Expect(visitor.Find(".product-now")).ToContainTextAsync("24.5");
        await Assertions.Expect(visitor.Find("[data-stock]")).ToContainTextAsync("Only 3 left");
        await visitor.ShouldFitAPhone();
        await visitor.ShouldBeAccessible();
        // Who isn't signed in comes back here after the sign-in.
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Ask about this" }).ClickAsync();
        await visitor.Arrives(@"/login\?returnUrl=%2Fshop%2Fp%2Fwalnut-desk-tray");

        var sara = await Browser.As(App.Sara);
        await sara.Go("shop/p/walnut-desk-tray");
        await Assertions.Expect(sara.Find("h1")).ToHaveTextAsync("صينية مكتب من الجوز");
        await sara.Find("form button[type=submit]:has-text('اسأل عن هذا')").ClickAsync();
        await sara.Arrives(@"/portal/tickets/new\?card=");
        await Assertions.Expect(sara.Find("main")).ToContainTextAsync("صينية مكتب من الجوز");

        // Taken out of the shop, it is nowhere.
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await amina.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Archive" }).ClickAsync();
        await Assertions.Expect(amina.Find(".page-head")).ToContainTextAsync("Archived");
        (await App.Anonymous.GetAsync("shop/p/walnut-desk-tray")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
