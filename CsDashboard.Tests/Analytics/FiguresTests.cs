using System.Text.Json;
using Bunit;
using CsDashboard.Analytics;
using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Web.Analytics;
using CsDashboard.Web.Live;

namespace CsDashboard.Tests.Analytics;

public sealed class FiguresTests
{
    private static Figure Of(FigureBoard board, string name) => board.Groups.SelectMany(g => g.Figures).Single(f => f.Name == name);

    [Theory, EachDatabase]
    public async Task Figures_are_those_of_what_happened_in_the_own_company(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (tickets, calls) = (house.Get<Tickets>(), house.Get<CallRequests>());
        var opened = new List<Guid>();
        for (var i = 0; i < 4; i++)
            opened.Add(
                (
                    await tickets.Open(
                        i % 2 == 0 ? house.Sara : house.David,
                        new NewTicket { Title = $"Payout {i}", Description = "Late." }
                    )
                ).Id
            );
        await tickets.Open(house.Oskar, new NewTicket { Title = "Of another company", Description = "Not counted." });
        // Answered after 10, 20 and 30 minutes; the fourth waits.
        for (var i = 0; i < 3; i++)
        {
            house.Clock.AdvanceMinutes(10);
            await tickets.Reply(house.Karim, opened[i], new NewMessage { Body = "We look." });
        }
        house.Clock.AdvanceMinutes(30);
        await tickets.Change(house.Karim, opened[0], new TicketChange { Status = "resolved" });
        await tickets.Rate(house.Sara, new FeedbackInput { TicketId = opened[0].ToString(), Rating = 5 });
        await calls.Request(house.Sara, new NewCall { Note = "Call me", Phone = "+966500000000" });
        await house.SignIn(house.Karim);
        await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, password: "not that one"));
        await house.SignIn(house.Olga);

        var board = await house.Get<Figures>().Read(house.Amina, 7);
        Of(board, "tickets_open").Value.ShouldBe(3);
        Of(board, "tickets_opened").Value.ShouldBe(4);
        Of(board, "tickets_opened").Series.Sum().ShouldBe(4);
        Of(board, "waiting_longest").Value.ShouldBe(60 * 60);
        (Of(board, "first_response_median").Value, Of(board, "first_response_p90").Value, Of(board, "first_response_median").Of).ShouldBe(
            (20 * 60, 30 * 60, 3)
        );
        (Of(board, "resolution_median").Value, Of(board, "resolution_median").Of).ShouldBe((60 * 60, 1));
        (Of(board, "csat").Value, Of(board, "rating").Value, Of(board, "rating").Of).ShouldBe((1, 5, 1));
        (Of(board, "calls_pending").Value, Of(board, "calls_asked").Value, Of(board, "calls_completed").Value).ShouldBe((1, 1, 0));
        (Of(board, "sign_ins").Value, Of(board, "sign_ins_failed").Value, Of(board, "lock_outs").Value).ShouldBe((1, 1, 0));
        Of(board, "events_lag").Value.ShouldNotBeNull().ShouldBeGreaterThan(0, "Nothing was delivered yet.");
        Of(board, "disk_free").Value.ShouldNotBeNull().ShouldBeGreaterThan(0);
        var others = await house.Get<Figures>().Read(house.Omar, 7);
        (Of(others, "tickets_open").Value, Of(others, "csat").Value, Of(others, "sign_ins").Value).ShouldBe((1, null, 1));
    }

    [Fact]
    public async Task What_lies_before_the_period_is_not_counted_in_it()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "Old", Description = "Of ten days ago." });
        house.Clock.AdvanceMinutes(10 * 24 * 60);
        await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "New", Description = "Of today." });
        foreach (var (days, count) in new[] { (1, 1), (7, 1), (30, 2), (90, 2), (5, 1), (-1, 1) })
        {
            var opened = Of(await house.Get<Figures>().Read(house.Amina, days), "tickets_opened");
            (opened.Value, opened.Series.Sum()).ShouldBe((count, count), $"{days} days");
        }
    }

    [Fact]
    public async Task Only_admins_see_figures()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        foreach (var person in new[] { house.Karim, house.Sara })
            (await Should.ThrowAsync<Refusal>(() => house.Get<Figures>().Read(person, 1))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public async Task They_are_counted_once_for_all_who_look_and_anew_a_little_later()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var boards = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => house.Get<Figures>().Read(house.Amina, 1)));
        boards.ShouldAllBe(b => ReferenceEquals(b, boards[0]));
        await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "New", Description = "Now." });
        house.Clock.AdvanceMinutes(2);
        Of(await house.Get<Figures>().Read(house.Amina, 1), "tickets_opened").Value.ShouldBe(1);
    }

    [Fact]
    public void Traffic_tells_number_mean_p95_and_faults_of_the_last_quarter_of_an_hour()
    {
        var clock = new FakeClock();
        var traffic = new Traffic(clock);
        traffic.Now().ShouldBe(new TrafficNow(0, null, null, null));
        for (var i = 0; i < 90; i++)
            traffic.Note(TimeSpan.FromMilliseconds(10), fault: false);
        for (var i = 0; i < 10; i++)
            traffic.Note(TimeSpan.FromMilliseconds(500), fault: true);
        var now = traffic.Now();
        (now.Calls, now.AverageMs, now.FaultShare).ShouldBe((100, 59m, 0.1m));
        now.P95Ms!.Value.ShouldBeInRange(500, 600);
        clock.AdvanceMinutes(14);
        traffic.Now().Calls.ShouldBe(100);
        clock.AdvanceMinutes(2);
        traffic.Now().Calls.ShouldBe(0);
    }

    [Theory]
    [InlineData(1, "Asia/Riyadh", "2026-11-20T10:30:00Z", "2026-11-19T21:00:00Z", 14)]
    [InlineData(7, "UTC", "2026-11-20T10:30:00Z", "2026-11-14T00:00:00Z", 7)]
    [InlineData(30, "UTC", "2026-11-20T10:30:00Z", "2026-10-22T00:00:00Z", 30)]
    [InlineData(90, "Europe/Berlin", "2026-11-20T10:30:00Z", "2026-08-22T22:00:00Z", 30)]
    public void A_period_is_whole_days_of_the_companys_zone_in_equal_steps(int days, string zone, string now, string from, int steps)
    {
        var period = FigurePeriod.Of(days, At(now), TimeZoneInfo.FindSystemTimeZoneById(zone));
        (period.From, period.Steps.Count).ShouldBe((At(from), steps));
        // The period before has as many steps, ends where this one begins or at the same time of its last day, and is never in it.
        var before = period.Before();
        (before.Steps.Count, before.Days, before.FromDay).ShouldBe((steps, days, period.FromDay.AddDays(-days)));
        (before.To <= period.From).ShouldBeTrue();
    }

    [Theory]
    // Clocks go back on 25 October and forward on 29 March: what is compared is the same hours of a day.
    [InlineData(7, "2026-10-27T08:00:00Z", "2026-10-20T07:00:00Z")]
    [InlineData(1, "2026-03-29T10:00:00Z", "2026-03-28T11:00:00Z")]
    [InlineData(30, "2026-11-20T10:30:00Z", "2026-10-21T09:30:00Z")]
    public void The_period_before_ends_at_the_same_time_of_day(int days, string now, string end)
    {
        var period = FigurePeriod.Of(days, At(now), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        period.Before().To.ShouldBe(At(end).AddMilliseconds(1));
        period.Before().Steps.Count.ShouldBe(period.Steps.Count);
    }

    [Theory]
    [InlineData(null, 7)]
    [InlineData(0, 7)]
    [InlineData(5, 7)]
    [InlineData(-1, 7)]
    [InlineData(1, 1)]
    [InlineData(90, 90)]
    public void A_period_that_is_no_choice_is_the_usual_one(int? asked, int days) => FigurePeriod.Chosen(asked).ShouldBe(days);

    [Theory, EachDatabase]
    public async Task A_trend_stands_beside_the_period_before_and_what_waits_now_does_not(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (tickets, opened) = (house.Get<Tickets>(), new List<Guid>());
        async Task Open(int count)
        {
            for (var i = 0; i < count; i++)
                opened.Add((await tickets.Open(house.Sara, new NewTicket { Title = "Payout", Description = "Late." })).Id);
        }
        await Open(3);
        await tickets.Change(house.Karim, opened[0], new TicketChange { Status = "resolved" });
        await tickets.Rate(house.Sara, new FeedbackInput { TicketId = opened[0].ToString(), Rating = 2 });
        await Bought(house, "1", 100);
        house.Clock.AdvanceMinutes(7 * 24 * 60);
        await Open(2);
        foreach (var id in opened[3..])
        {
            await tickets.Change(house.Karim, id, new TicketChange { Status = "resolved", AssigneeId = house.Karim.UserId.ToString() });
            await tickets.Rate(house.Sara, new FeedbackInput { TicketId = id.ToString(), Rating = 5 });
        }
        await Bought(house, "2", 30);
        await Bought(house, "3", 20);

        var board = await house.Get<Figures>().Read(house.Amina, 7);
        (decimal?, decimal?) Both(string name) => (Of(board, name).Value, Of(board, name).Before!.Value);
        Both("tickets_opened").ShouldBe((2, 3));
        Both("tickets_resolved").ShouldBe((2, 1));
        Both("csat").ShouldBe((1, 0));
        Both("revenue").ShouldBe((50, 100));
        board.Figures.Where(f => f.Before is not null).ShouldAllBe(f => f.Before!.Series.Count == f.Series.Count);
        Of(board, "revenue").Series.Sum().ShouldBe(50);
        Of(board, "tickets_late").Before.ShouldBeNull();
        board
            .Figures.Single(f => f.Name == "csat_agent")
            .ShouldSatisfyAllConditions(f => f.Label.ShouldBe(house.Karim.Name), f => (f.Value, f.Of).ShouldBe((1, 2)));
        board
            .Groups.Select(g => g.Room)
            .Distinct()
            .ShouldBe(["sales", "desk", "bots", "signals", "security", "engagement", "health"], ignoreOrder: true);
        (await house.Get<Figures>().Read(house.Omar, 7)).Figures.Single(f => f.Name == "revenue").Value.ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task An_agent_sees_own_figures_beside_the_companys_and_never_a_colleagues(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var tickets = house.Get<Tickets>();
        foreach (var (agent, minutes, stars) in new[] { (house.Karim, 10, 5), (house.Lena, 30, 1), (house.Lena, 50, 2) })
        {
            var id = (await tickets.Open(house.Sara, new NewTicket { Title = "Payout", Description = "Late." })).Id;
            house.Clock.AdvanceMinutes(minutes);
            await tickets.Reply(agent, id, new NewMessage { Body = "We look." });
            await tickets.Change(agent, id, new TicketChange { Status = "resolved", AssigneeId = agent.UserId.ToString() });
            await tickets.Rate(house.Sara, new FeedbackInput { TicketId = id.ToString(), Rating = stars });
        }
        var open = (await tickets.Open(house.Sara, new NewTicket { Title = "Payout", Description = "Late." })).Id;
        await tickets.Change(house.Karim, open, new TicketChange { AssigneeId = house.Karim.UserId.ToString() });

        async Task<(decimal?, decimal?)> Of(Actor agent, string name)
        {
            var figure = (await house.Get<OwnFigures>().Mine(agent, 7)).Figures.Single(f => f.Name == name);
            return (figure.Value, figure.Company);
        }
        (await Of(house.Karim, "mine_resolved")).ShouldBe((1, 3));
        (await Of(house.Lena, "mine_resolved")).ShouldBe((2, 3));
        (await Of(house.Karim, "mine_first")).ShouldBe((10 * 60, 30 * 60));
        (await Of(house.Karim, "mine_csat")).ShouldBe((1, 1m / 3));
        (await Of(house.Lena, "mine_csat")).ShouldBe((0, 1m / 3));
        (await Of(house.Karim, "mine_open")).ShouldBe((1, null));
        (await Of(house.Karim, "mine_waiting")).ShouldBe((1, null));
        (await Of(house.Lena, "mine_open")).ShouldBe((0, null));
        // Another company's agent has none, an admin has own ones, too, and a customer has no such page.
        (await Of(house.Olga, "mine_resolved")).ShouldBe((0, 0));
        (await Of(house.Amina, "mine_resolved")).ShouldBe((0, 3));
        (await Should.ThrowAsync<Refusal>(() => house.Get<OwnFigures>().Mine(house.Sara, 7))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task Messages_that_failed_are_listed_for_admins_of_their_company(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        async Task Fail(Actor company, string title, int daysAgo) =>
            await house.Store.Write(
                company,
                db =>
                {
                    var mail = new Notification
                    {
                        Channel = Channel.Email,
                        Kind = "ticket_reply",
                        Title = title,
                        Content = "We look.",
                        Address = "sara@example.com",
                        CreatedAt = house.Clock.Now().AddDays(-daysAgo),
                    };
                    mail.MarkFailed("550 no such mailbox", house.Clock.Now(), null);
                    db.Notifications.Add(mail);
                    return Task.CompletedTask;
                }
            );
        await Fail(house.Product, "Old", 20);
        await Fail(house.Product, "A reply", 1);
        await Fail(house.ProductOfOther, "Of another company", 1);
        var failed = (await house.Get<FailedMessages>().List(house.Amina, 7)).Single();
        (failed.Title, failed.Address, failed.Error, failed.Channel).ShouldBe(
            ("A reply", "sara@example.com", "550 no such mailbox", Channel.Email)
        );
        (await house.Get<FailedMessages>().List(house.Amina, 30)).Select(f => f.Title).ShouldBe(["A reply", "Old"]);
        foreach (var person in new[] { house.Karim, house.Sara })
            (await Should.ThrowAsync<Refusal>(() => house.Get<FailedMessages>().List(person, 7))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public async Task The_page_shows_what_waits_the_trends_and_every_other_figure_behind_the_tab_of_its_room()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<FiguresPage>("/admin");
        page.WaitForElement(".board-figure");
        page.Find(".attention-none").TextContent.ShouldContain("All is well");
        var board = await house.Get<Figures>().Read(house.Amina, 7);
        var seen = new HashSet<string>();
        var tabs = page.FindAll(".tabs a").Select(tab => tab.GetAttribute("href")!).ToList();
        tabs.Count.ShouldBe(6);
        foreach (var tab in tabs)
        {
            page = screen.Open<FiguresPage>(tab);
            page.WaitForElement(".board-figure");
            foreach (var figure in page.FindAll("[data-figure]"))
                seen.Add(figure.GetAttribute("data-figure")!);
            foreach (var tip in page.FindAll(".board-tip"))
                tip.TextContent.ShouldNotEndWith(".is", customMessage: tip.Id);
            foreach (var title in page.FindAll(".board-title"))
                title.TextContent.ShouldNotStartWith("Group.");
        }
        board
            .Groups.Where(g => g.Room != Figures.SystemRoom)
            .SelectMany(g => g.Figures)
            .Select(f => f.Name)
            .Except(seen)
            .ShouldBeEmpty("Behind some tab each has its place.");
        // It lives: what waits is told soon, with the way to it.
        await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "New", Description = "Now." });
        house.Clock.AdvanceMinutes(2);
        await page.WaitForStateAsync(
            () =>
                page.FindAll(".attention a[href='/desk?list=unassigned']").Any(a => a.TextContent.Contains('1', StringComparison.Ordinal)),
            TimeSpan.FromSeconds(30)
        );
        page.Find("a[href^='/desk?since='][href$='&sort=created']").TextContent.ShouldBe("1");
    }

    [Fact]
    public async Task Health_has_a_page_of_its_own_with_every_figure_of_the_system_and_what_could_not_be_sent()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<HealthPage>("/admin/system");
        page.WaitForElement("[data-figure=disk_free]");
        page.FindAll("[data-figure]")
            .Count.ShouldBe(
                (await house.Get<Figures>().Read(house.Amina, 7))
                    .Groups.Where(g => g is { Room: "health", Name: not "off" })
                    .Sum(g => g.Figures.Count)
            );
        page.Find("#mails-failed .empty").TextContent.ShouldContain("was sent");
        foreach (var tip in page.FindAll(".board-tip"))
            tip.TextContent.ShouldNotEndWith(".is", customMessage: tip.Id);
    }

    [Fact]
    public async Task An_agents_page_is_calm_with_nothing_to_do_and_shows_own_trends()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Karim);
        var page = screen.Open<MyFiguresPage>("/desk/figures?days=nonsense");
        page.WaitForElement("[data-figure=mine_resolved]");
        page.Find(".attention-none").TextContent.ShouldContain("All is well");
        page.Find(".period[aria-current]").TextContent.Trim().ShouldBe("7 days");
        page.FindAll("[data-figure]")
            .Select(f => f.GetAttribute("data-figure"))
            .ShouldBe(["mine_resolved", "mine_first", "mine_csat", "mine_late", "mine_waiting", "mine_open"]);
        foreach (var tip in page.FindAll(".board-tip"))
            tip.TextContent.ShouldNotEndWith(".is", customMessage: tip.Id);
    }

    [Fact]
    public async Task A_board_goes_from_the_prerendered_page_to_the_live_one()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var board = await house.Get<Figures>().Read(house.Amina, 30);
        var back = CarriedValue.Unpack<FigureBoard>(CarriedValue.Pack(1, board)!).Value;
        JsonSerializer.Serialize(back).ShouldBe(JsonSerializer.Serialize(board));
        (back.Period.Zone, back.Figures.Count()).ShouldBe((board.Period.Zone, board.Figures.Count()));
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    private static Task Bought(House house, string number, decimal price) =>
        house
            .Get<Orders>()
            .Record(
                house.Product,
                house.Sara.CustomerId!.Value,
                new OrderInput
                {
                    Number = number,
                    Status = "delivered",
                    Lines = [new() { Name = "Book", UnitPrice = price }],
                }
            );
}
