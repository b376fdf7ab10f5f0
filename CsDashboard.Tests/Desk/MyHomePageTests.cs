using Bunit;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Portal;

namespace CsDashboard.Tests.Desk;

/// <summary>What a customer sees first.</summary>
public sealed class MyHomePageTests
{
    [Fact]
    public async Task Each_thing_is_said_once_to_somebody_who_is_called_by_their_first_name()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var id = (
            await house
                .Get<Tickets>()
                .Open(house.David, new NewTicket { Title = "My payout is late", Description = "It was due on Monday." })
        ).Id;
        await house.Get<Tickets>().Reply(house.Karim, id, new NewMessage { Body = "What is your account?", Status = "pending" });
        await house.Get<Tickets>().Reply(house.Lena, id, new NewMessage { Body = "And your bank?" });
        var done = (
            await house
                .Get<Tickets>()
                .OpenFor(
                    house.Karim,
                    house.David.CustomerId!.Value,
                    new NewTicket { Title = "Asked by phone", Description = "Which plan?" }
                )
        ).Id;
        await house.Get<Tickets>().Change(house.Karim, done, new TicketChange { Status = "pending" });
        await house.Get<Tickets>().Change(house.Karim, done, new TicketChange { Status = "resolved" });
        await house.Drain();
        await using var screen = Screen.Of(house, house.David with { Name = "عبد الله الشمري" });
        var page = screen.Open<MyHomePage>("/portal");
        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldEndWith("عبد الله"));
        page.FindAll(".note-line")
            .Select(line => line.GetAttribute("href"))
            .Count(link => link!.Contains(id.ToString()))
            .ShouldBe(0, "It stands among the new answers.");
        var told = page.FindAll(".note-line").Select(line => line.GetAttribute("href")!.Split('#')[0]).ToList();
        told.ShouldBe(told.Distinct());
    }
}
