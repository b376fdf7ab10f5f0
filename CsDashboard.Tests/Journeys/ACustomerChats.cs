using CsDashboard.Desk;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Sla;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

/// <summary>
/// Live chat in two browsers: from the queue to an answer, through a lost line, to the rating; and another that becomes a ticket.
/// </summary>
public sealed class ACustomerChats(TestApp app) : BrowserTests(app)
{
    private Task AlwaysOpen() =>
        App.Get<Chats>()
            .Set(
                App.Amina,
                ChatSettings.Usual with
                {
                    Hours = new BusinessHours(
                        "UTC",
                        [.. Enum.GetValues<DayOfWeek>().Select(d => new WorkingDay(d, new(0, 0), new(0, 0)))],
                        []
                    ),
                }
            );

    [Fact]
    public async Task A_customer_and_an_agent_talk_and_a_lost_line_doubles_nothing()
    {
        await AlwaysOpen();
        var karim = await Browser.As(App.Karim);
        await karim.Go("desk/chat");
        await karim.Remember();
        var david = await Browser.As(App.David);
        await david.Go("portal/chat");
        await david.Remember();
        await david.Find(".chat-category").Nth(1).ClickAsync();
        await david.Find(".chat-form .pill").First.ClickAsync();
        await david.ShouldBeAccessible();
        await david.Find("#chat-message").FillAsync("It was to come yesterday.");
        await david.Find("#chat-message").PressAsync("Enter");
        await david.Sees(".chat-wait").ToContainTextAsync("You’re next.");

        // It stands in the queue by itself, and is taken with one click.
        var waiting = karim.Find(".chat-line").Filter(new() { HasText = "David" });
        await Assertions.Expect(waiting).ToBeVisibleAsync();
        await waiting.GetByRole(AriaRole.Button, new() { Name = "Take" }).ClickAsync();
        await david.Sees(".page-subtitle").ToHaveTextAsync("You’re chatting with Karim");
        await Assertions.Expect(karim.Find(".talk-in")).ToContainTextAsync("It was to come yesterday.");

        // Each sees the other type, and what the other has seen.
        await karim.Find("#reply").PressSequentiallyAsync("Let me look");
        await david.Sees(".typing").ToContainTextAsync("Karim is typing…");
        await karim.Find("#reply").PressAsync("Enter");
        await david.Sees(".said-other .said-text").ToHaveTextAsync("Let me look");
        await david.Sees(".typing").ToBeEmptyAsync();
        await karim.Sees(".chat-seen").ToHaveTextAsync("Seen by the customer");
        foreach (var seat in new[] { david, karim })
        {
            await seat.ShouldBeAccessible();
            await seat.Page.SetViewportSizeAsync(390, 844);
            await seat.ShouldNotScrollSideways();
            await seat.ShouldBeAccessible();
            await seat.Page.SetViewportSizeAsync(1280, 800);
        }

        // A second tab is in the same chat.
        var tab = await david.Tab("portal/chat");
        await Assertions.Expect(tab.Locator(".said-other .said-text")).ToHaveTextAsync("Let me look");

        // The line is lost while something is written; it arrives once, when the line is back.
        await david.Context.SetOfflineAsync(true);
        foreach (
            var seat in new[] { "ERR_INTERNET_DISCONNECTED", "WebSocket", "Connection disconnected", "Failed to", "blazor", "negotiat" }
        )
            david.Expect(seat);
        await david.Find("#reply").FillAsync("The number is 4711.");
        await david.Find("#reply").PressAsync("Enter");
        await david.Context.SetOfflineAsync(false);
        await Assertions.Expect(david.Find("#reply")).ToHaveValueAsync("The number is 4711.", new() { Timeout = 5_000 });
        await Steps.Sooner(
            async () =>
            {
                if (await karim.Find(".talk-in").Filter(new() { HasText = "4711" }).CountAsync() > 0)
                    return "there";
                await david.Settle();
                if (await david.Find("#reply").InputValueAsync() is { Length: > 0 })
                    await david.Find("#reply").PressAsync("Enter");
                return null;
            },
            "The message"
        );
        await Assertions.Expect(karim.Find(".talk-in").Filter(new() { HasText = "4711" })).ToHaveCountAsync(1);
        // A tab behind others takes its time; it is looked at.
        await tab.BringToFrontAsync();
        await Assertions.Expect(tab.Locator(".said-own").Filter(new() { HasText = "4711" })).ToHaveCountAsync(1);
        (await App.Get<Chats>().Board(App.Karim)).Mine.ShouldHaveSingleItem();

        // The customer ends it and says how it was.
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "End chat" }).First.ClickAsync();
        await david.Find("dialog .star").Nth(4).ClickAsync();
        await david.Find("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "End chat" }).ClickAsync();
        await david.Sees(".chat-over").ToContainTextAsync("You rated our help");
        await david.ShouldBeAccessible();
        await Assertions.Expect(karim.Find(".talk-feedback [role=img]")).ToHaveAttributeAsync("aria-label", "5 stars out of 5");
        await Assertions.Expect(tab.Locator(".chat-over")).ToContainTextAsync("You rated our help");
        await karim.ShouldNotHaveReloaded();
    }

    [Fact]
    public async Task A_chat_goes_on_as_a_ticket_with_one_click()
    {
        const string secret = "Between us: he is on the old tariff";
        await AlwaysOpen();
        var id = (
            await App.Get<Chats>()
                .Start(App.Sara with { Language = "en" }, new NewChat { Topic = "An error message", Message = "It says 42." })
        )
            .Chat
            .Id;
        var karim = await Browser.As(App.Karim);
        await karim.Go("desk/chat?id=" + id);
        var sara = await Browser.As(App.Sara);
        await sara.Go("portal/chat");
        await karim.Page.Locator(".ticket-head").GetByRole(AriaRole.Button, new() { Name = "Take" }).ClickAsync();
        await karim.Find("#tab-note").ClickAsync();
        await karim.Find("#note").FillAsync(secret);
        await karim.Find("#pane-note [data-send]").ClickAsync();
        await karim.Sees(".talk-note").ToContainTextAsync(secret);
        await karim.Find(".ticket-head [data-menu-button]").ClickAsync();
        await karim.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Turn into a ticket" }).ClickAsync();
        await sara.Find(".chat-over a").ClickAsync();
        await sara.Arrives("/portal/tickets/" + id);
        await sara.Sees(".said-text").ToHaveTextAsync("It says 42.");
        (await sara.Page.ContentAsync()).ShouldNotContain(secret);
        await karim.Go("desk");
        await Assertions.Expect(karim.Find(".inbox-row").Filter(new() { HasText = "An error message" })).ToBeVisibleAsync();
    }
}
