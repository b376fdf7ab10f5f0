using CsDashboard.Analytics;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Analytics;

namespace CsDashboard.Tests.Desk;

/// <summary>A ticket's kind, and how its changes are shown, on each database.</summary>
public sealed class TicketHistoryTests
{
    private static Task<TicketDetail> Open(House house, string type = "question") =>
        house
            .Get<Tickets>()
            .Open(
                house.Sara,
                new NewTicket
                {
                    Title = "My payout is late",
                    Description = "It was due on Monday.",
                    Type = type,
                }
            );

    private static async Task<IReadOnlyList<(TicketFact Fact, string? From, string? To)>> Told(House house, Actor reader, Guid id) =>
        [.. (await house.Get<TicketHistory>().Of(reader, id)).Select(m => (m.Fact, m.From, m.To))];

    [Theory, EachDatabase]
    public async Task Category_and_type_are_changed_on_the_desk_and_seen_by_both_sides(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house)).Id;
        var changed = await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Category = "bug", Type = "complaint" });
        (changed.Category, changed.Type).ShouldBe((TicketCategory.Bug, TicketType.Complaint));
        (await house.Get<TicketLists>().Get(house.Sara, id)).Type.ShouldBe(TicketType.Complaint);
        (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { Type = "complaint" })).Items.Single().Id.ShouldBe(id);
        (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { Type = "question" })).Items.ShouldBeEmpty();
        // The same once more is no change.
        var events = (await house.Events(house.Nour)).Count;
        await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Category = "bug" });
        (await house.Events(house.Nour)).Count.ShouldBe(events);
        var refusal = await Should.ThrowAsync<Refusal>(() =>
            house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Type = "praise" })
        );
        refusal.Fields.Single().Field.ShouldBe("type");
    }

    [Theory, EachDatabase]
    public async Task What_becomes_a_complaint_counts_as_one_of_the_customers(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (id, sara) = ((await Open(house)).Id, house.Sara.CustomerId!.Value);
        async Task<int> Complaints()
        {
            await house.Drain();
            return (await house.Get<CsDashboard.Customers.CustomerRecords>().Get(house.Karim, sara)).Figures.OpenComplaints;
        }
        (await Complaints()).ShouldBe(0);
        await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Type = "complaint" });
        (await Complaints()).ShouldBe(1);
        await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Type = "request" });
        (await Complaints()).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task Staff_read_who_changed_what_and_the_customer_only_what_is_news_to_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (tickets, id) = (house.Get<Tickets>(), (await Open(house)).Id);
        async Task Change(TicketChange change)
        {
            house.Clock.AdvanceMinutes(5);
            await tickets.Change(house.Karim, id, change);
        }
        await Change(new TicketChange { AssigneeId = house.Karim.UserId.ToString() });
        await Change(new TicketChange { Priority = "high", Tags = ["payout"] });
        await Change(new TicketChange { Type = "complaint", Title = "The payout of Monday" });
        await tickets.Remark(house.Karim, id, new NewMessage { Body = "A secret of the team" });
        await Change(new TicketChange { Status = "in_progress", Tags = [] });
        await Change(new TicketChange { Status = "resolved" });
        house.Clock.AdvanceMinutes(5);
        await tickets.Reopen(house.Sara, id);

        (await Told(house, house.Lena, id)).ShouldBe([
            (TicketFact.Assignee, null, "Karim"),
            (TicketFact.Priority, "Medium", "High"),
            (TicketFact.Tag, null, "payout"),
            (TicketFact.Type, "Question", "Complaint"),
            (TicketFact.Subject, "My payout is late", "The payout of Monday"),
            (TicketFact.Tag, "payout", null),
            (TicketFact.Status, "Open", "InProgress"),
            (TicketFact.Status, "InProgress", "Resolved"),
            (TicketFact.Status, "Resolved", "Open"),
        ]);
        var own = await house.Get<TicketHistory>().Of(house.Sara, id);
        own.Select(m => (m.Fact, m.To, m.By, m.ByCustomer))
            .ShouldBe([(TicketFact.Status, "Resolved", "", false), (TicketFact.Status, "Open", "", true)]);
        // From a moment on, and only to people who may see the ticket.
        (await house.Get<TicketHistory>().Of(house.Lena, id, house.Clock.GetUtcNow().AddMinutes(-6))).Count.ShouldBe(2);
        foreach (var stranger in new[] { house.David, house.Omar })
            (await Should.ThrowAsync<Refusal>(() => house.Get<TicketHistory>().Of(stranger, id))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task A_long_history_is_read_from_its_end(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house)).Id;
        for (var i = 0; i < 110; i++)
            foreach (var status in new[] { "pending", "open" })
                await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Status = status });
        var moments = await house.Get<TicketHistory>().Of(house.Karim, id);
        (moments.Count, moments[^1].To).ShouldBe((200, "Open"));
    }

    // What an admin clicks on opens as many rows as the figure said.
    [Theory, EachDatabase]
    public async Task Figures_of_tickets_open_exactly_what_they_count(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Open(house);
        await house.Get<Chats>().Start(house.David, new NewChat { Topic = "A question", Message = "Hello" });
        house.Clock.AdvanceDays(40);
        var late = await Open(house);
        var done = await Open(house);
        await house.Get<Tickets>().Change(house.Karim, done.Id, new TicketChange { Status = "resolved" });
        var waits = await Open(house);
        await house.Get<Tickets>().Reply(house.Karim, waits.Id, new NewMessage { Body = "What is your number?", Status = "pending" });
        house.Clock.AdvanceDays(20);
        await Open(house);
        house.Clock.AdvanceMinutes(1);
        var board = await house.Get<Figures>().Read(house.Amina, 30);
        foreach (var (name, count) in new[] { ("tickets_open", 4), ("tickets_opened", 4), ("tickets_late", 2) })
        {
            var figure = board.Groups.SelectMany(g => g.Figures).Single(f => f.Name == name);
            figure.Value.ShouldBe(count, name);
            var query = new Uri("http://x" + FigureLinks.Of(figure.Name, board.Period))
                .Query.TrimStart('?')
                .Split('&')
                .Select(p => p.Split('='))
                .ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));
            var address = new CsDashboard.Web.Desk.InboxAddress
            {
                List = query.GetValueOrDefault("list", "all"),
                Status = query.GetValueOrDefault("status"),
                Since = query.GetValueOrDefault("since"),
                Sort = query.GetValueOrDefault("sort"),
            };
            (await house.Get<TicketLists>().List(house.Amina, address.Filter)).Items.Count.ShouldBe(count, name);
        }
        var counts = await house.Get<TicketLists>().Counts(house.Karim);
        counts.Overdue.ShouldBe(2);
        (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { List = "overdue", Sort = "due" }))
            .Items.Select(t => t.Id)
            .ShouldContain(late.Id);
        // Customers are not told about the SLA.
        await Should.ThrowAsync<Refusal>(() => house.Get<TicketLists>().List(house.Sara, new TicketFilter { List = "overdue" }));
    }
}
