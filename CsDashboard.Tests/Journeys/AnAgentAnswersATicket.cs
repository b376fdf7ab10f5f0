using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class AnAgentAnswersATicket(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task A_ticket_goes_from_the_customer_to_the_agent_and_back_and_nobody_loads_a_page_again()
    {
        const string secret = "Between us: he is on the old tariff";
        var david = await Browser.As(App.David);
        var karim = await Browser.As(App.Karim);
        await karim.Remember();

        // The customer asks, with a picture of what is wrong.
        await david.Go("portal/tickets/new");
        await david.Find("#subject").FillAsync("The invoice of May is empty");
        await david.Find("#description").FillAsync("I opened it twice. Here is what I see.");
        var picture = await david.Page.ScreenshotAsync();
        await david
            .Find("#files input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "empty.png",
                    MimeType = "image/png",
                    Buffer = picture,
                }
            );
        await david.Sees("#files .upload-done").ToBeVisibleAsync();
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Send ticket" }).ClickAsync();
        await david.Arrives("/portal/tickets/[0-9a-f-]{36}$");
        await david.Sees(".said-own .file-image img").ToBeVisibleAsync();
        await david.Remember();

        // It stands in the agent's list by itself.
        var row = karim.Find(".inbox-row").Filter(new() { HasText = "The invoice of May is empty" });
        await Assertions.Expect(row).ToBeVisibleAsync();
        await karim.ShouldNotHaveReloaded();
        await row.Locator("a").ClickAsync();
        await Assertions.Expect(karim.Find("h1")).ToHaveTextAsync("The invoice of May is empty");
        await karim.Page.WaitForFunctionAsync("() => document.querySelector('.talk-in .file-image img')?.naturalWidth > 100");

        // Each sees the other type.
        await david.Find("#reply").PressSequentiallyAsync("One more");
        await karim.Sees(".presence").ToContainTextAsync("David is typing…");
        await david.Find("#reply").FillAsync("");
        await karim.Find("#reply").PressSequentiallyAsync("Thank you, ");
        await david.Sees(".typing").ToContainTextAsync("Karim is typing…");

        await karim.Find("#reply").PressSequentiallyAsync("the new one is under way.");
        await karim.Find("#pane-reply [data-send]").ClickAsync();
        await karim.Sees(".talk-out").ToContainTextAsync("Thank you, the new one is under way.");
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync("");
        await david.Sees(".said-other .said-text").ToHaveTextAsync("Thank you, the new one is under way.");

        await karim.Find("#tab-note").ClickAsync();
        await karim.Find("#note").FillAsync(secret);
        await karim.Find("#pane-note [data-send]").ClickAsync();
        await karim.Sees(".talk-note").ToContainTextAsync(secret);

        // What it is, is seen by both; that it changed, by the team; that it is solved, by both.
        await karim.Press("w");
        await karim.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Complaint" }).ClickAsync();
        await karim.Sees(".talk-moment >> nth=-1").ToContainTextAsync("Type: ");
        await david.Sees(".my-facts").ToContainTextAsync("Complaint");
        await karim.Find(".desk-facts [data-menu-button]").First.ClickAsync();
        await karim.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Resolved" }).ClickAsync();
        await david.Sees(".my-facts .badge >> nth=0").ToHaveTextAsync("Resolved");
        await david.Sees(".thread-line").ToContainTextAsync("Resolved");
        await karim.Sees(".talk-moment >> nth=-1").ToContainTextAsync("Resolved");

        // The toast says what it was, z takes it back, and that is said too; there is one at a time.
        await karim.Sees(".toast").ToContainTextAsync("resolved");
        await karim.Press("z");
        await karim.Sees(".toast").ToContainTextAsync("reopened");
        await Assertions.Expect(karim.Find(".toast")).ToHaveCountAsync(1);
        await david.Sees(".my-facts .badge >> nth=0").ToHaveTextAsync("With our team");
        await karim.Find(".desk-facts [data-menu-button]").First.ClickAsync();
        await karim.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Resolved" }).ClickAsync();
        await david.Sees(".my-facts .badge >> nth=0").ToHaveTextAsync("Resolved");
        await david.Sees(".thread-line >> nth=-1").ToContainTextAsync("Resolved");
        (await david.Page.ContentAsync()).ShouldNotContain(secret);
        await david.ShouldNotHaveReloaded();

        // The answer went out as a mail too, the note did not.
        var mail = await App.Mail(m =>
            m.Headers["to"].Contains("david@example.com", StringComparison.Ordinal)
            && m.Text.Contains("the new one is under way", StringComparison.Ordinal)
        );
        mail.Subject.ShouldContain("The invoice of May is empty");
        mail.Text.ShouldContain("/portal/tickets/");
        foreach (var file in Directory.GetFiles(Path.Combine(App.Database.Folder, "mail")))
            new ReadMail(await File.ReadAllTextAsync(file)).Text.ShouldNotContain(secret);

        // The customer is content, and the agent sees it.
        await david.Find(".feedback .star").Nth(4).ClickAsync();
        await david.Find(".feedback textarea").FillAsync("Quick and kind.");
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Send rating" }).ClickAsync();
        await Assertions.Expect(david.Find(".feedback")).ToContainTextAsync("You rated our help");
        await karim.Sees(".talk-feedback").ToContainTextAsync("Quick and kind.");
        await Assertions.Expect(karim.Find(".talk-feedback [role=img]")).ToHaveAttributeAsync("aria-label", "5 stars out of 5");
        await karim.ShouldNotHaveReloaded();
        await david.ShouldNotHaveReloaded();
        (await david.Page.ContentAsync()).ShouldNotContain(secret);
    }
}
