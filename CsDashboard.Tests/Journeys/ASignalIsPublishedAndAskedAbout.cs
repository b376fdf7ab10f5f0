using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class ASignalIsPublishedAndAskedAbout(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task An_admin_publishes_and_the_open_page_shows_it_and_the_customer_asks_and_is_answered()
    {
        var amina = await Browser.As(App.Amina);
        var david = await Browser.As(App.David);
        var karim = await Browser.As(App.Karim);
        await karim.Go("desk");
        await karim.Remember();
        await david.Go("portal/signals");
        await david.Sees(".empty-title").ToHaveTextAsync("No signals yet");
        await david.Remember();

        // The card and its score come about while the admin types.
        await amina.Go("admin/signals?tab=new");
        await amina.Sees("#signal-preview").ToContainTextAsync("preview the card");
        await amina.Find("#signal-pair").FillAsync("btc/usd");
        await amina.Find("#signal-entry").FillAsync("45,000");
        await amina.Find("#signal-stop").FillAsync("46000");
        await amina.Find("#signal-target").FillAsync("٤٧٠٠٠");
        await amina.Find("#signal-form button[type=submit]").ClickAsync();
        // It could be read in two ways, so it is not read at all.
        await amina.Sees("#signal-entry-error").ToContainTextAsync("45000");
        await amina.Find("#signal-entry").FillAsync("45000");
        await amina.Find("#signal-form button[type=submit]").ClickAsync();
        await amina.Sees("#signal-stop-error").ToContainTextAsync("below the entry");
        await amina.Find("#signal-stop").FillAsync("44000");
        await amina.Find("#signal-rsi").FillAsync("35");
        await amina.Find("#signal-macd").FillAsync("0.5");
        await amina.Sees("#signal-preview .signal-score li:last-child").ToContainTextAsync("75");
        await amina.Sees("#signal-preview .signal-score").ToContainTextAsync("Reward is 2× the risk: above 1.5");
        await amina.Find("#signal-form button[type=submit]").ClickAsync();
        await amina.Sees("dialog[open]").ToContainTextAsync("Customers who see it right away: 2");
        await amina.Sees("dialog[open]").ToContainTextAsync("can’t be undone");
        await amina.ShouldBeAccessible();
        await amina.Find("dialog[open] .btn-primary").ClickAsync();
        await amina.Arrives("/admin/signals\\?tab=published$");

        // The customer's page was open all the time.
        var card = david.Find("[data-list=signals] [data-row='1']");
        await Assertions.Expect(card).ToBeVisibleAsync();
        await Assertions.Expect(card.Locator(".signal-side")).ToHaveTextAsync("Buy");
        await Assertions.Expect(card).ToContainTextAsync("45,000");
        await david.ShouldBeAccessible();

        // What happens to it is there without a reload, too.
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Entry reached" }).ClickAsync();
        await amina.Find("dialog[open] .btn-primary").ClickAsync();
        await Assertions.Expect(card.Locator(".badge").First).ToHaveTextAsync("Running");
        await david.ShouldNotHaveReloaded();

        await card.GetByRole(AriaRole.Button).ClickAsync();
        await david.Arrives("/portal/tickets/new\\?card=[0-9a-f-]{36}$");
        await david.Sees(".subject-card").ToContainTextAsync("#1 BTC/USD");
        await Assertions.Expect(david.Find("#subject")).ToHaveValueAsync("Question about #1 BTC/USD");
        await david.Find("#description").FillAsync("Is the entry still good?");
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Send ticket" }).ClickAsync();
        await david.Arrives("/portal/tickets/[0-9a-f-]{36}$");
        await david.Sees(".subject-card").ToContainTextAsync("44000");
        await david.Remember();

        // The card stays what it was, whatever the signal does.
        await amina.Find("[data-row='1'] [data-menu-button]").ClickAsync();
        await amina.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Close", Exact = true }).ClickAsync();
        await amina.Find("#step-price").FillAsync("46000");
        await amina.Find("dialog[open] .btn-primary").ClickAsync();
        await amina.Sees("[data-row='1'] .badge >> nth=0").ToContainTextAsync("+1.0 R");

        var row = karim.Find(".inbox-row").Filter(new() { HasText = "Question about #1 BTC/USD" });
        await Assertions.Expect(row).ToBeVisibleAsync();
        await row.Locator("a").ClickAsync();
        await karim.Sees(".subject-card").ToContainTextAsync("Running");
        await karim.Sees(".subject-card").ToContainTextAsync("as shown to the customer on");
        await karim.ShouldBeAccessible();
        await karim.Find("#reply").FillAsync("It was, and it has been closed with a gain.");
        await karim.Find("#pane-reply [data-send]").ClickAsync();
        await david.Sees(".said-other .said-text").ToHaveTextAsync("It was, and it has been closed with a gain.");
        await david.ShouldNotHaveReloaded();

        // And whoever doubts it recomputes it.
        await david.Go("portal/signals/record");
        await david.Sees(".record-sample").ToContainTextAsync("Sample size: 1 signal");
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await david.Sees(".notice.tone-success").ToContainTextAsync("The record is intact: 3 events were recomputed.");
        var download = await david.Page.RunAndWaitForDownloadAsync(() =>
            david.Page.GetByRole(AriaRole.Link, new() { Name = "Download the record" }).ClickAsync()
        );
        (await File.ReadAllLinesAsync(await download.PathAsync())).Length.ShouldBe(3);
    }
}
