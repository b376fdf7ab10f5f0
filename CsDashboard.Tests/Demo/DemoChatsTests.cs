using CsDashboard.Demo;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Demo;

/// <summary>The chats of the demo, made while the product already runs.</summary>
public sealed class DemoChatsTests
{
    [Fact]
    public async Task The_watch_over_abandoned_chats_leaves_those_alone_that_are_being_made()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var demo = new DemoChats(house.Get<Chats>(), house.Get<ChatWatch>());
        using var made = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!made.IsCancellationRequested)
                await house.Get<ChatWatch>().Look(Actor.System(house.Nour, house.Clock));
        });
        await demo.Fill(house.Amina, [house.Sara, house.David], [house.Karim], house.Clock.GetUtcNow(), Then);
        await made.CancelAsync();
        await watching;
        (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { Status = "closed" })).Items.Count.ShouldBe(2);
    }

    private static Actor Then(Actor actor, DateTimeOffset at) => actor with { Clock = new StandingClock(at), Silent = true };
}
