using Bunit;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Portal;

namespace CsDashboard.Tests.Desk;

/// <summary>A customer's ticket as it is drawn.</summary>
public sealed class MyTicketPageTests
{
    private static Task<TicketDetail> Ask(House house) =>
        house.Get<Tickets>().Open(house.David, new NewTicket { Title = "My payout is late", Description = "It was due on Monday." });

    [Fact]
    public async Task The_conversation_shows_what_both_sides_said_and_no_note()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var id = (await Ask(house)).Id;
        await house.Get<Tickets>().Remark(house.Karim, id, new NewMessage { Body = "Between us: he is on the old tariff" });
        await house.Get<Tickets>().Reply(house.Karim, id, new NewMessage { Body = "It went out today." });
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyTicketPage>($"/portal/tickets/{id}", p => p.Add(x => x.Id, id));
        page.WaitForAssertion(() =>
            page.FindAll(".said .said-text").Select(said => said.TextContent).ShouldBe(["It was due on Monday.", "It went out today."])
        );
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
        await house
            .Get<Tickets>()
            .Rate(
                house.David,
                new FeedbackInput
                {
                    TicketId = id.ToString(),
                    Rating = 4,
                    Comment = "Quick and kind.",
                }
            );
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
