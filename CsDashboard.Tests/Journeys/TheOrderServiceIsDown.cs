using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class TheOrderServiceIsDown
{
    private const string Answer = """
        {"summary":{"totalOrders":1,"totalOrderValue":120.5,"averageOrderValue":120.5,"lastOrderDate":"2026-02-11T08:30:00Z"},"statusBreakdown":{"Shipped":1},
        "recentOrders":[{"orderId":"S-77","orderDate":"2026-02-11T08:30:00Z","orderStatus":"Shipped","totalAmount":120.5,"itemCount":1,"items":[{"name":"Lamp"}]}]}
        """;

    // contract: crm, Outside services: calls degrade gracefully.
    [Fact]
    public async Task And_the_record_is_of_use_until_it_is_there_again()
    {
        var up = false;
        await using var shop = await LocalServer.Start(http =>
        {
            if (Volatile.Read(ref up))
                return http.Response.WriteAsync(Answer);
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using var app = await TestApp.Start(settings: [("CsDashboard:Orders:Url", shop.Url + "/of/{customer}")]);
        await using var browser = new Browser(app);
        var karim = await browser.As(app.Karim);
        var record = "desk/customers/" + (await app.Get<CsDashboard.Customers.CustomerRecords>().Me(app.Sara)).PublicId;
        await karim.Go(record + "?tab=orders");
        await karim.Sees("#orders .notice").ToContainTextAsync("isn’t responding");
        await karim.ShouldBeAccessible();
        // All else is there, and can be changed.
        await karim.Go(record + "?tab=tickets");
        await Assertions.Expect(karim.Find("#complaints")).ToContainTextAsync("No complaints");
        await karim.Go(record + "?tab=profile");
        await karim.Find(".record-fact").Filter(new() { HasText = "Edit Company:" }).ClickAsync();
        await karim.Find(".record-edit input").FillAsync("Haddad & Co");
        await karim.Press("Enter");
        await Assertions.Expect(karim.Find(".record-fact").Filter(new() { HasText = "Haddad & Co" })).ToBeVisibleAsync();

        await karim.Go(record + "?tab=orders");
        await karim.Sees("#orders .notice").ToBeVisibleAsync();
        Volatile.Write(ref up, true);
        // It may be left alone for a quarter of a minute first.
        for (var i = 0; i < 12 && await karim.Find("#orders .notice").IsVisibleAsync(); i++)
        {
            // The page may have asked by itself meanwhile: then the button is gone.
            await karim.Page.EvaluateAsync("document.querySelector('#orders .notice button')?.click()");
            await Task.Delay(2_000);
        }
        await karim.Sees("#orders table").ToContainTextAsync("S-77");
        browser.ShouldBeQuiet();
    }
}
