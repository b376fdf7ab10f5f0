using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CsDashboard.Bench;

/// <summary>A message to 1,000 open event streams, until the last one has it, against a bare SignalR broadcast to 1,000.</summary>
internal static class Streams
{
    private const int Readers = 1_000;
    private const int Rounds = 20;

    public static async Task Run()
    {
        await using var house = await House.New();
        var seed = await Seed.In(house);
        await seed.GrowTo(1_000, search: false);
        Clocked.Head("A message to 1,000 open connections, from the call to the last that has it");
        double[] raw,
            own;
        int lost;
        await using (var server = await Server.Raw(house.Database))
            raw = await Broadcasts(server.Address, Readers, Rounds);
        await using (var server = await Server.Product(house.Folder))
            (own, lost) = await Messages(server.Address);
        Clocked.Line(
            "last one served, median in ms",
            $"{own.At(0.5):0.0}",
            $"{raw.At(0.5):0.0} (bare SignalR)",
            $"{own.At(0.5) / raw.At(0.5):0.00} times (aim: at most 2)"
        );
        Clocked.Line($"lost of {Readers * Rounds:N0}", $"{lost}", "0", "aim: 0");
    }

    private static async Task<(double[], int)> Messages(Uri address)
    {
        using var client = Http.New(address, Readers + 16);
        var agent = await SignIn(client, Seed.AgentEmail);
        var customer = await SignIn(client, Seed.CustomerEmail);
        var opened = await Send(
            client,
            HttpMethod.Post,
            "api/customers/me/tickets",
            customer,
            new { title = "Bench", description = "Bench" }
        );
        var ticket = opened.GetProperty("id").GetString()!;
        var counter = new Counter(Readers);
        using var end = new CancellationTokenSource();
        var connected = new CountdownEvent(Readers);
        var readers = Enumerable
            .Range(0, Readers)
            .Select(_ => Task.Run(() => Read(client, customer, "\"new_message\"", counter, connected, end.Token)))
            .ToArray();
        await Task.Run(connected.Wait);
        await Task.Delay(1_000);
        var times = await Clocked.Times(
            Rounds,
            async _ =>
            {
                var all = counter.Next();
                await Send(client, HttpMethod.Post, "api/messages", agent, new { ticketId = ticket, content = "Hello to all of you" });
                await Task.WhenAny(all, Task.Delay(10_000));
            }
        );
        var lost = counter.Missing;
        await end.CancelAsync();
        try
        {
            await Task.WhenAll(readers);
        }
        catch (OperationCanceledException) { }
        return (times, lost);
    }

    internal static async Task Read(
        HttpClient client,
        string token,
        string awaited,
        Counter counter,
        CountdownEvent connected,
        CancellationToken end
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/customers/me/events")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(end));
        while (await lines.ReadLineAsync(end) is { } line)
        {
            if (line.Contains("\"connected\"", StringComparison.Ordinal))
                connected.Signal();
            else if (line.Contains(awaited, StringComparison.Ordinal))
                counter.Count();
        }
    }

    internal static async Task<double[]> Broadcasts(Uri address, int readers, int rounds)
    {
        var counter = new Counter(readers);
        using var client = Http.New(address);
        using var end = new CancellationTokenSource();
        var sockets = new List<ClientWebSocket>();
        foreach (var _ in Enumerable.Range(0, readers))
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{address.Port}/hub"), end.Token);
            await socket.SendAsync(
                Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"),
                WebSocketMessageType.Text,
                true,
                end.Token
            );
            sockets.Add(socket);
        }
        var listening = sockets.ConvertAll(socket =>
            Task.Run(async () =>
            {
                var buffer = new byte[4096];
                while (!end.IsCancellationRequested)
                {
                    var got = await socket.ReceiveAsync(buffer, end.Token);
                    if (Encoding.UTF8.GetString(buffer, 0, got.Count).Contains("new_message", StringComparison.Ordinal))
                        counter.Count();
                }
            })
        );
        await Task.Delay(1_500);
        var times = await Clocked.Times(
            rounds,
            async _ =>
            {
                var all = counter.Next();
                using var answer = await client.PostAsync("broadcast", null);
                await Task.WhenAny(all, Task.Delay(10_000));
            }
        );
        await end.CancelAsync();
        try
        {
            await Task.WhenAll(listening);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException) { }
        foreach (var socket in sockets)
            socket.Dispose();
        return times;
    }

    internal static async Task<string> SignIn(HttpClient client, string email) =>
        (await Send(client, HttpMethod.Post, "api/auth/login", null, new { email, password = Seed.Password }))
            .GetProperty("token")
            .GetString()!;

    private static async Task<JsonElement> Send(HttpClient client, HttpMethod method, string path, string? token, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? json : throw new InvalidOperationException($"{path}: {json}");
    }

    /// <summary>Signals when the target count is reached since the last round began.</summary>
    internal sealed class Counter(int target)
    {
        private TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int counted;
        private int rounds;

        public int Missing => rounds * target - counted;

        public Task Next()
        {
            Interlocked.Increment(ref rounds);
            return (all = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        public void Count()
        {
            if (Interlocked.Increment(ref counted) == rounds * target)
                all.TrySetResult();
        }
    }
}
