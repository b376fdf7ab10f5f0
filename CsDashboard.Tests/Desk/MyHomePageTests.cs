using Bunit;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Engagement.Offers;
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
        // Two answers, "we wait for your answer", and the notifications of all three are one line; the ticket done by phone is another.
        var news = page.FindAll("[data-list=home] [data-row-link]").Select(line => line.GetAttribute("href")!.Split('#')[0]).ToList();
        news.Count(link => link.Contains(id.ToString())).ShouldBe(1);
        news.Count(link => link.Contains(done.ToString())).ShouldBe(1);
        news.ShouldBe(news.Distinct());
        page.FindAll(".note-line").ShouldBeEmpty();
    }

    [Fact]
    public async Task Signals_points_and_offers_are_seen_at_once_and_lead_to_their_pages()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Get<Offers>().AddFour(house.Amina);
        await house.Drain();
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyHomePage>("/portal");
        page.WaitForAssertion(() => page.Find(".glance-card[href='/portal/rewards']").TextContent.ShouldContain("0 points"));
        var open = (await house.Get<Offers>().For(house.David, house.David.CustomerId!.Value)).Count(offer => offer.IsOpen);
        open.ShouldBeGreaterThan(0);
        page.Find(".glance-card[href='/portal/rewards/offers']").TextContent.ShouldContain(open == 1 ? "1 offer" : $"{open} offers");
        page.FindAll(".glance-card[href^='/portal/signals']").ShouldBeEmpty("There is none.");
    }
}
