using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Ticketing;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

/// <summary>A lift, a tunnel, a laptop that sleeps: the server goes on talking to somebody who hears nothing.</summary>
public sealed class TheLineIsLost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>A line that can be dead without being cut: nothing comes through, and neither side knows.</summary>
    private sealed class Line
    {
        private readonly List<IWebSocketRoute> open = [];
        private volatile bool isDead;

        public static async Task<Line> Of(Seat seat)
        {
            var line = new Line();
            await seat.Page.RouteWebSocketAsync(
                "**/_blazor**",
                socket =>
                {
                    var server = socket.ConnectToServer();
                    socket.OnMessage(frame => line.Pass(frame, server));
                    server.OnMessage(frame => line.Pass(frame, socket));
                    lock (line.open)
                        line.open.Add(socket);
                }
            );
            return line;
        }

        private void Pass(IWebSocketFrame frame, IWebSocketRoute to)
        {
            if (isDead)
                return;
            if (frame.Binary is { } bytes)
                to.Send(bytes);
            else
                to.Send(frame.Text!);
        }

        public void Dies() => isDead = true;

        /// <summary>The old connection is found broken, and a new one works.</summary>
        public async Task Returns()
        {
            isDead = false;
            IWebSocketRoute[] old;
            lock (open)
                (old, _) = ([.. open], open);
            foreach (var socket in old)
                await socket.CloseAsync(new() { Code = 3001 });
        }
    }

    [Fact]
    public async Task And_a_half_filled_dialog_is_still_there_though_a_notification_came_meanwhile()
    {
        await using var app = await TestApp.Start(with: services =>
            services.PostConfigure<CircuitOptions>(o => o.JSInteropDefaultCallTimeout = Patience)
        );
        await using var browser = new Browser(app);
        var ticket = await app.Ticket(app.David, "Answered in a tunnel");
        var david = await browser.As(app.David);
        foreach (var word in new[] { "WebSocket", "Connection disconnected", "blazor" })
            david.Expect(word);
        var line = await Line.Of(david);
        await david.Go("portal/calls?new=true");
        await david.Find("#call-note").FillAsync("Please call in the evening");
        await david.Find("#call-phone").FillAsync("+49 30 1234567");
        await david.Remember();

        line.Dies();
        await app.Get<Tickets>().Reply(app.Karim, ticket.Id, new NewMessage { Body = "Here is your answer" });
        await app.Drain();
        // Longer than the server waits for an answer of the browser.
        await Task.Delay(4 * Patience);
        await line.Returns();

        await david.Sees(".bell-count").ToHaveTextAsync("1");
        await Assertions.Expect(david.Find("#call-note")).ToHaveValueAsync("Please call in the evening");
        await david.ShouldNotHaveReloaded();
        // And it lives: what was typed before and what is typed now arrives.
        await david.Find("#call-note").FillAsync("Please call in the evening, or on Sunday");
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Request the call" }).ClickAsync();
        await Assertions.Expect(david.Find("dialog[open]")).ToHaveCountAsync(0);
        var asked = (await app.Get<CallRequests>().List(app.David)).ShouldHaveSingleItem();
        asked.ShouldSatisfyAllConditions(
            c => c.Note.ShouldBe("Please call in the evening, or on Sunday"),
            c => c.Phone.ShouldBe("+49301234567")
        );
        app.Log.Lines.Where(l => l.Level >= LogLevel.Warning && l.Category.Contains("Circuit", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task And_what_needs_the_browser_says_so_instead_of_ending_the_page()
    {
        await using var app = await TestApp.Start(with: services =>
            services.PostConfigure<CircuitOptions>(o => o.JSInteropDefaultCallTimeout = Patience)
        );
        await using var browser = new Browser(app);
        var ticket = await app.Ticket(app.David, "Sent into a tunnel");
        var karim = await browser.As(app.Karim);
        await karim.Go($"desk/tickets/{ticket.Id}");
        // The script of the box never answers, as when the line dies between the click and the question.
        await karim.Page.EvaluateAsync("() => { window.cs.composer.take = () => new Promise(() => { }); }");
        await karim.Find("#reply").FillAsync("Kept until it can be sent");
        await karim.Remember();
        await karim.Find("#pane-reply [data-send]").ClickAsync();
        await karim.Sees(".toast").ToContainTextAsync("What you typed is still here");
        await Assertions.Expect(karim.Find("#reply")).ToHaveValueAsync("Kept until it can be sent");
        await karim.ShouldNotHaveReloaded();
        browser.ShouldBeQuiet();
    }
}
