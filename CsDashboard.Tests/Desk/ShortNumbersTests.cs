using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Desk;

/// <summary>The numbers that people say, on each database.</summary>
public sealed class ShortNumbersTests
{
    private static Task<TicketDetail> Open(House house, Actor customer, string title = "My payout is late") =>
        house.Get<Tickets>().Open(customer, new NewTicket { Title = title, Description = "It was due on Monday." });

    [Theory]
    [InlineData("#1042", 1042)]
    [InlineData(" 1042 ", 1042)]
    [InlineData("T-1042", 1042)]
    [InlineData("t-1042", 1042)]
    [InlineData("#١٠٤٢", 1042)]
    [InlineData("۱۰۴۲", 1042)]
    [InlineData("TKT-2026-8A8AEFB2", null)]
    [InlineData("#", null)]
    [InlineData("10 42", null)]
    [InlineData("12345678901", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_number_is_read_however_it_is_written(string? text, int? number) => ShortNumber.Read(text).ShouldBe(number);

    [Theory, EachDatabase]
    public async Task Each_company_counts_its_own_tickets(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        (await Open(house, house.Sara)).ShortNumber.ShouldBe("#1001");
        (await Open(house, house.Sara)).ShortNumber.ShouldBe("#1002");
        (await Open(house, house.Oskar)).ShortNumber.ShouldBe("#1001");
        var chat = await house.Get<Chats>().Start(house.Sara, new NewChat { Topic = "A question", Message = "Hello" });
        chat.Ticket.ShortNumber.ShouldBe("#1003");
    }

    [Theory, EachDatabase]
    public async Task Tickets_opened_at_once_each_have_a_number_of_their_own(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var opened = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Open(house, i % 2 == 0 ? house.Sara : house.David)));
        opened.Select(t => t.Short).Order().ShouldBe(Enumerable.Range(1001, 24));
    }

    [Theory, EachDatabase]
    public async Task The_number_of_an_erased_ticket_is_not_given_again(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Open(house, house.David);
        (await Open(house, house.Sara)).Short.ShouldBe(1002);
        var sara = await house.Get<CsDashboard.Customers.CustomerRecords>().Me(house.Sara);
        await house
            .Get<Erasures>()
            .Begin(
                house.Amina,
                sara.Id,
                new ErasureInput
                {
                    Confirm = sara.UniqueId,
                    Fates = new Dictionary<string, string> { ["tickets"] = "erase" },
                }
            );
        await house.Get<Erasures>().RunLeft(house.Product);
        (await house.Get<TicketLists>().List(house.Karim, new TicketFilter())).Items.Select(t => t.Short).ShouldBe([1001]);
        (await Open(house, house.David)).Short.ShouldBe(1003);
    }

    [Theory, EachDatabase]
    public async Task A_ticket_is_found_by_its_number_in_every_way_to_say_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var first = await Open(house, house.Sara, "First");
        var second = await Open(house, house.Sara, "Second, and it speaks of 1001 too");
        await house.Drain();
        foreach (var text in new[] { "#1001", "1001", "T-1001", first.Number })
        {
            (await house.Get<QuickSearch>().Find(house.Karim, text))[0].Id.ShouldBe(first.Id.ToString(), text);
            (await house.Get<QuickSearch>().Find(house.Sara, text))[0].Id.ShouldBe(first.Id.ToString(), text);
            (await house.Get<TicketLists>().Numbered(house.Karim, text)).ShouldBe(first.Id, text);
            (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { Search = text })).Items.ShouldContain(
                t => t.Id == first.Id,
                text
            );
        }
        // As a number it finds only that ticket; as a word also what mentions it.
        (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { Search = "#1001" }))
            .Items.Select(t => t.Id)
            .ShouldBe([first.Id]);
        (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { Search = "1001" }))
            .Items.Select(t => t.Id)
            .ShouldBe([first.Id, second.Id], ignoreOrder: true);
        (await house.Get<QuickSearch>().Find(house.Karim, "#1001"))[0].Description.ShouldStartWith("#1001");
        (await house.Get<QuickSearch>().Find(house.Karim, "#10")).Select(f => f.Id).ShouldBe([first.Id.ToString(), second.Id.ToString()]);
        // Nobody else's.
        (await house.Get<QuickSearch>().Find(house.Oskar, "#1001")).ShouldBeEmpty();
        await Should.ThrowAsync<Refusal>(() => house.Get<TicketLists>().Numbered(house.David, "#1001"));
    }

    [Theory, EachDatabase]
    public async Task What_people_are_told_of_a_ticket_names_it_by_that_number(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var ticket = await Open(house, house.Sara);
        await house.Get<Tickets>().Reply(house.Karim, ticket.Id, new NewMessage { Body = "It is on its way.", Status = "resolved" });
        var told = (await house.Events(house.Nour)).Where(e => e.Room == "Desk").Select(e => e.Payload).ToList();
        told.Count.ShouldBeGreaterThan(2);
        told.ShouldAllBe(payload => payload.Contains("#1001") && !payload.Contains("TKT-"));
        CannedReplies.Fill("About {{ticket.number}}", ticket, "Karim", "Nour").ShouldBe("About #1001");
    }
}
