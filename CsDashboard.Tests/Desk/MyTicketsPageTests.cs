using Bunit;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Portal;

namespace CsDashboard.Tests.Desk;

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
        foreach (
            var (title, text, priority, status) in new[]
            {
                ("Urgent", "A hedgehog", "urgent", "open"),
                ("Waiting", "A ferret", "low", "pending"),
                ("Done", "A badger", "low", "resolved"),
            }
        )
        {
            house.Clock.AdvanceMinutes(1);
            var id = (
                await house
                    .Get<Tickets>()
                    .Open(
                        house.David,
                        new NewTicket
                        {
                            Title = title,
                            Description = text,
                            Priority = priority,
                        }
                    )
            ).Id;
            await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Status = status });
        }
        await house
            .Get<Tickets>()
            .Open(
                house.Sara,
                new NewTicket
                {
                    Title = "Sara's",
                    Description = "A ferret",
                    Priority = "urgent",
                }
            );
        await house.Drain();
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyTicketsPage>("/portal/tickets" + query);
        page.WaitForAssertion(() =>
            string.Join(", ", page.FindAll("[data-row] .my-subject").Select(row => row.TextContent.Trim())).ShouldBe(shown)
        );
        if (shown.Length == 0)
            page.Find(".empty a").GetAttribute("href").ShouldBe("/portal/tickets");
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
