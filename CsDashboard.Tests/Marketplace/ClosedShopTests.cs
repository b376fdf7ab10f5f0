using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Marketplace;

/// <summary>What buyers meet in a shop that can't sell yet.</summary>
public sealed class ClosedShopTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Nobody_is_led_to_a_checkout_that_takes_nothing()
    {
        var products = app.Get<Products>();
        var mug = await Shelf.Thing(products, app.Amina);
        var advice = await Shelf.Thing(products, app.Amina, "Advice", with: i => i.Kind = GoodsKind.Service);
        async Task<bool> IsClosed(string path, HttpClient? by = null) =>
            (await (by ?? app.Anonymous).GetStringAsync(path)).Contains("data-part=\"shop-closed\"", StringComparison.Ordinal);
        (await IsClosed($"shop/p/{mug.Product.Slug}")).ShouldBeTrue();
        (await IsClosed($"shop/p/{advice.Product.Slug}")).ShouldBeFalse();
        await app.Get<CsDashboard.Marketplace.Carts.ShoppingCarts>().Add(app.David, app.David.Cart(), mug.Product.Variants[0].Id, 1);
        var david = await app.Browser(app.David);
        (await IsClosed("cart", david)).ShouldBeTrue();
        (await david.GetStringAsync("checkout")).ShouldNotContain("value=\"place\"");
        await app.Get<ShopSettings>().Begin(app.Amina);
        (await IsClosed($"shop/p/{mug.Product.Slug}")).ShouldBeFalse();
        (await IsClosed("cart", david)).ShouldBeFalse();
        (await david.GetStringAsync("checkout")).ShouldContain("value=\"place\"");
    }
}
