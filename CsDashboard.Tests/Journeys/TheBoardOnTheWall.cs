using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class TheBoardOnTheWall
{
    [Fact]
    public async Task The_dashboard_fills_a_screen_pauses_and_prints_without_a_menu_and_every_page_says_that_it_is_a_test()
    {
        await using var app = await TestApp.Start(settings: [("CsDashboard:Test", "true")]);
        await using var browser = new Browser(app);
        var visitor = await browser.Anyone(name: "Visitor");
        foreach (var page in new[] { "login", "help", "register" })
        {
            await visitor.Go(page);
            await visitor.Sees(".brand-test").ToHaveTextAsync("Test");
        }
        var sara = await browser.As(app.Sara);
        await sara.Sees(".brand-test").ToBeVisibleAsync();
        var amina = await browser.As(app.Amina);
        await amina.Go("admin?days=30");
        await amina.Sees(".brand-test").ToBeVisibleAsync();

        // Paused, it says since when; resumed, it is live again.
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Pause updates" }).ClickAsync();
        await amina.Sees("main").ToContainTextAsync("Paused · as of");
        await amina.ShouldBeAccessible();
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Resume updates" }).ClickAsync();
        await amina.Sees("main").ToContainTextAsync("Live · updated");

        // The view is in the address, with its period.
        await amina.Press("w");
        await amina.Arrives("/admin\\?days=30&kiosk=1$");
        await amina.Sees(".rail").ToBeHiddenAsync();
        await amina.ShouldBeAccessible();
        await amina.Page.ReloadAsync();
        await amina.Settle();
        await amina.Sees(".rail").ToBeHiddenAsync();
        await amina.Press("w");
        await amina.Arrives("/admin\\?days=30$");
        await amina.Sees(".rail").ToBeVisibleAsync();

        await amina.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await amina.Sees(".rail").ToBeHiddenAsync();
        browser.ShouldBeQuiet();
    }
}
