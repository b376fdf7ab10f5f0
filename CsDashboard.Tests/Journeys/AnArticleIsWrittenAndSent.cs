using CsDashboard.Desk.Conversation;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class AnArticleIsWrittenAndSent
{
    [Fact]
    public async Task An_admin_writes_it_in_both_languages_an_agent_puts_it_into_a_reply_and_a_customer_is_offered_it_on_a_phone()
    {
        await using var app = await TestApp.Start();
        await using var browser = new Browser(app);
        var amina = await browser.As(app.Amina);
        await amina.Go("admin/knowledge/new");
        await amina.Find("#title-en").FillAsync("Narwhal transfers");
        await amina.Find("#body-en").FillAsync("They take a day.");
        await amina.Find("#title-ar").FillAsync("حوالات كركدن البحر");
        await amina.Find("#body-ar").FillAsync("تستغرق يومًا.");
        await amina.Find("#category").SelectOptionAsync("orders");
        await amina.Find("#verifyBy").FillAsync("2030-05-01");
        await amina.Find("#verifyBy").PressAsync("Tab");
        // Who looks after it is found by typing.
        await amina.Find("#ownerId").FillAsync("kar");
        await amina.Find(".mud-popover-open .mud-list-item").Filter(new() { HasText = "Karim" }).ClickAsync();
        await amina.Sees("#ownerId").ToHaveValueAsync("Karim");
        await amina.ShouldBeAccessible();
        await amina.Page.SetViewportSizeAsync(390, 844);
        await amina.ShouldNotScrollSideways();
        await amina.Page.SetViewportSizeAsync(1280, 800);
        // Nothing of it is lost by a reload, what was chosen as little as what was typed.
        await Kept(app, "body-ar");
        await Kept(app, "settings");
        await amina.Page.ReloadAsync();
        await amina.Settle();
        await amina.Sees("#title-en").ToHaveValueAsync("Narwhal transfers");
        await amina.Sees("#category").ToHaveValueAsync("orders");
        await amina.Sees("#verifyBy").ToHaveValueAsync("2030-05-01");
        await amina.Sees("#ownerId").ToHaveValueAsync("Karim");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await amina.Arrives("/admin/knowledge/[0-9a-f-]{36}$");
        await app.Drain();

        var ticket = await app.Ticket(app.David, "Where is my transfer?");
        var karim = await browser.As(app.Karim);
        await karim.Go($"desk/tickets/{ticket.Id}");
        await karim.Find("#reply").ClickAsync();
        await karim.Page.Keyboard.TypeAsync("See ??narw");
        await karim.Find("#reply-articles [role=option]").Filter(new() { HasText = "Narwhal transfers" }).WaitForAsync();
        await karim.Press("Enter");
        await Assertions
            .Expect(karim.Find("#reply"))
            .ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^See Narwhal transfers: .*/help/narwhal-transfers $"));
        // And staff find it in the palette.
        await karim.Press("Control+k");
        await karim.Page.Keyboard.TypeAsync("narwhal");
        await karim.Find("#palette [role=option]").Filter(new() { HasText = "Narwhal transfers" }).ClickAsync();
        await karim.Arrives("/help/narwhal-transfers$");
        await karim.Sees("h1").ToContainTextAsync("Narwhal transfers");

        // On a phone the hints stand above the button that sends.
        var david = await browser.As(app.David, Look.Desktop with { Width = 390, Height = 844, Touch = true });
        await david.Go("portal/tickets/new");
        await david.Find("#subject").FillAsync("narwhal transfers");
        await david.Find("#subject").PressAsync("Tab");
        var hint = david.Find(".hints-side a").Filter(new() { HasText = "Narwhal transfers" });
        await hint.WaitForAsync();
        (await hint.BoundingBoxAsync())!.Y.ShouldBeLessThan((await david.Find("[data-send]").BoundingBoxAsync())!.Y);
        await david.ShouldNotScrollSideways();
        await david.ShouldBeAccessible();
        browser.ShouldBeQuiet();
    }

    private static async Task Kept(TestApp app, string part)
    {
        for (var i = 0; i < 200 && await app.Get<Drafts>().Get(app.Amina, BoxKey.Article(null, part)) is null; i++)
            await Task.Delay(50);
    }
}
