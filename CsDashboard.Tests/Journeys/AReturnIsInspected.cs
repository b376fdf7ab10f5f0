using CsDashboard.Engagement.Loyalty;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Tests.Images;
using CsDashboard.Tests.Marketplace;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class AReturnIsInspected(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task A_customer_sends_back_with_a_photo_asks_about_it_and_gets_money_for_what_arrived_while_points_go_back()
    {
        var number = await Delivered();
        var earned = await Points(more: true, than: 0);
        var david = await Browser.As(App.David, Look.Phone);
        await david.Go($"portal/orders/{number}");
        await david.ShouldFitAPhone();
        await david.ShouldBeAccessible();
        await david.Page.GetByRole(AriaRole.Link, new() { Name = "Return items" }).ClickAsync();
        await david.Arrives($"/portal/orders/{number}/return$");
        await david.ShouldFitAPhone();
        await david.ShouldBeAccessible();
        await david.Find("#why").SelectOptionAsync("NoLongerNeeded");
        await david.Find("#more").FillAsync("They don’t fit the shelf.");
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Request return" }).ClickAsync();
        await david.Arrives("/portal/returns/RET-");
        await david
            .Find("#return-photo")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "shelf.png",
                    MimeType = "image/png",
                    Buffer = TestPictures.Png(21, 400, 300),
                }
            );
        await david.Sees("[data-list=photos] img").ToHaveCountAsync(1);
        await david.Page.WaitForFunctionAsync("() => document.querySelector('[data-list=photos] img').naturalWidth > 0");
        await david.ShouldFitAPhone();
        await david.ShouldBeAccessible();

        // A question about it carries the return, and the team does the rest beside the conversation.
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Ask about this" }).ClickAsync();
        await david.Arrives("/portal/tickets/new\\?card=");
        await david.Sees(".subject-card").ToContainTextAsync("RET-");
        await david.Find("#description").FillAsync("Where do I send them?");
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Send ticket" }).ClickAsync();
        await david.Arrives("/portal/tickets/[0-9a-f-]{36}$");
        var ticket = david.Page.Url[(david.Page.Url.LastIndexOf('/') + 1)..];

        var karim = await Browser.As(App.Karim);
        await karim.Go($"desk/tickets/{ticket}");
        var card = karim.Find("[data-goods=return]");
        await Assertions.Expect(card.Locator("[data-list=photos] img")).ToHaveCountAsync(1);
        await karim.Sees("[data-goods=order]").ToContainTextAsync(number);
        await karim.ShouldBeAccessible();
        await card.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await karim.Find("dialog[open] .btn-primary").ClickAsync();
        await Assertions.Expect(card).ToContainTextAsync("Approved");
        // Three were to come, and two are in the box.
        await card.GetByRole(AriaRole.Button, new() { Name = "Received" }).ClickAsync();
        await karim.Find("dialog[open] #got-0").FillAsync("2");
        await karim.ShouldBeAccessible();
        await karim.Find("dialog[open] .btn-primary").ClickAsync();
        await Assertions.Expect(card).ToContainTextAsync("2 received");
        await card.GetByRole(AriaRole.Button, new() { Name = "Refund" }).ClickAsync();
        await Assertions.Expect(karim.Find("dialog[open] #refund")).ToHaveValueAsync("20");
        await karim.Find("dialog[open] .btn-primary").ClickAsync();
        await Assertions.Expect(card).ToContainTextAsync("Refunded");
        await karim.Sees(".inbox-ticket").ToContainTextAsync("was refunded: 20 USD");

        await david.Go("portal/orders/" + number);
        await david.Sees("main").ToContainTextAsync("20 USD was refunded");
        // A point for each dollar of the two that came back.
        (await Points(more: false, than: earned)).ShouldBe(earned - 20);
    }

    // Three mugs of ten, paid by one who pays neither for sending nor tax, and arrived.
    private async Task<string> Delivered()
    {
        var shop = App.Get<ShopSettings>();
        await shop.SetWay(
            App.Amina,
            new ShippingMethodInput
            {
                Word = "standard",
                NameEn = "Standard",
                Price = 0,
                Days = 3,
            }
        );
        var mug = await Shelf.Thing(App.Get<Products>(), App.Amina, "Mug", 10);
        var placed = await App.Get<Checkouts>()
            .Place(App.David, CartOwner.Customer(App.David.CustomerId!.Value), Till.Order(mug.Product.Variants[0].Id, 3));
        await App.Get<OrderPayments>().MarkPaid(App.Karim, placed.Id);
        foreach (var step in new[] { OrderStatus.Processing, OrderStatus.Shipped, OrderStatus.Delivered })
            await App.Get<OwnOrders>().Move(App.Karim, placed.Id, step);
        return placed.Number;
    }

    // What the customer has ever earned, once it is more or less than it was.
    private async Task<long> Points(bool more, long than)
    {
        var points = await Steps.Sooner<object>(
            async () =>
                (await App.Get<Points>().Of(App.David, App.David.CustomerId!.Value)).Lifetime is var now && (more ? now > than : now < than)
                    ? (object)now
                    : null,
            "The points"
        );
        return Convert.ToInt64(points, System.Globalization.CultureInfo.InvariantCulture);
    }
}
