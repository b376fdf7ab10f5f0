#pragma warning disable BL0006 // The bench stands where the circuit stands.
using System.Net.Http.Headers;
using System.Net.Http.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Web.Portal;
using CsDashboard.Web.Signals;
using Microsoft.AspNetCore.Components.RenderTree;

namespace CsDashboard.Bench;

/// <summary>
/// A publication, from the call until the last of many open pages has drawn it and the last of many event streams has it. The
/// pages are the product's own, each in a renderer of its own as in a circuit, without the browser behind it; the streams are
/// read over HTTP. Beside it a bare SignalR broadcast to as many as there are streams.
/// </summary>
internal static class SignalPages
{
    private const int Rounds = 10;

    // The first ones pay for what is made once.
    private const int Warm = 3;

    public static async Task Run(int count)
    {
        await using var house = await House.New();
        await Seed.In(house);
        var (customer, admin) = await People(house);
        for (var i = 0; i < 60; i++)
            await house.Get<CsDashboard.Signals.TradingSignals>().Publish(admin, Signal(i));
        double[] raw;
        await using (var server = await Server.Raw(house.Database))
            raw = await Streams.Broadcasts(server.Address, count, Rounds);
        var pages = await Pages(house, customer, admin, count);
        double[] streams;
        int lost;
        await using (var server = await Server.Product(house.Folder))
            (streams, lost) = await OfStreams(server.Address, count);
        Clocked.Head($"A signal is published to {count:N0} open pages and {count:N0} event streams");
        Clocked.Line(
            "last page has drawn it, median in ms",
            $"{pages.Times.At(0.5):0}",
            $"{raw.At(0.5):0.0} (bare SignalR)",
            $"slowest {pages.Times.At(1):0} (aim: below 1,000)"
        );
        Clocked.Line(
            "last stream has it, median in ms",
            $"{streams.At(0.5):0.0}",
            $"{raw.At(0.5):0.0} (bare SignalR)",
            $"{streams.At(0.5) / raw.At(0.5):0.00} times, slowest {streams.At(1):0} (aim: below 1,000)"
        );
        Clocked.Line(
            "reads of the database for a publication, all pages together",
            $"{pages.Reads:0.0}",
            "1",
            "aim: one serves the company"
        );
        Clocked.Line($"lost of {count * (Rounds + Warm):N0}", $"{lost}", "0", "aim: 0");
    }

    private static NewSignal Signal(int i) =>
        new()
        {
            Pair = i % 2 == 0 ? "BTC/USD" : "EUR/USD",
            EntryPrice = 100 + i,
            StopLoss = 90,
            TakeProfit = 300,
            Indicators = new Dictionary<string, decimal?> { ["rsi"] = 35, ["macd"] = 0.5m },
        };

    private static async Task<(Actor Customer, Actor Admin)> People(House house)
    {
        async Task<Actor> In(string email) =>
            (
                await house
                    .Get<SignIns>()
                    .WithPassword(
                        new Credentials { Email = email, Password = Seed.Password },
                        new Visitor("127.0.0.1", null, TimeProvider.System),
                        tokens: false
                    )
            ).Actor;
        return (await In(Seed.CustomerEmail), await In(Seed.AgentEmail));
    }

    private static async Task<(double[] Times, double Reads)> Pages(House house, Actor customer, Actor admin, int count)
    {
        var (lists, signals) = (house.Get<SignalLists>(), house.Get<CsDashboard.Signals.TradingSignals>());
        var wanted = 0L;
        var (left, all) = (0, new TaskCompletionSource());
        var pages = new List<OpenPage<MySignalsPage>>();
        for (var i = 0; i < count; i++)
        {
            var page = new OpenPage<MySignalsPage>(
                house,
                customer,
                "portal/signals",
                [typeof(SignalLists), typeof(SignalAccess), typeof(CsDashboard.Desk.Conversation.SubjectCards)],
                (in RenderBatch batch) =>
                {
                    if (Newest(batch) == Volatile.Read(ref wanted) && Interlocked.Decrement(ref left) == 0)
                        all.TrySetResult();
                }
            );
            await page.Open();
            pages.Add(page);
        }
        var next = 61;
        async Task Publish(int i)
        {
            (left, all) = (count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            Volatile.Write(ref wanted, next++);
            await signals.Publish(admin, Signal(i));
            await Task.WhenAny(all.Task, Task.Delay(20_000));
        }
        await Clocked.Times(Warm, Publish);
        var before = lists.Reads;
        var times = await Clocked.Times(Rounds, Publish);
        var reads = (lists.Reads - before) / (double)Rounds;
        foreach (var page in pages)
            await page.DisposeAsync();
        return (times, reads);
    }

    // The newest number that a batch draws.
    private static long Newest(in RenderBatch batch)
    {
        var newest = 0L;
        for (var i = 0; i < batch.ReferenceFrames.Count; i++)
            if (
                batch.ReferenceFrames.Array[i]
                    is { FrameType: RenderTreeFrameType.Attribute, AttributeName: "data-signal", AttributeValue: { } value }
                && long.TryParse(value.ToString(), out var number)
            )
                newest = Math.Max(newest, number);
        return newest;
    }

    private static async Task<(double[], int)> OfStreams(Uri address, int count)
    {
        using var client = Http.New(address, count + 16);
        var (customer, admin) = (await Streams.SignIn(client, Seed.CustomerEmail), await Streams.SignIn(client, Seed.AgentEmail));
        var counter = new Streams.Counter(count);
        using var end = new CancellationTokenSource();
        using var connected = new CountdownEvent(count);
        var readers = Enumerable
            .Range(0, count)
            .Select(_ => Task.Run(() => Streams.Read(client, customer, "\"signal_published\"", counter, connected, end.Token)))
            .ToArray();
        await Task.Run(connected.Wait);
        await Task.Delay(1_000);
        async Task Publish(int i)
        {
            var all = counter.Next();
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/enhanced/signals")
            {
                Content = JsonContent.Create(
                    new
                    {
                        pair = "BTC/USD",
                        entry_price = 100,
                        stop_loss = 90,
                        take_profit = 130,
                    }
                ),
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", admin) },
            };
            using var answer = await client.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            await Task.WhenAny(all, Task.Delay(10_000));
        }
        await Clocked.Times(Warm, Publish);
        var times = await Clocked.Times(Rounds, Publish);
        var lost = counter.Missing;
        await end.CancelAsync();
        try
        {
            await Task.WhenAll(readers);
        }
        catch (OperationCanceledException) { }
        return (times, lost);
    }
}
