using System.Reflection;
using Bunit;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Desk.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;

namespace CsDashboard.Tests.Desk;

/// <summary>The inbox as it is drawn.</summary>
public sealed class InboxPageTests
{
    private static Task<TicketDetail> Ask(House house, Actor customer, string title, string priority = "medium") =>
        house
            .Get<Tickets>()
            .Open(
                customer,
                new NewTicket
                {
                    Title = title,
                    Description = "It has been so since Monday.",
                    Priority = priority,
                }
            );

    private sealed class CountedInbox : InboxPage
    {
        public int Drawn { get; private set; }

        protected override void OnAfterRender(bool firstRender) => Drawn++;
    }

    // Checked between two renders, never inside one.
    private static async Task<int> Drawn(IRenderedComponent<CountedInbox> page)
    {
        var drawn = 0;
        await page.InvokeAsync(() => drawn = page.Instance.Drawn);
        return drawn;
    }

    private static IEnumerable<string> Subjects<TPage>(IRenderedComponent<TPage> page)
        where TPage : InboxPage => page.FindAll("[data-row] a").Select(link => link.FirstChild!.TextContent.Trim());

    [Fact]
    public async Task Tickets_stand_in_rows_with_the_latest_first_and_lead_to_themselves()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var first = await Ask(house, house.Sara, "The older one", "urgent");
        house.Clock.AdvanceMinutes(5);
        await Ask(house, house.David, "The newer one");
        await house.Get<Tickets>().Change(house.Karim, first.Id, new TicketChange { AssigneeId = house.Karim.UserId.ToString() });

        await using var screen = Screen.Of(house, house.Karim);
        var page = screen.Open<InboxPage>("/desk");
        page.WaitForAssertion(() => Subjects(page).ShouldBe(["The newer one", "The older one"]));
        var row = page.Find($"[data-row='{first.Id}']");
        foreach (var word in new[] { "Sara", first.ShortNumber, "Urgent", "due in" })
            row.TextContent.ShouldContain(word, Case.Insensitive);
        row.QuerySelector("a")!.GetAttribute("aria-describedby").ShouldBe("inbox-unread");
        row.QuerySelector("a")!.GetAttribute("href").ShouldStartWith($"/desk/tickets/{first.Id}");
    }

    /// <summary>The server keeps every part of a row while the page is open; one part more than this takes twice the room.</summary>
    [Fact]
    public async Task A_row_is_at_most_32_parts_and_what_stands_beside_the_rows_at_most_64()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        for (var i = 1; i < InboxAddress.Size; i++)
            await Ask(house, house.David, $"Number {i}");
        var ticket = await Ask(house, house.Sara, "Full", "urgent");
        await house
            .Get<Tickets>()
            .Change(
                house.Karim,
                ticket.Id,
                new TicketChange
                {
                    AssigneeId = house.Karim.UserId.ToString(),
                    AddTags = ["call", "money"],
                    Type = "complaint",
                }
            );
        await using var screen = Screen.Of(house, house.Karim);
        var page = screen.Open<InboxPage>($"/desk/tickets/{ticket.Id}");
        var row = page.WaitForComponent<InboxRow>();
        row.Find("i").TextContent.ShouldContain("money");
        row.Find("abbr").ShouldNotBeNull();
        var parts = Parts(screen, row);
        parts.Count.ShouldBeGreaterThan(20, "The test looks at nothing.");
        parts.Count.ShouldBeLessThanOrEqualTo(32, string.Join('\n', parts));
        var lists = Parts(screen, page.WaitForComponent<InboxLists>());
        lists.Count(p => p.StartsWith("markup '<b>", StringComparison.Ordinal)).ShouldBeGreaterThan(5, "The counts are not there yet.");
        lists.Count.ShouldBeLessThanOrEqualTo(64, string.Join('\n', lists));
        var rows = Parts(screen, page.WaitForComponent<InboxRows>());
        rows.Count(p => p == "Component").ShouldBe(InboxAddress.Size);
        rows.Count.ShouldBeLessThanOrEqualTo(64, string.Join('\n', rows));
        foreach (
            var menu in page.FindComponents<CsDashboard.Web.Kit.Menu>()
                .Select(m => Parts(screen, m))
                .Where(m => m.Contains("class=inbox-switch") || m.Any(p => p.StartsWith("data-key=", StringComparison.Ordinal)))
        )
            menu.Count.ShouldBeLessThanOrEqualTo(32, string.Join('\n', menu));
    }

