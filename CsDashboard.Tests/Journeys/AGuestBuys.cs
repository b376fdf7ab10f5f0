using System.Text.RegularExpressions;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Tests.Marketplace;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class AGuestBuys(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task A_visitor_buys_by_email_the_team_marks_it_paid_and_sends_it_and_the_visitor_sees_that()
    {
        await App.Get<ShopSettings>().Begin(App.Amina);
        await Shelf.Thing(App.Get<Products>(), App.Amina, "Walnut tray", 24);
        var visitor = await Browser.Anyone(Look.Phone);
        await visitor.Go("shop/p/walnut-tray");
        await Assertions.Expect(visitor.Find("[data-cart]")).ToHaveAttributeAsync("data-cart", "0");
        await visitor.Find("#cart-quantity").FillAsync("2");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await visitor.Arrives("/cart$");
        await visitor.ShouldFitAPhone();
        await visitor.ShouldBeAccessible();
        await visitor.Go("shop");
        await Assertions.Expect(visitor.Find("[data-cart]")).ToHaveAttributeAsync("data-cart", "2");
        // On a phone the filters are a sheet.
        await Assertions.Expect(visitor.Find("#filters")).ToBeHiddenAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Filters" }).ClickAsync();
        await Assertions.Expect(visitor.Find("#filters")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessible();

        // What lacks is named where it lacks, and what was typed stays.
        await visitor.Go("checkout");
        await visitor.Find("[name='Input.Name']").FillAsync("Gus Guest");
        await visitor.Find("[name='Input.PaymentMethod'][value=bank_transfer]").CheckAsync();
        await visitor.Find("button[value=place]").ClickAsync();
        await Assertions.Expect(visitor.Find("[name='Input.Email']")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(visitor.Find("[name='Input.Name']")).ToHaveValueAsync("Gus Guest");
        await visitor.ShouldFitAPhone();
        await visitor.ShouldBeAccessible();
        await visitor.Find("[name='Input.Email']").FillAsync("gus@example.com");
        await visitor.Find("[name='Input.Street']").FillAsync("1 Main Street");
        await visitor.Find("[name='Input.City']").FillAsync("Austin");
        await visitor.Find("[name='Input.Country']").SelectOptionAsync("US");
        // Twice is once.
        await visitor.Find("button[value=place]").DblClickAsync();
        await visitor.Arrives("/checkout/orders/ORD-");
        await Assertions.Expect(visitor.Find("main")).ToContainTextAsync("Not paid");
        await visitor.ShouldFitAPhone();
        await visitor.ShouldBeAccessible();
        var number = visitor.Page.Url[(visitor.Page.Url.LastIndexOf('/') + 1)..];

        var karim = await Browser.As(App.Karim);
        await karim.Go("desk/orders");
        await Assertions.Expect(karim.Find("[data-row]")).ToHaveCountAsync(1);
        await karim.Page.GetByRole(AriaRole.Button, new() { Name = "Mark as paid" }).ClickAsync();
        await Assertions.Expect(karim.Find("[data-row]")).ToContainTextAsync("Paid");
        await karim.ShouldBeAccessible();
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Find("main")).Not.ToContainTextAsync("Not paid");

        var stranger = await Browser.Anyone();
        // The buyer becomes a member by a link to the address, and the order is there.
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Open an account" }).ClickAsync();
        await Assertions.Expect(visitor.Find("main")).ToContainTextAsync("gus@example.com");
        await visitor.ShouldFitAPhone();
        var mail = await App.Mail(m =>
            m.Headers["to"].Contains("gus@example.com", StringComparison.Ordinal) && m.Text.Contains("/join?", StringComparison.Ordinal)
        );
        var link = Regex.Match(mail.Text, @"/join\?code=\S+").Value;
        await visitor.Go(link);
        await visitor.ShouldBeAccessible();
        await visitor.ShouldFitAPhone();
        await visitor.Find("#password").FillAsync("a quiet morning walk");
        await visitor.Press("Enter");
        await visitor.Arrives("/login");
        await visitor.SignIn("gus@example.com", "a quiet morning walk");
        await visitor.Go("portal/orders");
        await Assertions.Expect(visitor.Find("main")).ToContainTextAsync("Walnut tray");
        // A link works once.
        await stranger.Go(link);
        await stranger.Find("#password").FillAsync("another quiet walk");
        await stranger.Press("Enter");
        await Assertions.Expect(stranger.Find(".notice.tone-danger")).ToBeVisibleAsync();

        // Another visitor finds no order there, and the address says no more than that.
        (await stranger.Page.Context.APIRequest.GetAsync("/checkout/orders/" + number)).Status.ShouldBe(404);
        var sara = await Browser.As(App.Sara);
        (await sara.Page.Context.APIRequest.GetAsync("/portal/orders/" + number)).Status.ShouldBe(404);
    }
}
