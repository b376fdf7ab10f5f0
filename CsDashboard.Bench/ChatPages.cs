#pragma warning disable BL0006 // The bench stands where the circuit stands.
using System.Collections.Concurrent;
using System.Diagnostics;
using CsDashboard.Accounts;
using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Live;
using CsDashboard.Web.Desk.Parts;
using CsDashboard.Web.Portal.Parts;
using Microsoft.AspNetCore.Components.RenderTree;

namespace CsDashboard.Bench;

/// <summary>
/// Many chats open at once, each with its customer's page, which is the product's own and drawn as in a circuit. Agents answer in
/// one after another at a steady pace. Measures how long it takes from an agent's call until the customer's page has drawn the words, and
/// until the mark that they were seen is back. Beside it a bare SignalR message to one.
/// </summary>
internal static class ChatPages
{
    private const int Capacity = 50,
        PerSecond = 50,
        Messages = 1_000,
        Warm = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private sealed class Talk(Guid id, Actor agent)
    {
        public Guid Id => id;
        public Actor Agent => agent;
        public volatile string Wanted = "";
        public TaskCompletionSource Drawn = new(),
            Seen = new();
    }

    public static async Task Run(int count)
    {
        await using var house = await House.New();
        var seed = await Seed.In(house);
        double[] raw;
        await using (var server = await Server.Raw(house.Database))
            raw = await Streams.Broadcasts(server.Address, 1, 200);
        await house.StartBackgroundWork();
        var (chats, feed) = (house.Get<Chats>(), house.Get<LiveFeed>());
        var admin = seed.Agent with { Role = Role.Admin };
        await chats.Set(admin, ChatSettings.Usual with { Capacity = Capacity });
        var agents = new List<Actor>();
        for (var i = 0; i < (count + Capacity - 1) / Capacity; i++)
        {
            var user = await house
                .Get<Tenants>()
                .AddStaff(Actor.System(admin.TenantId), $"Agent {i}", $"agent{i}@bench.example", Role.Agent, null, "en");
            agents.Add(seed.Agent with { UserId = user.Id, Name = user.Name });
            house.Get<ChatWatch>().Attend(agents[i]);
        }
        var (talks, pages) = (new List<Talk>(), new List<OpenPage<MyChat>>());
        for (var i = 0; i < count; i++)
        {
            var customer = await house
                .Get<Customers.CustomerRecords>()
                .Add(admin, new() { Name = $"Visitor {i}", Email = $"visitor{i}@bench.example" });
            var person = new Actor
            {
                TenantId = admin.TenantId,
                Role = Role.Customer,
                CustomerId = customer.Id,
                UserId = Guid.NewGuid(),
                Name = customer.Name,
            };
            var talk = new Talk(
                (await chats.Start(person, new NewChat { Topic = "Bench", Message = "Hello?" })).Chat.Id,
                agents[i / Capacity]
            );
            await chats.Take(talk.Agent, talk.Id);
            // What the agent's page would do: look whether the mark has come.
            feed.Listen(
                Topic.Of(admin.TenantId, talk.Id),
                message =>
                {
                    if (message.Body.IsEmpty && talk.Drawn.Task.IsCompleted)
                        talk.Seen.TrySetResult();
                }
            );
            var page = new OpenPage<MyChat>(
                house,
                person,
                "portal/chat",
                [typeof(Chats), typeof(Tickets), typeof(Presence)],
                (in RenderBatch batch) =>
                {
                    if (Has(batch, talk.Wanted))
                        talk.Drawn.TrySetResult();
                },
                new() { ["Id"] = talk.Id }
            );
            await page.Open();
            talks.Add(talk);
            pages.Add(page);
        }
        var (drawn, seen, lost) = await Answers(chats, talks);
        Clocked.Head($"{count:N0} chats open at once, {PerSecond} messages a second");
        Clocked.Line(
            "from the call until the customer's page has drawn it, p99 in ms (median)",
            $"{drawn.At(0.99):0} ({drawn.At(0.5):0})",
            $"{raw.At(0.99):0.0} (bare SignalR to one)",
            "aim: below 200; 100 of them a page gathers bursts"
        );
        Clocked.Line("until the agent is told that it was seen, p99 in ms (median)", $"{seen.At(0.99):0} ({seen.At(0.5):0})", "", "");
        Clocked.Line($"lost of {Messages:N0}", $"{lost}", "0", "aim: 0");
        foreach (var page in pages)
            await page.DisposeAsync();
    }

    private static async Task<(double[] Drawn, double[] Seen, int Lost)> Answers(Chats chats, List<Talk> talks)
    {
        var (drawn, seen, lost, going) = (new ConcurrentBag<double>(), new ConcurrentBag<double>(), 0, new List<Task>());
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var i = 0; i < Warm + Messages && await beat.WaitForNextTickAsync(); i++)
        {
            var (talk, number) = (talks[i * 7 % talks.Count], i);
            going.Add(
                Task.Run(async () =>
                {
                    (talk.Drawn, talk.Seen) = (
                        new(TaskCreationOptions.RunContinuationsAsynchronously),
                        new(TaskCreationOptions.RunContinuationsAsynchronously)
                    );
                    talk.Wanted = $"answer-{number}-";
                    var began = Stopwatch.GetTimestamp();
                    await chats.Say(
                        talk.Agent,
                        talk.Id,
                        new NewMessage { Body = talk.Wanted + " I have looked it up: it is with the courier and comes today." }
                    );
                    if (await Task.WhenAny(talk.Drawn.Task, Task.Delay(Patience)) != talk.Drawn.Task)
                    {
                        Interlocked.Increment(ref lost);
                        return;
                    }
                    var shown = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                    await Task.WhenAny(talk.Seen.Task, Task.Delay(Patience));
                    if (number < Warm)
                        return;
                    drawn.Add(shown);
                    seen.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                })
            );
        }
        await Task.WhenAll(going);
        return ([.. drawn.Order()], [.. seen.Order()], lost);
    }

    private static bool Has(in RenderBatch batch, string text)
    {
        if (text.Length == 0)
            return false;
        for (var i = 0; i < batch.ReferenceFrames.Count; i++)
        {
            var frame = batch.ReferenceFrames.Array[i];
            var said = frame.FrameType switch
            {
                RenderTreeFrameType.Text => frame.TextContent,
                RenderTreeFrameType.Markup => frame.MarkupContent,
                RenderTreeFrameType.Attribute => frame.AttributeValue as string,
                _ => null,
            };
            if (said?.Contains(text, StringComparison.Ordinal) == true)
                return true;
        }
        return false;
    }
}