#pragma warning disable BL0006 // What is kept of a component is known to its renderer alone.
    private static List<string> Parts<T>(Screen screen, IRenderedComponent<T> of)
        where T : IComponent
    {
        var frames =
            (ArrayRange<RenderTreeFrame>)
                typeof(Renderer)
                    .GetMethod("GetCurrentRenderTreeFrames", BindingFlags.Instance | BindingFlags.NonPublic)!
                    .Invoke(screen.Renderer, [of.ComponentId])!;
        return
        [
            .. frames
                .Array.Take(frames.Count)
                .Select(f =>
                    f.FrameType switch
                    {
                        RenderTreeFrameType.Element => f.ElementName,
                        RenderTreeFrameType.Attribute => $"{f.AttributeName}={f.AttributeValue}",
                        RenderTreeFrameType.Text => $"text {f.TextContent}",
                        RenderTreeFrameType.Markup => $"markup '{f.MarkupContent}'",
                        var other => other.ToString(),
                    }
                ),
        ];
    }
#pragma warning restore BL0006

    [Fact]
    public async Task The_address_says_which_tickets_are_shown()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await Ask(house, house.Sara, "Can wait", "low");
        await Ask(house, house.Sara, "On fire", "urgent");
        await using var screen = Screen.Of(house, house.Karim);
        var page = screen.Open<InboxPage>("/desk?priority=urgent");
        page.WaitForAssertion(() => Subjects(page).ShouldBe(["On fire"]));
        page = screen.Open<InboxPage>("/desk?list=mine");
        page.WaitForElement(".empty");
        Subjects(page).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("status=nonsense")]
    [InlineData("priority=9")]
    [InlineData("after=nonsense")]
    public async Task A_wrong_filter_is_said_and_leads_back_to_all(string query)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await Ask(house, house.Sara, "Not to be seen here");
        await using var screen = Screen.Of(house, house.Karim);
        var page = screen.Open<InboxPage>("/desk?" + query);
        page.WaitForElement(".empty a").GetAttribute("href").ShouldBe("/desk");
        Subjects(page).ShouldBeEmpty();
    }

    [Fact]
    public async Task Staff_of_another_company_see_nothing_of_it_neither_at_first_nor_live()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await Ask(house, house.Sara, "Of Nour alone");
        await using var screen = Screen.Of(house, house.Olga);
        var page = screen.Open<CountedInbox>("/desk");
        page.WaitForElement(".empty");
        var drawn = await Drawn(page);
        await Ask(house, house.David, "Of Nour as well");
        // Once something of their own has arrived, anything before it would have arrived, too.
        await Ask(house, house.Oskar, "Of the other company");
        page.WaitForAssertion(() => Subjects(page).ShouldBe(["Of the other company"]));
        (await Drawn(page)).ShouldBe(drawn + 1);
    }

    [Fact]
    public async Task A_burst_of_changes_is_drawn_once()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var ids = new List<Guid>();
        for (var i = 0; i < 20; i++)
            ids.Add((await Ask(house, house.Sara, $"Ticket {i}")).Id);
        await using var screen = Screen.Of(house, house.Karim);
        var page = screen.Open<CountedInbox>("/desk?status=new");
        page.WaitForElement(".empty");
        var drawn = await Drawn(page);
        await house.Get<Tickets>().ChangeAll(house.Lena, ids, new TicketChange { Status = "new" });
        page.WaitForAssertion(() => Subjects(page).Count().ShouldBe(20));
        // Anything else would arrive within the time in which bursts are gathered.
        await Task.Delay(300);
        (await Drawn(page)).ShouldBe(drawn + 1);
    }
}
