using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Tests.Images;
using CsDashboard.Tests.Marketplace;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class AProductGetsItsPictures(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task An_admin_brings_orders_describes_and_removes_them_and_everybody_sees_them()
    {
        await App.Get<CsDashboard.Marketplace.Checkout.ShopSettings>().Begin(App.Amina);
        var bowl = await Shelf.Thing(App.Get<Products>(), App.Amina, "Olive bowl", 18);
        var blank = await Shelf.Thing(App.Get<Products>(), App.Amina, "Olive spoon", 4);
        var amina = await Browser.As(App.Amina);
        await amina.Go($"admin/shop/products/{bowl.Product.Number}");
        var photos = amina.Find("[data-photo]");
        await Assertions.Expect(photos).ToHaveCountAsync(0);
        var field = amina.Find("#photo");
        // What is no picture is refused beside the field.
        await field.SetInputFilesAsync(
            new FilePayload
            {
                Name = "notes.png",
                MimeType = "image/png",
                Buffer = "Some words"u8.ToArray(),
            }
        );
        await Assertions.Expect(amina.Find("#photo-error")).Not.ToBeEmptyAsync();
        FilePayload Picture(int n) =>
            new()
            {
                Name = $"{n}.png",
                MimeType = "image/png",
                Buffer = TestPictures.Png(n, 640, 640),
            };
        await field.SetInputFilesAsync([Picture(1), Picture(2), Picture(3)]);
        await Assertions.Expect(photos).ToHaveCountAsync(3);
        async Task<string[]> Order() => [.. await photos.EvaluateAllAsync<string[]>("all => all.map(each => each.dataset.photo)")];
        var (first, second, third) = (await Order()) is [var a, var b, var c] ? (a, b, c) : throw new InvalidOperationException();
        // By key: the second comes first.
        await amina.Find($"[data-earlier='{second}']").PressAsync("Enter");
        await Assertions.Expect(photos.First).ToHaveAttributeAsync("data-photo", second);
        // By dragging: the last comes to the front.
        await photos.Nth(2).DragToAsync(photos.First);
        await Assertions.Expect(photos.First).ToHaveAttributeAsync("data-photo", third);
        (await Order()).ShouldBe([third, second, first]);
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Describe picture 1" }).ClickAsync();
        await amina.Find("#alt-en").FillAsync("A bowl of olive wood");
        await amina.Find("#alt-ar").FillAsync("وعاء من خشب الزيتون");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(photos.First.Locator("img")).ToHaveAttributeAsync("alt", "A bowl of olive wood");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Remove picture 3" }).ClickAsync();
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Assertions.Expect(photos).ToHaveCountAsync(2);
        await amina.ShouldBeAccessible();
        await amina.Go("admin/shop?q=olive");
        await Assertions.Expect(amina.Find("img.product-thumb")).ToHaveCountAsync(1);

        var visitor = await Browser.Anyone(Look.Phone);
        await visitor.Go("shop?q=olive");
        await Assertions.Expect(visitor.Find($"[data-product='{bowl.Product.Number}'] img.product-photo")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Find($"[data-product='{blank.Product.Number}'] .product-blank")).ToHaveCountAsync(1);
        await visitor.Go("shop/p/olive-bowl");
        var gallery = visitor.Find("[data-gallery] img");
        await Assertions.Expect(gallery).ToHaveCountAsync(2);
        await Assertions.Expect(gallery.First).ToHaveAttributeAsync("alt", "A bowl of olive wood");
        // The browser took one of the squares, as WebP, and knew its place before it came.
        await visitor.Page.WaitForFunctionAsync("() => document.querySelector('[data-gallery] img').naturalWidth > 0");
        (await gallery.First.GetAttributeAsync("width")).ShouldBe("600");
        (await gallery.First.GetAttributeAsync("srcset"))!.ShouldContain("600w");
        await visitor.ShouldFitAPhone();
        await visitor.ShouldBeAccessible();
        await gallery.First.ClickAsync();
        await visitor.Sees("#pictures[open]").ToBeVisibleAsync();
        await Assertions.Expect(visitor.Find("[data-picture-name]")).ToHaveTextAsync("A bowl of olive wood");

        var sara = await Browser.As(App.Sara);
        await sara.Go("shop/p/olive-bowl");
        await Assertions.Expect(sara.Find("[data-gallery] img").First).ToHaveAttributeAsync("alt", "وعاء من خشب الزيتون");
        await sara.Find("[data-part=add-to-cart] button[type=submit]").ClickAsync();
        await sara.Arrives("/cart$");
        await Assertions.Expect(sara.Find("[data-list=cart] img.product-thumb")).ToHaveCountAsync(1);
    }
}
