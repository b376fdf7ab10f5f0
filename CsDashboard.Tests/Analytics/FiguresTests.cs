using Bunit;
using CsDashboard.Analytics;
using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Analytics;

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
        var period = FigurePeriod.Of(
            days,
            DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture),
            TimeZoneInfo.FindSystemTimeZoneById(zone)
        );
        (period.From, period.Steps.Count).ShouldBe((DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture), steps));
    }

    [Fact]
    public async Task The_page_shows_every_figure_with_its_definition_and_lives()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<FiguresPage>("/admin?days=7");
        await page.WaitForStateAsync(() => page.FindAll(".board-figure").Count > 0, TimeSpan.FromSeconds(30));
        var board = await house.Get<Figures>().Read(house.Amina, 7);
        page.FindAll(".board-figure").Count.ShouldBe(board.Groups.Sum(g => g.Figures.Count));
        foreach (var tip in page.FindAll(".board-tip"))
            tip.TextContent.ShouldNotEndWith(".is", customMessage: tip.Id);
        foreach (var title in page.FindAll(".board-title"))
            title.TextContent.ShouldNotStartWith("Group.");
        await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "New", Description = "Now." });
        house.Clock.AdvanceMinutes(2);
        await page.WaitForStateAsync(
            () => page.Find("a[href^='/desk?since='][href$='&sort=created']").TextContent == "1",
            TimeSpan.FromSeconds(30)
        );
    }
}
