using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Signals;
using CsDashboard.Tests.Marketplace;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class AccessIsBought(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task A_customer_buys_a_membership_sees_signals_without_delay_and_with_it_again_once_it_is_refunded()
    {
        await App.Get<SignalAccess>().Set(App.Amina, new Dictionary<string, int> { ["standard"] = 30 });
        await App.Get<ShopSettings>().Begin(App.Amina);
        await App.Get<ShopSettings>().Set(App.Amina, new ShopTermsInput { TakesTest = true });
        await Shelf.Thing(
            App.Get<Products>(),
            App.Amina,
            "Signals one month",
            49,
            with: input =>
            {
                (input.Kind, input.Tier, input.AccessDays) = (GoodsKind.Access, "pro", 30);
                input.Variants[0].Stock = null;
            }
        );
        var david = await Browser.As(App.David);
        await david.Go("portal/signals");
        await david.Sees("main").ToContainTextAsync("sees signals 30m after");
        await david.Go("shop/p/signals-one-month");
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await david.Arrives("/cart$");
        await david.Go("checkout");
        await david.Find("[name='Input.PaymentMethod'][value=credit_card]").CheckAsync();
        await david.Find("button[value=place]").ClickAsync();
        await david.Arrives("/checkout/pay/ORD-");
        await david.ShouldBeAccessible();
        await david.Find("button[value=true]").ClickAsync();
        await david.Arrives("/portal/orders/ORD-");
        await david.Sees("[data-status]").ToHaveAttributeAsync("data-status", "delivered");
        var order = new Uri(david.Page.Url).AbsolutePath.TrimStart('/');

        await david.Go("portal/access");
        await david.Sees("[data-list=access] li").ToContainTextAsync("Pro");
        await david.ShouldBeAccessible();
        await david.Go("portal/signals");
        await david.Sees("main").Not.ToContainTextAsync("sees signals 30m after");

        // It was a mistake: the customer asks about the order, and the team gives the line back from the ticket.
        await david.Go(order);
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Ask about this" }).ClickAsync();
        await david.Arrives("/portal/tickets/new\\?card=");
        await david.Sees(".subject-card").ToContainTextAsync("Signals one month");
        await david.Find("#description").FillAsync("I bought the wrong month.");
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Send ticket" }).ClickAsync();
        await david.Arrives("/portal/tickets/[0-9a-f-]{36}$");
        var ticket = david.Page.Url[(david.Page.Url.LastIndexOf('/') + 1)..];
        var karim = await Browser.As(App.Karim);
        await karim.Go($"desk/tickets/{ticket}");
        await karim.Find("[data-goods=order]").GetByRole(AriaRole.Button, new() { Name = "Refund" }).ClickAsync();
        await karim.ShouldBeAccessible();
        await karim.Find("dialog[open] .btn-primary").ClickAsync();
        await karim.Sees("[data-goods=order] [data-payment]").ToHaveAttributeAsync("data-payment", "refunded");
        await karim.Sees(".inbox-ticket").ToContainTextAsync("refunded for “Signals one month”");

        await david.Go("portal/access");
        await david.Sees("[data-list=access] .badge").Not.ToContainTextAsync("Active");
        await david.Go("portal/signals");
        await david.Sees("main").ToContainTextAsync("sees signals 30m after");
    }
}
