using CsDashboard.Desk.Ticketing;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class KeysAndPalette(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task The_list_the_ticket_and_both_boxes_are_reached_without_a_mouse()
    {
        var karim = await Arrive("Keys one", "Keys two", "Keys three");
        await karim.Press("j");
        await karim.Press("j");
        await karim.Press("k");
        await karim.Press("j");
        var second = await karim.Find("[data-row][data-selected]").GetAttributeAsync("data-row");
        (await karim.Find("[data-row]").Nth(1).GetAttributeAsync("data-row")).ShouldBe(second);

        // The router puts the focus on the heading of a page that has just come alive, be it after the first keys.
        await karim.Page.EvaluateAsync("() => { const heading = document.querySelector('h1'); heading.tabIndex = -1; heading.focus(); }");
        await karim.Press("Enter");
        await karim.Arrives($"/desk/tickets/{second}");
        await karim.Find("#reply").WaitForAsync();
        await karim.Press("r");
        await karim.ShouldStandIn("reply");
        await karim.Page.Keyboard.TypeAsync("jk?nre g i");
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync("jk?nre g i");
        await Assertions.Expect(karim.Find("dialog[open]")).ToHaveCountAsync(0);

        // Escape leaves the box, then the ticket, and the list is where it was.
        await karim.Press("Escape");
        await karim.Page.WaitForFunctionAsync("() => document.activeElement?.id !== 'reply'");
        await karim.Press("n");
        await karim.ShouldStandIn("note");
        await karim.Press("Escape");
        await karim.Page.WaitForFunctionAsync("() => document.activeElement?.id !== 'note'");
        await karim.Press("Escape");
        await karim.Arrives(@"/desk(\?.*)?$");
        await karim.Page.WaitForFunctionAsync("id => document.activeElement?.closest('[data-row]')?.dataset.row === id", second);
    }

    [Fact]
    public async Task Every_key_of_the_sheet_belongs_to_something_that_is_there()
    {
        var karim = await Arrive("Sheet one");
        await karim.Press("j");
        await karim.Press("Enter");
        await karim.Find("#reply").WaitForAsync();
        await karim.Press("?");
        var sheet = karim.Find("#shortcut-sheet[open]");
        await Assertions.Expect(sheet).ToContainTextAsync("Internal note");
        await Assertions.Expect(sheet).ToContainTextAsync("Resolve and open the next");
        (await sheet.Locator("[data-sheet-list] kbd").CountAsync()).ShouldBeGreaterThan(8);

        // Switched off, single keys are letters like others; the palette stays.
        await sheet.Locator("[data-keys-enabled]").ClickAsync();
        await karim.Press("Escape");
        await Assertions.Expect(sheet).Not.ToBeVisibleAsync();
        await karim.Press("r");
        await karim.Press("Control+k");
        await Assertions.Expect(karim.Find("#palette[open]")).ToBeVisibleAsync();
        (await karim.Page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("palette-input");
        await karim.Press("Escape");
        await karim.Press("?");
        await Assertions.Expect(karim.Find("#shortcut-sheet[open]")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_palette_finds_a_ticket_by_its_number_and_goes_there()
    {
        var ticket = await App.Ticket(App.David, "Found by its number");
        var karim = await Browser.As(App.Karim);
        await karim.Press("Control+k");
        await karim.Page.Keyboard.TypeAsync(ticket.Number);
        await karim.Find("#palette [role=option]").Filter(new() { HasText = "Found by its number" }).WaitForAsync();
        // The number is nobody else's: it is the first line.
        await Assertions.Expect(karim.Find("#palette [aria-selected=true]")).ToContainTextAsync("Found by its number");
        await karim.Press("Enter");
        await karim.Arrives($"/desk/tickets/{ticket.Id}");
        await karim.Sees("h1").ToHaveTextAsync("Found by its number");

        // A command of the page runs from it, too.
        await karim.Press("Control+k");
        await karim.Page.Keyboard.TypeAsync("internal note");
        await Assertions.Expect(karim.Find("#palette [aria-selected=true]")).ToContainTextAsync("Internal note");
        await karim.Press("Enter");
        await karim.ShouldStandIn("note");
    }

    [Fact]
    public async Task A_ticket_is_marked_unread_and_its_link_copied_by_one_key_and_settings_are_found()
    {
        var ticket = await App.Ticket(App.David, "Read and yet not done");
        var karim = await Browser.As(App.Karim);
        await karim.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await karim.Go($"desk/tickets/{ticket.Id}");
        await karim.Find("#reply").WaitForAsync();
        await karim.Press("Shift+Y");
        await Assertions.Expect(karim.Find(".ticket-line")).ToContainTextAsync("Link copied");
        (await karim.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldEndWith($"/desk/tickets/{ticket.Id}");
        await karim.Press("u");
        await karim.Arrives(@"/desk(\?.*)?$");
        await Assertions.Expect(karim.Find(".inbox-row.is-unread").Filter(new() { HasText = "Read and yet not done" })).ToBeVisibleAsync();
        await Assertions.Expect(karim.Find(".toast").First).ToContainTextAsync("marked as unread");

        await karim.Press("Control+k");
        await karim.Page.Keyboard.TypeAsync("passkeys");
        await karim.Find("#palette [role=option]").Filter(new() { HasText = "Passkeys" }).ClickAsync();
        await karim.Arrives("/account/security#passkeys$");
        await Assertions.Expect(karim.Find("#passkeys")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_and_palette_need_no_answer_of_the_server()
    {
        var karim = await Arrive("Offline one", "Offline two");
        foreach (var word in new[] { "ERR_INTERNET_DISCONNECTED", "WebSocket", "Failed to fetch", "Failed to load resource" })
            karim.Expect(word);
        await karim.Context.SetOfflineAsync(true);
        await karim.Press("j");
        await karim.Press("j");
        (await karim.Find("[data-row]").Nth(1).GetAttributeAsync("data-selected")).ShouldNotBeNull();
        await karim.Press("Control+k");
        await Assertions.Expect(karim.Find("#palette [role=option]")).Not.ToHaveCountAsync(0);
        await karim.Page.Keyboard.TypeAsync("calls");
        await Assertions.Expect(karim.Find("#palette [aria-selected=true]")).ToContainTextAsync("Calls");
        await karim.Press("Escape");
        await karim.Press("?");
        await Assertions.Expect(karim.Find("#shortcut-sheet[open]")).ToBeVisibleAsync();
        await karim.Press("Escape");
        await karim.Context.SetOfflineAsync(false);
        // And the page is alive again.
        await karim.Press("Enter");
        await karim.Arrives("/desk/tickets/");
        await karim.Find("#reply").WaitForAsync();
    }

    private async Task<Seat> Arrive(params string[] titles)
    {
        foreach (var title in titles)
            await App.Ticket(App.David, title);
        var karim = await Browser.As(App.Karim);
        await karim.Find(".inbox-row").Filter(new() { HasText = titles[^1] }).WaitForAsync();
        return karim;
    }
}
