using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class NothingTypedIsLost(TestApp app) : BrowserTests(app)
{
    private const string Saved = "[data-draft-state=reply][data-state=saved]";

    [Fact]
    public async Task A_draft_is_there_after_a_reload_and_on_another_device()
    {
        var ticket = await App.Ticket(App.David, "A draft to keep");
        var karim = await Browser.As(App.Karim);
        await karim.Go($"desk/tickets/{ticket.Id}");
        await karim.Find("#reply").FillAsync("Half a sen");
        await karim.Page.ReloadAsync();
        await karim.Settle();
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync("Half a sen");
        await karim.Find("#reply").PressSequentiallyAsync("tence");
        await karim.Find(Saved).WaitForAsync();

        var elsewhere = await Browser.As(App.Karim);
        await elsewhere.Go($"desk/tickets/{ticket.Id}");
        await Assertions.Expect(elsewhere.Find("#reply")).ToHaveValueAsync("Half a sentence");
        // A colleague has drafts of her own.
        var lena = await Browser.As(App.Lena);
        await lena.Go($"desk/tickets/{ticket.Id}");
        await Assertions.Expect(lena.Find("#reply")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_draft_that_reaches_the_server_while_the_page_becomes_live_stays_in_the_box_and_so_does_the_writer()
    {
        var ticket = await App.Ticket(App.David, "A slow start");
        var karim = await Browser.As(App.Karim);
        await karim.Go($"desk/tickets/{ticket.Id}");
        karim.Expect("ERR_FAILED");
        await karim.Page.RouteAsync("**/app/drafts/**", route => route.AbortAsync());
        await karim.Find("#reply").FillAsync("Kept in this browser alone");
        await karim.Find("[data-draft-state=reply][data-state=kept]").WaitForAsync();
        await karim.Page.UnrouteAsync("**/app/drafts/**");

        var live = new TaskCompletionSource();
        await karim.Page.RouteAsync(
            "**/_blazor/**",
            async route =>
            {
                await live.Task;
                await route.ContinueAsync();
            }
        );
        await karim.Page.ReloadAsync();
        await karim.Find("#reply").FocusAsync();
        await karim.Find(Saved).WaitForAsync();
        await karim.Press("End");
        await karim.Page.EvaluateAsync("document.getElementById('reply').first = true");
        live.SetResult();
        await karim.Settle();
        (await karim.Page.EvaluateAsync<bool>("document.getElementById('reply').first === true")).ShouldBeFalse(
            "The box was not drawn again, so this test tests nothing."
        );
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync("Kept in this browser alone");
        await karim.Page.Keyboard.TypeAsync(", and on");
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync("Kept in this browser alone, and on");
    }

    [Fact]
    public async Task Twenty_thousand_Arabic_letters_are_pasted_kept_and_sent()
    {
        var text = string.Concat(Enumerable.Repeat("هذا نص طويل جدا ", 1300))[..20_000].Trim();
        var ticket = await App.Ticket(App.David, "A long answer");
        var karim = await Browser.As(App.Karim);
        await karim.Go($"desk/tickets/{ticket.Id}");
        await karim.Find("#reply").FocusAsync();
        await karim.Page.Keyboard.InsertTextAsync(text);
        await karim.Find(Saved).WaitForAsync();
        await karim.Page.ReloadAsync();
        await karim.Settle();
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync(text);
        await karim.Find("#pane-reply [data-send]").ClickAsync();
        await Assertions.Expect(karim.Find(".talk-out")).ToHaveCountAsync(1);
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync("");
        (await Said(ticket)).ShouldBe([text]);
    }

    [Fact]
    public async Task What_was_sent_is_in_no_box_that_is_opened_after_it_however_slow_the_drafts_are()
    {
        var ticket = await App.Ticket(App.David, "Sent over a slow line");
        var karim = await Browser.As(App.Karim);
        await karim.Go($"desk/tickets/{ticket.Id}");
        // The last draft is still on its way when the text is sent, and the box is emptied long after.
        await karim.Page.RouteAsync(
            "**/app/drafts/**",
            async route =>
            {
                await Task.Delay(route.Request.Method == "DELETE" ? 20_000 : 800);
                try
                {
                    await route.ContinueAsync();
                }
                catch (PlaywrightException)
                { /* the window was closed meanwhile */
                }
            }
        );
        var saving = karim.Page.WaitForRequestAsync(request =>
            request.Url.Contains("/app/drafts/", StringComparison.Ordinal) && request.Method == "PUT"
        );
        await karim.Find("#reply").FillAsync("Said and done");
        await saving;
        await karim.Find("#pane-reply [data-send]").ClickAsync();
        await karim.Sees(".talk-out").ToContainTextAsync("Said and done");

        var elsewhere = await Browser.As(App.Karim);
        await elsewhere.Go($"desk/tickets/{ticket.Id}");
        await elsewhere.Sees(".talk-out").ToContainTextAsync("Said and done");
        await Assertions.Expect(elsewhere.Find("#reply")).ToHaveValueAsync("");
        (await App.Get<Drafts>().Get(App.Karim, BoxKey.Reply(ticket.Id))).ShouldBeNull();
    }

    [Fact]
    public async Task A_click_too_many_sends_once()
    {
        var ticket = await App.Ticket(App.David, "Clicked twice");
        var karim = await Browser.As(App.Karim);
        await karim.Go($"desk/tickets/{ticket.Id}");
        await karim.Find("#reply").FillAsync("Only once");
        await karim.Find("#pane-reply [data-send]").DblClickAsync();
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync("");
        await Assertions.Expect(karim.Find(".talk-out")).ToHaveCountAsync(1);

        var david = await Browser.As(App.David);
        await david.Go($"portal/tickets/{ticket.Id}");
        await david.Find("#reply").FillAsync("And mine once");
        await david.Find("form.reply [data-send]").DblClickAsync();
        await Assertions.Expect(david.Find("#reply")).ToHaveValueAsync("");
        await Assertions.Expect(david.Find(".said-own")).ToHaveCountAsync(2);
        (await Said(ticket)).ShouldBe(["Only once", "And mine once"]);
    }

    [Fact]
    public async Task Who_types_while_the_customer_writes_is_told_before_the_answer_goes_out()
    {
        var ticket = await App.Ticket(App.David, "Written at the same time");
        var karim = await Browser.As(App.Karim);
        await karim.Go($"desk/tickets/{ticket.Id}");
        await karim.Find("#reply").FillAsync("We will send it tomorrow");
        await App.Get<Tickets>().Reply(App.David, ticket.Id, new NewMessage { Body = "Never mind, I found it" });
        await karim.Sees(".composer-newer").ToContainTextAsync("David wrote while you were typing");

        await karim.Find("#pane-reply [data-send]").ClickAsync();
        var question = karim.Find("dialog[open]").Filter(new() { HasText = "Never mind, I found it" });
        await Assertions.Expect(question).ToBeVisibleAsync();
        await Assertions.Expect(karim.Find(".talk-out")).ToHaveCountAsync(0);
        await question.GetByRole(AriaRole.Button, new() { Name = "Read first" }).ClickAsync();
        await Assertions.Expect(question).Not.ToBeVisibleAsync();
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync("We will send it tomorrow");

        await karim.Find("#reply").FillAsync("Glad to hear");
        await karim.Find("#pane-reply [data-send]").ClickAsync();
        await karim.Sees(".talk-out").ToContainTextAsync("Glad to hear");
    }

    [Fact]
    public async Task A_new_ticket_keeps_what_was_chosen_and_its_files_over_a_change_of_language_a_reload_and_on_another_device()
    {
        var david = await Browser.As(App.David);
        await david.Go("portal/tickets/new");
        await david.ShouldStandIn("subject");
        await david.Page.Keyboard.TypeAsync("The invoice of May is wrong");
        await david.Find("#type").SelectOptionAsync("complaint");
        await david.Find("#category").SelectOptionAsync("bug");
        await david.Find("#description").FillAsync("Here it is.");
        await david
            .Find("#files input[type=file]")
            .SetInputFilesAsync([
                new FilePayload
                {
                    Name = "invoice.txt",
                    MimeType = "text/plain",
                    Buffer = "May"u8.ToArray(),
                },
                new FilePayload
                {
                    Name = "other.txt",
                    MimeType = "text/plain",
                    Buffer = "June"u8.ToArray(),
                },
            ]);
        await Assertions.Expect(david.Find("#files .upload-done")).ToHaveCountAsync(2);
        await david.Find("#files .upload").Filter(new() { HasText = "other.txt" }).Locator(".chip-x").ClickAsync();
        await david.Find("#priority").SelectOptionAsync("high");
        async Task Kept(Seat seat)
        {
            foreach (
                var (id, value) in new[]
                {
                    ("subject", "The invoice of May is wrong"),
                    ("description", "Here it is."),
                    ("type", "complaint"),
                    ("category", "bug"),
                    ("priority", "high"),
                }
            )
                await Assertions.Expect(seat.Find("#" + id)).ToHaveValueAsync(value);
            await Assertions.Expect(seat.Find("#files .upload-done .upload-name")).ToHaveTextAsync(["invoice.txt"]);
        }
        await david.Page.ReloadAsync();
        await david.Settle();
        await Kept(david);
        foreach (var language in new[] { "ar", "en" })
        {
            await david.Page.EvaluateAsync("document.querySelector('[data-language]').click()");
            await david.Sees("html").ToHaveAttributeAsync("lang", language);
            await david.Settle();
            await Kept(david);
        }
        var elsewhere = await Browser.As(App.David);
        await elsewhere.Go("portal/tickets/new");
        await Kept(elsewhere);

        await elsewhere.Find("[data-send]").ClickAsync();
        await elsewhere.Arrives("/portal/tickets/[0-9a-f-]{36}$");
        var ticket = (await App.Get<TicketLists>().List(App.David, new TicketFilter { Sort = "created" })).Items[0];
        (ticket.Type, ticket.Category, ticket.Priority).ShouldBe((TicketType.Complaint, TicketCategory.Bug, TicketPriority.High));
        (await App.Get<TicketLists>().Get(App.David, ticket.Id)).Files.Select(f => f.OriginalName).ShouldBe(["invoice.txt"]);
        // The next one begins with nothing of it.
        await elsewhere.Go("portal/tickets/new");
        await Assertions.Expect(elsewhere.Find("#priority")).ToHaveValueAsync("medium");
        await Assertions.Expect(elsewhere.Find("#files .upload")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_chosen_while_the_server_is_away_is_kept_as_well_and_so_are_the_files_of_an_answer()
    {
        await using var own = await TestApp.Start();
        await using var browser = new Browser(own);
        var ticket = await own.Ticket(own.David, "With a file");
        var karim = await browser.As(own.Karim);
        await karim.Go($"desk/tickets/{ticket.Id}");
        await karim
            .Find("#reply-files input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "terms.txt",
                    MimeType = "text/plain",
                    Buffer = "Terms"u8.ToArray(),
                }
            );
        await karim.Sees("#reply-files .upload-done").ToBeVisibleAsync();
        var david = await browser.As(own.David);
        foreach (var seat in new[] { karim, david })
        foreach (
            var word in new[]
            {
                "ERR_CONNECTION_REFUSED",
                "ERR_CONNECTION_RESET",
                "WebSocket",
                "Failed to load resource",
                "Failed to fetch",
            }
        )
            seat.Expect(word);
        await david.Go("portal/tickets/new");
        await david.Find("#subject").FillAsync("Chosen without a server");
        await own.Stop();
        await david.Find("#connection[data-state=lost]").WaitForAsync();
        await david.Find("#priority").SelectOptionAsync("urgent");
        await david.Remember();
        own.StartAgain();
        await david.Page.WaitForFunctionAsync(
            "() => window.sameAsBefore === undefined && document.documentElement.dataset.started === ''",
            null,
            new() { Timeout = 60_000 }
        );
        await david.Settle();
        await Assertions.Expect(david.Find("#priority")).ToHaveValueAsync("urgent");
        await karim.Go($"desk/tickets/{ticket.Id}");
        await Assertions.Expect(karim.Find("#reply-files .upload-done .upload-name")).ToHaveTextAsync("terms.txt");
        browser.ShouldBeQuiet();
    }

    [Fact]
    public async Task The_server_goes_away_and_comes_back_and_the_writer_writes_on()
    {
        await using var own = await TestApp.Start();
        await using var browser = new Browser(own);
        var ticket = await own.Ticket(own.David, "Written through a restart");
        var karim = await browser.As(own.Karim);
        // While the server is away the browser itself says so on the console.
        karim.Expect("ERR_CONNECTION_REFUSED");
        karim.Expect("ERR_CONNECTION_RESET");
        karim.Expect("WebSocket");
        karim.Expect("Failed to load resource");
        karim.Expect("Failed to fetch");
        await karim.Go($"desk/tickets/{ticket.Id}");
        await karim.Find("#reply").PressSequentiallyAsync("Before the restart, ");
        await karim.Remember();

        await own.Stop();
        await karim.Find("#connection[data-state=lost]").WaitForAsync();
        await Assertions.Expect(karim.Find("#connection")).ToContainTextAsync("Your text is saved");
        await karim.Find("#reply").PressSequentiallyAsync("during it.");
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync("Before the restart, during it.");

        own.StartAgain();
        await karim.Page.WaitForFunctionAsync(
            "() => window.sameAsBefore === undefined && document.documentElement.dataset.started === ''",
            null,
            new() { Timeout = 60_000 }
        );
        await karim.Settle();
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync("Before the restart, during it.");
        await karim.Find("#pane-reply [data-send]").ClickAsync();
        await karim.Sees(".talk-out").ToContainTextAsync("Before the restart, during it.");
        browser.ShouldBeQuiet();
    }

    // What was said after the first message.
    private async Task<IEnumerable<string>> Said(TicketDetail ticket) =>
        (await App.Get<TicketLists>().Get(App.Karim, ticket.Id)).Messages.Skip(1).Select(m => m.Body);
}
