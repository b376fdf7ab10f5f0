using System.Net;
using Bunit;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Tests.Desk;
using CsDashboard.Web.Marketplace;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Paying by Stripe through its doors: the page that leads there and back, Stripe's call, and the page of its keys.</summary>
public sealed class StripePagesTests
{
    [Fact]
    public async Task A_buyer_is_led_to_Stripe_and_back_and_Stripe_calls()
    {
        await using var stub = await StubStripe.Start();
        await using var app = await TestApp.Start(settings: [("CsDashboard:Stripe:Url", stub.Url)]);
        await app.Get<ShopSettings>().Begin(app.Amina);
        await app.Get<StripeAccounts>()
            .Set(
                app.Amina,
                new()
                {
                    IsOn = true,
                    SecretKey = StubStripe.Key,
                    WebhookSecret = StubStripe.Secret,
                }
            );
        var mug = (await Shelf.Thing(app.Get<Products>(), app.Amina)).Product.Variants[0].Id;
        var (david, sara) = (await app.Browser(app.David), await app.Browser(app.Sara));
        var placed = await app.Get<Checkouts>().Place(app.David, app.David.Cart(), Till.Order(mug, pay: "credit_card"));

        var page = await david.GetStringAsync($"checkout/pay/{placed.Number}");
        page.ShouldContain("https://checkout.stripe.example/c/cs_1");
        page.ShouldNotContain("name=\"works\"");
        (await sara.GetAsync($"checkout/pay/{placed.Number}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var session = stub.Pay(stub.Sessions.Single());
        var back = new Uri((string)session["success_url"]!);
        back.PathAndQuery.ShouldStartWith("/checkout/back/");
        using (var came = await david.GetAsync(back.PathAndQuery.TrimStart('/')))
            came.Headers.Location!.ToString().ShouldBe($"/portal/orders/{placed.Number}");
        (await app.Get<OwnOrders>().Get(app.David, placed.Number)).Payment.ShouldBe(PaymentStatus.Paid);
        // Paid, the page leads on to the order.
        using (var again = await david.GetAsync($"checkout/pay/{placed.Number}"))
            again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Anonymous.GetAsync($"checkout/back/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var other = await app.Get<Checkouts>().Place(app.David, app.David.Cart(), Till.Order(mug, pay: "apple_pay"));
        await david.GetStringAsync($"checkout/pay/{other.Number}");
        var body = StubStripe.Event(
            "checkout.session.completed",
            stub.Pay(stub.Sessions.Single(s => (string?)s["client_reference_id"] == other.Number))
        );
        async Task<HttpResponseMessage> Call(string? signature, string company)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"hooks/stripe/{company}") { Content = new ByteArrayContent(body) };
            if (signature is not null)
                request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
            return await app.Anonymous.SendAsync(request);
        }
        var good = StubStripe.Sign(body, TimeProvider.System.GetUtcNow());
        foreach (var (signature, company) in new[] { (null, app.Nour), ("t=1,v1=00", app.Nour), (good, app.Other), (good, Guid.Empty) })
            await (await Call(signature, company.ToString())).ShouldBeProblem(400);
        await (await Call(good, app.Nour.ToString())).ShouldBe(200);
        await (await Call(good, app.Nour.ToString())).ShouldBe(200);
        var paid = await app.Get<OwnOrders>().Get(app.David, other.Number);
        (paid.Payment, paid.Payments.Count).ShouldBe((PaymentStatus.Paid, 1));
    }

    [Fact]
    public async Task A_visitor_pays_by_the_link_in_the_mail()
    {
        await using var stub = await StubStripe.Start();
        await using var app = await TestApp.Start(settings: [("CsDashboard:Stripe:Url", stub.Url)]);
        await app.Get<ShopSettings>().Begin(app.Amina);
        await app.Get<StripeAccounts>().Set(app.Amina, new() { IsOn = true, SecretKey = StubStripe.Key });
        var mug = (await Shelf.Thing(app.Get<Products>(), app.Amina)).Product.Variants[0].Id;
        var placed = await app.Get<Checkouts>()
            .Place(Actor.System(app.Nour), CartOwner.Guest(Guid.NewGuid()), Till.Order(mug, pay: "credit_card", email: "gus@example.test"));
        await app.Drain();
        var link = await app.Database.Ask("SELECT \"Link\" FROM \"Notifications\" WHERE \"Kind\" = 'order_placed'");
        var order = await app.Anonymous.GetStringAsync(link.TrimStart('/'));
        var pay = WebUtility.HtmlDecode(
            System.Text.RegularExpressions.Regex.Match(order, "href=\"(/checkout/pay/[^\"]+)\"").Groups[1].Value
        );
        (await app.Anonymous.GetStringAsync(pay.TrimStart('/'))).ShouldContain("https://checkout.stripe.example/c/cs_1");
        (await app.Anonymous.GetAsync($"checkout/pay/{placed.Number}?pass=nonsense")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var back = new Uri((string)stub.Pay(stub.Sessions.Single())["success_url"]!);
        using var came = await app.Anonymous.GetAsync(back.PathAndQuery.TrimStart('/'));
        came.Headers.Location!.ToString().ShouldBe(link);
        (await app.Anonymous.GetStringAsync(link.TrimStart('/'))).ShouldNotContain("/checkout/pay/");
    }

    [Fact]
    public async Task An_admin_gives_the_keys_tests_them_and_sees_none_of_them_again()
    {
        await using var stub = await StubStripe.Start();
        await using var house = await House.On(DatabaseKind.Sqlite, s => s.Configure<Settings>(x => x.Stripe.Url = stub.Url));
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<PaymentsPage>("/admin/shop/payments");
        page.WaitForElement("[data-hook]").TextContent.ShouldEndWith($"/hooks/stripe/{house.Nour}");
        await page.Find("#takes-stripe").ChangeAsync(true);
        await page.Find("#secretKey").ChangeAsync("pk_test_something");
        await page.Find("[data-part=stripe]").SubmitAsync();
        page.WaitForElement("#secretKey-error .field-error").TextContent.ShouldContain("sk_");
        await page.Find("#secretKey").ChangeAsync(StubStripe.Key);
        await page.Find("#webhookSecret").ChangeAsync(StubStripe.Secret);
        await page.Find("[data-part=stripe]").SubmitAsync();
        page.WaitForElement("[data-called]").TextContent.ShouldContain("hasn’t called yet");
        page.Find("#secretKey-hint").TextContent.ShouldContain("Nour");
        page.Markup.ShouldNotContain("canary");
        await page.FindAll("[data-part=stripe] .btn-row .btn")[1].ClickAsync();
        page.WaitForElement("[data-part=stripe] .tone-success").TextContent.ShouldContain("Nour Cards");
        (await house.Get<ShopSettings>().Get(house.Amina)).Terms.TakesStripe.ShouldBeTrue();
    }
}
