using CsDashboard.Foundation.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace CsDashboard.Tests.Foundation;

public sealed class LiveFeedTests
{
    private static readonly Guid Company = Guid.NewGuid();
    private readonly LiveFeed feed = new(NullLogger<LiveFeed>.Instance);
    private readonly Topic topic = Topic.Room(Company, "Desk");

    [Fact]
    public void Only_listeners_to_the_topic_of_the_company_hear_it()
    {
        var heard = new List<string>();
        using var one = feed.Listen(topic, _ => heard.Add("mine"));
        using var two = feed.Listen(Topic.Room(Company, "Customers"), _ => heard.Add("another room"));
        using var three = feed.Listen(Topic.Room(Guid.NewGuid(), "Desk"), _ => heard.Add("another company"));
        feed.Announce(topic);
        heard.ShouldBe(["mine"]);
    }

    [Fact]
    public void A_listener_that_throws_does_not_stop_the_others_nor_the_announcer()
    {
        var heard = 0;
        using var before = feed.Listen(topic, _ => heard++);
        using var broken = feed.Listen(topic, _ => throw new InvalidOperationException("broken"));
        using var after = feed.Listen(topic, _ => heard++);
        feed.Announce(topic);
        feed.Announce(topic);
        heard.ShouldBe(4);
    }

    [Fact]
    public async Task While_a_listener_is_stuck_others_can_listen_leave_and_be_told()
    {
        using var stuck = new ManualResetEventSlim();
        using var entered = new ManualResetEventSlim();
        var first = 1;
        using var slow = feed.Listen(
            topic,
            _ =>
            {
                if (Interlocked.Exchange(ref first, 0) == 0)
                    return;
                entered.Set();
                stuck.Wait(TimeSpan.FromSeconds(20));
            }
        );
        var announcing = Task.Run(() => feed.Announce(topic));
        entered.Wait(TimeSpan.FromSeconds(10)).ShouldBeTrue();

        var heard = 0;
        var meanwhile = Task.Run(() =>
        {
            using var quick = feed.Listen(topic, _ => heard++);
            feed.Listen(topic, _ => heard += 100).Dispose();
            feed.Announce(topic);
        });
        (await Task.WhenAny(meanwhile, Task.Delay(TimeSpan.FromSeconds(10)))).ShouldBe(
            meanwhile,
            "The feed holds a lock while it calls listeners."
        );
        heard.ShouldBe(1);
        stuck.Set();
        await announcing;
    }

    [Fact]
    public async Task Coming_and_going_under_load_loses_nobody_and_leaves_no_trace()
    {
        var heard = new int[20];
        var stayers = Enumerable.Range(0, heard.Length).Select(i => feed.Listen(topic, _ => Interlocked.Increment(ref heard[i]))).ToList();
        var announced = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(worker =>
                    Task.Run(() =>
                    {
                        for (var i = 0; i < 2000; i++)
                        {
                            using (feed.Listen(topic, _ => { }))
                            using (feed.Listen(Topic.Of(Company, Guid.NewGuid()), _ => { }))
                                if (i % 50 == 0)
                                {
                                    Interlocked.Increment(ref announced);
                                    feed.Announce(topic);
                                }
                        }
                    })
                )
        );

        heard.ShouldAllBe(count => count == announced);
        feed.Count(topic).ShouldBe(heard.Length);
        foreach (var stayer in stayers)
            stayer.Dispose();
        feed.Count(topic).ShouldBe(0);
        feed.Topics.ShouldBe(0, "A topic nobody listens to must not stay in memory.");
    }

    [Fact]
    public void Leaving_twice_does_no_harm()
    {
        var heard = 0;
        var leaving = feed.Listen(topic, _ => heard++);
        using var staying = feed.Listen(topic, _ => heard++);
        leaving.Dispose();
        leaving.Dispose();
        feed.Announce(topic);
        heard.ShouldBe(1);
        feed.Count(topic).ShouldBe(1);
    }

    [Fact]
    public void A_listener_may_leave_and_others_may_come_while_it_is_called()
    {
        var heard = 0;
        IDisposable? self = null,
            late = null;
        self = feed.Listen(
            topic,
            _ =>
            {
                self!.Dispose();
                late ??= feed.Listen(topic, _ => heard++);
            }
        );
        feed.Announce(topic);
        heard.ShouldBe(0);
        feed.Announce(topic);
        heard.ShouldBe(1);
        feed.Count(topic).ShouldBe(1);
    }
}
