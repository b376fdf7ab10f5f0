using System.Reflection;
using Bunit;
using CsDashboard.Analytics;
using CsDashboard.Audit;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Security;
using CsDashboard.Signals;
using CsDashboard.Tests.Signals;
using CsDashboard.Web.Analytics;
using CsDashboard.Web.Audit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Analytics;

public sealed class FigureLinksTests
{
    private static readonly Dictionary<string, Type> Pages = typeof(Program)
        .Assembly.GetTypes()
        .SelectMany(page => page.GetCustomAttributes<RouteAttribute>().Select(route => (route.Template, page)))
        .ToDictionary(route => route.Template, route => route.page);

    [Fact]
    public async Task Every_figure_that_leads_somewhere_leads_to_exactly_its_rows()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await Happened(house);
        var board = await house.Get<Figures>().Read(house.Amina, 7);
        var mine = await house.Get<OwnFigures>().Mine(house.Karim, 7);
        var wrong = new List<string>();
        foreach (var (reader, figure) in board.Figures.Select(f => (house.Amina, f)).Concat(mine.Figures.Select(f => (house.Karim, f))))
            if (FigureLinks.Of(figure.Name, board.Period) is { } link)
            {
                var counted = figure.Unit == FigureUnit.Count ? figure.Value : figure.Of;
                var rows = await Rows(house, reader, link);
                if (counted is null or 0 || counted != rows)
                    wrong.Add($"{figure.Name} {counted}, {link} {rows}");
            }
        wrong.ShouldBeEmpty("Each is more than nothing, and as many as there are rows.");
        FigureLinks.Names.Except(board.Figures.Concat(mine.Figures).Select(figure => figure.Name)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-13-45T00:00:00Z")]
    [InlineData("Thursday")]
    [InlineData("T")]
    public void A_time_that_cannot_be_read_does_not_widen_the_history(string from) =>
        Should.Throw<Refusal>(() => new AuditAddress { From = from }.Filter("UTC")).Fields[0].Field.ShouldBe("from");

    // What a list shows; a grid fills itself in the browser, so that its rows are asked of the verb behind it.
    private static async Task<int> Rows(House house, Actor reader, string link)
    {
        var (address, part) = link.Split('#') is [var before, var after] ? (before, "#" + after) : (link, "body");
        var query = QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?')..] : "");
        switch (address.Split('?')[0])
        {
            case "/admin/audit":
                var entries = new AuditAddress { Action = query["action"], From = query["from"] };
                // The reader's day begins at another hour than the company's.
                return (await house.Get<AuditTrail>().List(reader, entries.Filter("America/New_York"))).Items.Count;
            case CsDashboard.Web.Security.CaseAddress.Path:
                var cases = CsDashboard.Web.Security.CaseAddress.Of(address[address.IndexOf('?')..]);
                return (
                    await house
                        .Get<CsDashboard.Security.SecurityCases>()
                        .List(reader, CsDashboard.Web.Security.CaseAddress.Filter(cases), new ListPlace())
                )
                    .Items
                    .Count;
            case "/desk/customers":
                return (
                    await house
                        .Get<CustomerLists>()
                        .List(reader, CsDashboard.Web.Customers.CustomerAddress.Of(address[address.IndexOf("customers")..]).Filter("UTC"))
                )
                    .Items
                    .Count;
        }
        await using var screen = Screen.Of(house, reader);
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = screen.Render(built =>
        {
            built.OpenElement(0, "body");
            built.OpenComponent(1, Pages[address.Split('?')[0]]);
            built.CloseComponent();
            built.CloseElement();
        });
        var rows = part + " [data-row]";
        await page.WaitForStateAsync(() => page.FindAll(rows).Count > 0, TimeSpan.FromSeconds(30));
        return page.FindAll(rows).Count;
    }

    private static async Task Happened(House house)
    {
        var (tickets, ids) = (house.Get<Tickets>(), new List<Guid>());
        async Task Opened(Actor by, string title) =>
            ids.Add((await tickets.Open(by, new NewTicket { Title = title, Description = "It has been so since Monday." })).Id);
        for (var i = 0; i < 7; i++)
            await Opened(i % 2 == 0 ? house.Sara : house.David, $"Payout {i}");
        // Karim has three: one he answered, one is resolved, one waits. The old are late by now, and not of the period.
        for (var i = 0; i < 3; i++)
            await tickets.Change(house.Karim, ids[i], new TicketChange { AssigneeId = house.Karim.UserId.ToString() });
        await tickets.Reply(house.Karim, ids[0], new NewMessage { Body = "We look." });
        await tickets.Change(house.Karim, ids[1], new TicketChange { Status = "resolved" });
        house.Clock.Advance(TimeSpan.FromDays(10));
        await Opened(house.Sara, "New");
        await Opened(house.David, "Newer");
        await tickets.Open(house.Oskar, new NewTicket { Title = "Of another company", Description = "Not counted." });
        foreach (var customer in new[] { house.Sara, house.David })
        {
            await house.Get<Chats>().Start(customer, new NewChat { Topic = "Payout", Message = "Hello?" });
            await house.Get<CallRequests>().Request(customer, new NewCall { Note = "Call me", Phone = "+966500000000" });
        }
        await house.Get<CsDashboard.Signals.Drafts>().Propose(house.Amina, new NewDraft { Signal = SignalHouse.Btc() });
        await house.SignIn(house.Lena);
        for (var i = 0; i < 6; i++)
            await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, password: "not that one"));
        await house.Store.Write(
            house.Product,
            db =>
            {
                var at = house.Clock.Now();
                for (var i = 0; i < 3; i++)
                    db.SecurityAlerts.Add(new SecurityAlert { At = at, State = i == 0 ? CaseState.Resolved : CaseState.Open });
                db.SuspiciousReports.Add(
                    new SuspiciousReport
                    {
                        At = at,
                        ActivityType = "other",
                        Description = "Strange.",
                    }
                );
                for (var i = 0; i < 12; i++)
                {
                    var mail = new Notification
                    {
                        Channel = Channel.Email,
                        Kind = "ticket_reply",
                        Title = "A reply",
                        Content = "We look.",
                        Address = "sara@example.com",
                        CreatedAt = at.AddMinutes(-i),
                    };
                    mail.MarkFailed("550 no such mailbox", at, null);
                    db.Notifications.Add(mail);
                }
                return Task.CompletedTask;
            }
        );
    }
}
