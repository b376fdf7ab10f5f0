using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

/// <summary>In every field with choices under it, letters and Enter are enough.</summary>
public sealed class EnterChooses(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task A_customer_before_the_answer_has_come_too()
    {
        var karim = await Browser.As(App.Karim);
        await karim.Go("desk/tickets/new");
        // Where nobody is chosen yet the choice is where the page begins.
        await karim.ShouldStandIn("customer");
        await karim.Page.Keyboard.TypeAsync("david@ex");
        await karim.Press("Enter");
        await karim.Sees(".picked").ToContainTextAsync("david@example.com");
        await karim.ShouldStandIn("subject");
        // The choice stands in the address: a reload before it does would have nobody chosen.
        await karim.Arrives("/desk/tickets/new\\?customer=");
        await karim.Page.ReloadAsync();
        await karim.Settle();
        await karim.ShouldStandIn("subject");
    }

    [Fact]
    public async Task A_saved_reply_a_tag_a_colleague_and_a_value_of_the_ticket()
    {
        await App.Get<CannedReplies>()
            .Add(
                App.Amina,
                new CannedReplyInput
                {
                    Title = "Payout on its way",
                    Text = "Your payout left us today.",
                    Language = "en",
                }
            );
        await App.Get<CannedReplies>()
            .Add(
                App.Amina,
                new CannedReplyInput
                {
                    Title = "Thanks",
                    Text = "Thank you for writing.",
                    Language = "en",
                }
            );
        var ticket = await App.Ticket(App.David, "Chosen by Enter");
        await App.Get<Tickets>()
            .Change(
                App.Karim with
                {
                    Silent = true,
                },
                (await App.Ticket(App.David, "One with a tag")).Id,
                new TicketChange { Tags = ["chargeback"] }
            );
        var karim = await Browser.As(App.Karim);
        await karim.Go($"desk/tickets/{ticket.Id}");

        await karim.Press("Control+.");
        await karim.Find("dialog[open] input[role=combobox]").WaitForAsync();
        await karim.Page.Keyboard.TypeAsync("payout");
        await Assertions.Expect(karim.Find("#canned-list [aria-selected=true]")).ToContainTextAsync("Payout on its way");
        await karim.Press("Enter");
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync("Your payout left us today.");
        await Assertions.Expect(karim.Find("dialog[open]")).ToHaveCountAsync(0);
        await karim.ShouldStandIn("reply");
        await karim.Press("Escape");
        await karim.Page.WaitForFunctionAsync("() => document.activeElement?.id !== 'reply'");

        // A tag that is typed is that tag, and one that is chosen by the arrow is that one.
        await karim.Press("t");
        await karim.Find("[data-popup]:popover-open input").WaitForAsync();
        await karim.Page.Keyboard.TypeAsync("vip");
        await karim.Press("Enter");
        await Assertions.Expect(karim.Find(".ticket-tag")).ToHaveTextAsync(["vip"]);
        await karim.Page.Keyboard.TypeAsync("charge");
        await karim.Press("ArrowDown");
        await karim.Press("Enter");
        await Assertions.Expect(karim.Find(".ticket-tag")).ToHaveTextAsync(["chargeback", "vip"]);
        await karim.Press("Escape");

        // In a menu the first letters lead to the choice.
        foreach (
            var (key, letter, shown) in new[]
            {
                ("a", "l", "Lena"),
                ("p", "u", "Urgent"),
                ("w", "c", "Complaint"),
                ("b", "b", "Bug report"),
            }
        )
        {
            await karim.Page.WaitForFunctionAsync(
                "() => !document.querySelector('[popover]:popover-open') && !document.activeElement?.matches('input, textarea')"
            );
            await karim.Press(key);
            await karim.Find("[data-menu]:popover-open").WaitForAsync();
            await karim.Press(letter);
            await karim.Press("Enter");
            await karim.Sees(".toast").ToContainTextAsync(shown);
        }
        var changed = await App.Get<TicketLists>().Get(App.Karim, ticket.Id);
        (changed.AssigneeName, changed.Priority, changed.Type, changed.Category).ShouldBe(
            ("Lena", TicketPriority.Urgent, TicketType.Complaint, TicketCategory.Bug)
        );
    }

    [Fact]
    public async Task A_ticket_by_its_number_in_the_palette()
    {
        var ticket = await App.Ticket(App.David, "Said on the phone");
        var karim = await Browser.As(App.Karim);
        await karim.Press("Control+k");
        await karim.Page.Keyboard.TypeAsync(ticket.ShortNumber);
        await karim.Press("Enter");
        await karim.Arrives($"/desk/tickets/{ticket.Id}");
        await karim.Sees(".ticket-number[data-key=y]").ToContainTextAsync(ticket.ShortNumber);
    }
}
