using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Prices;
using CsDashboard.Tests.Marketplace;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class ACustomerWaitsForGoods(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task What_is_sold_out_comes_back_and_a_price_falls_and_each_is_told_once_by_bell_and_mail()
    {
        var (products, lamp) = (App.Get<Products>(), await Shelf.Thing(App.Get<Products>(), App.Amina, "Brass lamp", 80, stock: 0));
        var desk = await Shelf.Thing(products, App.Amina, "Oak desk", 300);
        var david = await Browser.As(App.David);
        await david.Go("shop/p/brass-lamp");
        await Assertions.Expect(david.Find("[data-stock]")).ToContainTextAsync("Sold out");
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Tell me when it’s back" }).ClickAsync();
        await Assertions.Expect(david.Find("[data-keep] .btn-primary")).ToBeDisabledAsync();
        await david.Go("shop/p/oak-desk");
        await david.Find("#target").FillAsync("250");
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Set alert" }).ClickAsync();
        await Assertions.Expect(david.Find("#target")).ToHaveValueAsync("250");
        await david.Go("portal/wishlist");
        await Assertions.Expect(david.Find("[data-list=alerts] [data-row]")).ToHaveCountAsync(2);
        await david.ShouldBeAccessible();

        // The admin takes stock in and lowers the price.
        var amina = await Browser.As(App.Amina);
        await amina.Go($"admin/shop/products/{lamp.Product.Number}");
        await amina.Find("#stock-quantity").FillAsync("4");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Update stock" }).ClickAsync();
        await Assertions.Expect(amina.Find("[data-available]")).ToHaveAttributeAsync("data-available", "4");
        await amina.Go($"admin/shop/products/{desk.Product.Number}");
        await amina.Find("#v0-price").FillAsync("240");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(amina.Find("#stock")).ToContainTextAsync("240");

        await Told();
        await david.Go("portal/notifications");
        await Assertions.Expect(david.Find("main")).ToContainTextAsync("Brass lamp");
        await Assertions.Expect(david.Find("main")).ToContainTextAsync("Oak desk");
        await Told();
        (await Count("InApp"), await Count("Email")).ShouldBe(("1", "1"));
        await david.Go("portal/wishlist");
        // That of the stock is over, that of the price rests.
        await Assertions.Expect(david.Find("[data-list=alerts] [data-row]")).ToHaveCountAsync(1);
        await david.Go("shop/p/brass-lamp");
        await Assertions.Expect(david.Find("[data-stock]")).ToContainTextAsync("Only 4 left");
    }

    // As the schedule runs it, once everything has settled.
    private async Task Told()
    {
        await App.Drain();
        var later = new StandingClock(TimeProvider.System.GetUtcNow().AddSeconds(30));
        await App.Get<AlertTelling>().Run(Actor.System(App.Amina.TenantId, later));
    }

    private Task<string> Count(string channel) =>
        App.Database.Ask($"SELECT COUNT(*) FROM \"Notifications\" WHERE \"Kind\" = 'product_alert' AND \"Channel\" = '{channel}'");
}
