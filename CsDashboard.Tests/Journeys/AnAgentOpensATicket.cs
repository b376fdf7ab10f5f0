using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class AnAgentOpensATicket(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task For_a_customer_who_called_without_a_mouse_and_the_customer_sees_it()
    {
        var karim = await Browser.As(App.Karim);
        await karim.Find(".inbox-head").WaitForAsync();
        await karim.Press("c");
        await karim.Arrives("/desk/tickets/new$");
        await karim.Find("#customer").FocusAsync();
        await karim.Page.Keyboard.TypeAsync("david@ex");
        await karim.Sees("#customer-list [role=option]").ToContainTextAsync("david@example.com");
        await karim.Press("ArrowDown");
        var marked = await karim.Find("#customer-list [aria-selected=true]").GetAttributeAsync("id");
        await Assertions.Expect(karim.Find("#customer")).ToHaveAttributeAsync("aria-activedescendant", marked!);
        await karim.ShouldBeAccessible();
        await karim.Press("Enter");
        await karim.Sees(".picked").ToContainTextAsync("David");
        await karim.ShouldStandIn("subject");
        await karim.Page.Keyboard.TypeAsync("Asked on the phone");

        // What is missing is said, what was typed and chosen stays, over a reload too.
        await karim.Find("#priority").SelectOptionAsync("high");
        await karim.Find("#subject").PressAsync("Control+Enter");
        await karim.Sees("#description-error").ToContainTextAsync("required");
        await karim.ShouldStandIn("description");
        await Assertions.Expect(karim.Find("#subject")).ToHaveValueAsync("Asked on the phone");
        await Assertions.Expect(karim.Find("#priority")).ToHaveValueAsync("high");
        await karim.Page.ReloadAsync();
        await karim.Settle();
        await karim.Sees(".picked").ToContainTextAsync("david@example.com");
        await Assertions.Expect(karim.Find("#subject")).ToHaveValueAsync("Asked on the phone");

        await karim.Find("#description").FillAsync("His card is blocked.");
        await karim.Find("[data-send]").DblClickAsync();
        await karim.Arrives("/desk/tickets/[0-9a-f-]{36}$");
        await karim.Sees(".talk-said").ToContainTextAsync("His card is blocked.");
        (await App.Get<TicketLists>().List(App.Karim, new TicketFilter { CustomerId = App.David.CustomerId }))
            .Items.Count(t => t.Subject == "Asked on the phone")
            .ShouldBe(1);
        var david = await Browser.As(App.David);
        await david.Go("portal/tickets");
        await david.Sees(".tickets").ToContainTextAsync("Asked on the phone");
        // The next new ticket begins empty.
        await karim.Go("desk/tickets/new");
        await Assertions.Expect(karim.Find("#subject")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Without_a_customer_nothing_is_opened_and_a_name_that_nobody_has_is_said()
    {
        // A draft belongs to its agent: the other story begins with an empty one.
        var lena = await Browser.As(App.Lena);
        await lena.Go("desk/tickets/new?customer=nobody");
        await lena.Arrives("/desk/tickets/new$");
        await lena.Find("#subject").FillAsync("For whom?");
        await lena.Find("#description").FillAsync("It is not said.");
        await lena.Find("[data-send]").ClickAsync();
        await lena.Sees("#customer-error").ToContainTextAsync("Choose the customer first.");
        await lena.ShouldStandIn("customer");
        await lena.Page.Keyboard.TypeAsync("Oskar");
        await lena.Sees(".choose [role=status]").ToContainTextAsync("No customer matches “Oskar”.");
        await Assertions.Expect(lena.Find("#description")).ToHaveValueAsync("It is not said.");
    }

    [Fact]
    public async Task A_new_caller_is_made_a_customer_on_the_way_without_a_mouse_and_nothing_typed_is_lost()
    {
        var lena = await Browser.As(App.Lena);
        await lena.Go("desk/tickets/new");
        await lena.Find("#description").FillAsync("Cannot sign in.");
        await lena.Find("#customer").FocusAsync();
        await lena.Page.Keyboard.TypeAsync("Brand New Caller");
        await lena.Sees("#customer-new").ToContainTextAsync("Create “Brand New Caller”");
        await lena.Press("Enter");
        await Assertions.Expect(lena.Find("#new-name")).ToHaveValueAsync("Brand New Caller");
        await lena.ShouldBeAccessible();
        await lena.Find("#new-phone").FillAsync("0501112244");
        await lena.Find("#new-email").FillAsync("brand.caller@example.org");
        await lena.Press("Enter");
        await lena.Sees(".picked").ToContainTextAsync("brand.caller@example.org");
        await lena.ShouldStandIn("subject");
        await lena.Page.Keyboard.TypeAsync("Locked out");
        await Assertions.Expect(lena.Find("#description")).ToHaveValueAsync("Cannot sign in.");
        await lena.Press("Control+Enter");
        await lena.Arrives("/desk/tickets/[0-9a-f-]{36}$");
        await lena.Sees(".talk-said").ToContainTextAsync("Cannot sign in.");
    }

    [Fact]
    public async Task And_calls_a_colleague_into_a_note_by_the_beginning_of_the_name_while_the_server_is_away()
    {
        var ticket = await App.Ticket(App.David, "Two heads know more");
        var karim = await Browser.As(App.Karim);
        await karim.Go($"desk/tickets/{ticket.Id}");
        await karim.Press("n");
        await karim.ShouldStandIn("note");
        foreach (var word in new[] { "ERR_INTERNET_DISCONNECTED", "WebSocket", "Failed to fetch", "Failed to load resource" })
            karim.Expect(word);
        await karim.Context.SetOfflineAsync(true);
        await karim.Page.Keyboard.TypeAsync("Can you look, @");
        var names = karim.Find("#note-people [role=option]");
        // All colleagues, but not oneself.
        await Assertions.Expect(names).ToHaveTextAsync(["Amina", "Lena"]);
        await karim.Press("ArrowDown");
        await Assertions.Expect(karim.Find("#note")).ToHaveAttributeAsync("aria-activedescendant", "note-people-1");
        await karim.ShouldBeAccessible();
        await karim.Press("Escape");
        await Assertions.Expect(names).ToHaveCountAsync(2);
        await Assertions.Expect(karim.Find("#note-people")).Not.ToBeVisibleAsync();
        await karim.ShouldStandIn("note");
        await karim.Page.Keyboard.TypeAsync("le");
        await Assertions.Expect(names).ToHaveTextAsync(["Lena"]);
        await karim.Press("Tab");
        await Assertions.Expect(karim.Find("#note")).ToHaveValueAsync("Can you look, @Lena ");
        await Assertions.Expect(karim.Find("#note-people")).Not.ToBeVisibleAsync();
        await karim.Page.Keyboard.TypeAsync("or you, @ami");
        await karim.Find("#note-people [role=option]").ClickAsync();
        await Assertions.Expect(karim.Find("#note")).ToHaveValueAsync("Can you look, @Lena or you, @Amina ");
        // In an address it is only a letter.
        await karim.Page.Keyboard.TypeAsync("(me@le");
        await Assertions.Expect(karim.Find("#note-people")).Not.ToBeVisibleAsync();
        await karim.Context.SetOfflineAsync(false);

        await karim.Find("#pane-note [data-send]").ClickAsync();
        await karim.Sees(".talk-note").ToContainTextAsync("@Lena or you");
        (await App.Get<TicketLists>().List(App.Lena, new TicketFilter { List = "mentions" })).Items.ShouldContain(t => t.Id == ticket.Id);
        (await App.Get<TicketLists>().List(App.Amina, new TicketFilter { List = "mentions" })).Items.ShouldContain(t => t.Id == ticket.Id);
    }
}
