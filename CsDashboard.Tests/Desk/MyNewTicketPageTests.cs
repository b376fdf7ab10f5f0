using Bunit;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Portal;

namespace CsDashboard.Tests.Desk;

/// <summary>The form of a new ticket as it is drawn. The texts are the browser's until they are sent.</summary>
public sealed class MyNewTicketPageTests
{
    private static void Types(Screen screen, string subject, string description)
    {
        screen
            .JSInterop.Setup<TakenDraft>("cs.composer.take", "subject")
            .SetResult(new TakenDraft(subject, "key-1", null, [], Busy: false));
        screen
            .JSInterop.Setup<TakenDraft>("cs.composer.take", "description")
            .SetResult(new TakenDraft(description, "key-2", null, [], Busy: false));
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
