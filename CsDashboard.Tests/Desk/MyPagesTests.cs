using Bunit;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Kit;

namespace CsDashboard.Tests.Desk;

/// <summary>A customer's ticket as it is drawn.</summary>
public sealed class MyTicketPageTests
{
    private static Task<TicketDetail> Ask(House house) => house.Get<Tickets>().Open(house.David, new NewTicket { Title = "My payout is late", Description = "It was due on Monday." });

    [Fact]
    public async Task The_conversation_shows_what_both_sides_said_and_no_note()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var id = (await Ask(house)).Id;
        await house.Get<Tickets>().Remark(house.Karim, id, new NewMessage { Body = "Between us: he is on the old tariff" });
        await house.Get<Tickets>().Reply(house.Karim, id, new NewMessage { Body = "It went out today." });
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyTicketPage>($"/portal/tickets/{id}", p => p.Add(x => x.Id, id));
        page.WaitForAssertion(() => page.FindAll(".said .said-text").Select(said => said.TextContent).ShouldBe(["It was due on Monday.", "It went out today."]));
        page.Markup.ShouldNotContain("tariff");

        // What comes later comes by itself; a note does not.
        await house.Get<Tickets>().Remark(house.Lena, id, new NewMessage { Body = "Still the old tariff" });
        await house.Get<Tickets>().Reply(house.Lena, id, new NewMessage { Body = "Has it come?" });
        page.WaitForAssertion(() => page.FindAll(".said .said-text")[^1].TextContent.ShouldBe("Has it come?"));
        page.Markup.ShouldNotContain("tariff");
    }

    [Fact]
    public async Task How_content_somebody_is_is_asked_once_the_ticket_is_resolved_and_once_only()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var id = (await Ask(house)).Id;
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyTicketPage>($"/portal/tickets/{id}", p => p.Add(x => x.Id, id));
        page.WaitForElement(".ticket");
        page.FindAll(".feedback").ShouldBeEmpty();
        await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Status = "resolved" });
        page.WaitForElement(".feedback form");
        await house.Get<Tickets>().Rate(house.David, new FeedbackInput { TicketId = id.ToString(), Rating = 4, Comment = "Quick and kind." });
        page.WaitForAssertion(() => page.Find(".feedback").TextContent.ShouldContain("Quick and kind."));
        page.FindAll(".feedback form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_customers_ticket_is_not_there()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var id = (await Ask(house)).Id;
        await using var screen = Screen.Of(house, house.Sara);
        var page = screen.Open<MyTicketPage>($"/portal/tickets/{id}", p => p.Add(x => x.Id, id));
        await screen.NotFound.WaitAsync(TimeSpan.FromSeconds(10));
        page.Markup.ShouldNotContain("payout");
    }
}

/// <summary>The form of a new ticket as it is drawn. The texts are the browser's until they are sent.</summary>
public sealed class MyNewTicketPageTests
{
    private static void Types(Screen screen, string subject, string description)
    {
        screen.JSInterop.Setup<TakenDraft>("cs.composer.take", "subject").SetResult(new TakenDraft(subject, "key-1", null, [], Busy: false));
        screen.JSInterop.Setup<TakenDraft>("cs.composer.take", "description").SetResult(new TakenDraft(description, "key-2", null, [], Busy: false));
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_stays()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.David);
        Types(screen, "", " ");
        var page = screen.Open<MyNewTicketPage>("/portal/tickets/new");
        page.WaitForElement("#priority").Change("urgent");
        page.Find("form.stack").Submit();
        page.WaitForAssertion(() => page.FindAll("#subject-error .field-error, #description-error .field-error").Count.ShouldBe(2));
        page.Find("#priority").GetAttribute("value").ShouldBe("urgent");
        screen.JSInterop.VerifyNotInvoke("cs.composer.done");
        screen.JSInterop.VerifyNotInvoke("cs.uploads.clear");
        screen.JSInterop.VerifyInvoke("cs.composer.focus").Arguments.ShouldBe(["subject"]);
        (await house.Get<TicketLists>().List(house.David, new TicketFilter())).Items.ShouldBeEmpty();
        screen.Address.ShouldBe("/portal/tickets/new");
    }

    [Fact]
    public async Task A_ticket_that_is_sent_twice_is_opened_once_and_shown()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.David);
        Types(screen, "My payout\nis late", "It was due on Monday.");
        var page = screen.Open<MyNewTicketPage>("/portal/tickets/new");
        page.WaitForElement("#type").Change("complaint");
        page.Find("form.stack").Submit();
        page.WaitForAssertion(() => screen.Address.ShouldMatch("^/portal/tickets/[0-9a-f-]{36}$"));
        page.Find("form.stack").Submit();
        var ticket = (await house.Get<TicketLists>().List(house.David, new TicketFilter())).Items.ShouldHaveSingleItem();
        (ticket.Subject, ticket.Type).ShouldBe(("My payout is late", TicketType.Complaint));
        screen.Address.ShouldBe($"/portal/tickets/{ticket.Id}");
        screen.JSInterop.Invocations["cs.composer.done"].Select(call => call.Arguments[0]).ShouldContain("description");
    }
}

