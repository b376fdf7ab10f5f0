using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Signals;

namespace CsDashboard.Tests.Live;

public sealed class LiveHubTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Customers_hear_their_own_events_and_staff_the_companys_under_the_same_names()
    {
        using var sara = await Connect(app.Sara);
        using var karim = await Connect(app.Karim);
        using var olga = await Connect(app.Olga);
        foreach (var socket in new[] { sara, karim, olga }) (await Next(socket)).Name.ShouldBe("connected");

        var ticket = await app.Get<Tickets>().Open(app.Sara, new NewTicket { Title = "Over the hub", Description = "Please look." });
        foreach (var socket in new[] { sara, karim })
        {
            var (name, data) = await Next(socket);
            name.ShouldBe("ticket_created");
            data.GetProperty("ticketId").GetString().ShouldBe(ticket.Id.ToString());
            data.GetProperty("title").GetString().ShouldBe("Over the hub");
        }
        await app.Get<Tickets>().Open(app.Oskar, new NewTicket { Title = "Of the other company", Description = "Please look." });
        (await Next(olga)).Data.GetProperty("title").GetString().ShouldBe("Of the other company");
    }

    [Fact]
    public async Task Signals_are_told_to_every_customer_of_the_company_who_sees_them()
    {
        using var sara = await Connect(app.Sara);
        using var karim = await Connect(app.Karim);
        using var oskar = await Connect(app.Oskar);
        foreach (var socket in new[] { sara, karim, oskar }) (await Next(socket)).Name.ShouldBe("connected");
        var signals = app.Get<CsDashboard.Signals.Signals>();
        var signal = await signals.Publish(app.Amina, new NewSignal { EntryPrice = 100, StopLoss = 90, TakeProfit = 130 });
        await signals.Step(app.Amina, signal.Id, new SignalStep { Event = "entry_reached" });
        foreach (var socket in new[] { sara, karim })
        {
            var (name, data) = await Next(socket);
            (name, data.GetProperty("signalId").GetGuid()).ShouldBe(("signal_published", signal.Id));
            (await Next(socket)).Name.ShouldBe("signal_updated");
        }
        await app.Get<Tickets>().Open(app.Oskar, new NewTicket { Title = "Of the other company", Description = "Please look." });
        (await Next(oskar)).Name.ShouldBe("ticket_created");
    }

    [Fact]
    public async Task Without_a_session_there_is_no_connection()
    {
        using var socket = new ClientWebSocket();
        await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(app.Server.ToString().Replace("http://", "ws://", StringComparison.Ordinal) + "hubs/live"), CancellationToken.None));
    }

    private async Task<ClientWebSocket> Connect(Actor person)
    {
        var tokens = await app.SignIn(person);
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(app.Server.ToString().Replace("http://", "ws://", StringComparison.Ordinal) + "hubs/live?access_token=" + tokens.Token), CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        return socket;
    }

    private static readonly Dictionary<ClientWebSocket, Queue<string>> Waiting = [];

    // The next invocation: pings and the answer to the handshake are passed over.
    private static async Task<(string Name, JsonElement Data)> Next(ClientWebSocket socket)
    {
        if (!Waiting.TryGetValue(socket, out var waiting)) Waiting[socket] = waiting = new();
        var buffer = new byte[16_384];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            while (waiting.TryDequeue(out var text))
            {
                var frame = JsonDocument.Parse(text).RootElement;
                if (frame.TryGetProperty("target", out var target)) return (target.GetString()!, frame.GetProperty("arguments")[0]);
            }
            var read = await socket.ReceiveAsync(buffer, limit.Token);
            foreach (var part in Encoding.UTF8.GetString(buffer, 0, read.Count).Split('\u001e', StringSplitOptions.RemoveEmptyEntries)) waiting.Enqueue(part);
        }
    }
}