/// <summary>A customer's tickets as they are drawn.</summary>
public sealed class MyTicketsPageTests
{
    [Theory]
    [InlineData("", "Done, Waiting, Urgent")]
    [InlineData("?status=unresolved", "Waiting, Urgent")]
    [InlineData("?status=pending", "Waiting")]
    [InlineData("?status=done", "Done")]
    [InlineData("?priority=urgent", "Urgent")]
    [InlineData("?q=ferret", "Waiting")]
    [InlineData("?status=unresolved&priority=urgent&q=hedgehog", "Urgent")]
    [InlineData("?status=done&q=ferret", "")]
    [InlineData("?status=nonsense", "Done, Waiting, Urgent")]
    public async Task The_address_says_which_are_shown(string query, string shown)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        foreach (var (title, text, priority, status) in new[] { ("Urgent", "A hedgehog", "urgent", "open"), ("Waiting", "A ferret", "low", "pending"), ("Done", "A badger", "low", "resolved") })
        {
            house.Clock.AdvanceMinutes(1);
            var id = (await house.Get<Tickets>().Open(house.David, new NewTicket { Title = title, Description = text, Priority = priority })).Id;
            await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Status = status });
        }
        await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "Sara's", Description = "A ferret", Priority = "urgent" });
        await house.Drain();
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyTicketsPage>("/portal/tickets" + query);
        page.WaitForAssertion(() => string.Join(", ", page.FindAll("[data-row] .my-subject").Select(row => row.TextContent.Trim())).ShouldBe(shown));
        if (shown.Length == 0) page.Find(".empty a").GetAttribute("href").ShouldBe("/portal/tickets");
    }

    [Fact]
    public async Task A_choice_becomes_part_of_the_address_and_keeps_the_rest()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyTicketsPage>("/portal/tickets?status=done&q=two%20words");
        page.Find("select").Change("high");
        screen.Address.ShouldBe("/portal/tickets?status=done&priority=high&q=two%20words");
    }
}

/// <summary>What a customer sees first.</summary>
public sealed class MyHomePageTests
{
    [Fact]
    public async Task Each_thing_is_said_once_to_somebody_who_is_called_by_their_first_name()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var id = (await house.Get<Tickets>().Open(house.David, new NewTicket { Title = "My payout is late", Description = "It was due on Monday." })).Id;
        await house.Get<Tickets>().Reply(house.Karim, id, new NewMessage { Body = "What is your account?", Status = "pending" });
        await house.Get<Tickets>().Reply(house.Lena, id, new NewMessage { Body = "And your bank?" });
        var done = (await house.Get<Tickets>().OpenFor(house.Karim, house.David.CustomerId!.Value, new NewTicket { Title = "Asked by phone", Description = "Which plan?" })).Id;
        await house.Get<Tickets>().Change(house.Karim, done, new TicketChange { Status = "pending" });
        await house.Get<Tickets>().Change(house.Karim, done, new TicketChange { Status = "resolved" });
        await house.Drain();
        await using var screen = Screen.Of(house, house.David with { Name = "عبد الله الشمري" });
        var page = screen.Open<MyHomePage>("/portal");
        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldEndWith("عبد الله"));
        page.FindAll(".note-line").Select(line => line.GetAttribute("href")).Count(link => link!.Contains(id.ToString())).ShouldBe(0, "It stands among the new answers.");
        var told = page.FindAll(".note-line").Select(line => line.GetAttribute("href")!.Split('#')[0]).ToList();
        told.ShouldBe(told.Distinct());
    }
}
