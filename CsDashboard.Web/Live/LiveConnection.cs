using System.Threading.Channels;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Live;
using CsDashboard.Web.Identity;

namespace CsDashboard.Web.Live;

/// <summary>
/// One open connection of a program: what concerns it, in order, with a heartbeat every 30 seconds, until its session ends, the server
/// stops, or it reads too slowly (then it is cut off and returns with Last-Event-ID). All connections share messages; none gets a copy.
/// </summary>
internal sealed class LiveConnection : IDisposable
{
    private const int Waiting = 1_000;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);
    private static readonly LiveMessage Heartbeat = new(-1, "heartbeat", default);

    private readonly Channel<LiveMessage> queue = Channel.CreateBounded<LiveMessage>(
        new BoundedChannelOptions(Waiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait }
    );
    private readonly List<IDisposable> listening = [];
    private readonly ITimer timer;
    private readonly Func<Task<bool>> alive;
    private readonly TimeProvider clock;

    private LiveConnection(TimeProvider clock, Func<Task<bool>> alive)
    {
        (this.clock, this.alive) = (clock, alive);
        timer = clock.CreateTimer(_ => Put(Heartbeat), null, Beat, Beat);
    }

    /// <summary>The connection fell so far behind that it lost something.</summary>
    public bool TooSlow { get; private set; }

    /// <summary>Customers hear their own events and those of their groups, staff the company's.</summary>
    public static LiveConnection Of(HttpContext http, Actor actor, GroupFilter ear, IServiceProvider services)
    {
        var (sessions, feed, clock) = (
            services.GetRequiredService<Sessions>(),
            services.GetRequiredService<LiveFeed>(),
            services.GetRequiredService<TimeProvider>()
        );
        var token = BearerHandler.TokenOf(http);
        var line = new LiveConnection(
            clock,
            async () =>
                token is not null
                    ? await sessions.OfToken(token, clock) is not null
                    : actor.SessionId is not { } id || await sessions.OfSession(id, clock) is not null
        );
        line.listening.Add(
            feed.Listen(
                actor.Role == Role.Customer ? Topic.Customer(actor.TenantId, actor.DemandCustomer()) : Topic.Company(actor.TenantId),
                message =>
                {
                    if (message.Body.Length > 0)
                        line.Put(message);
                }
            )
        );
        foreach (var group in ear.Groups)
            line.listening.Add(
                feed.Listen(
                    Topic.Group(actor.TenantId, group),
                    message =>
                    {
                        if (message is { Body.Length: > 0, Event: { } happening } && ear.Hears(happening))
                            line.Put(message);
                    }
                )
            );
        if (actor.UserId is { } user)
            line.listening.Add(feed.Listen(Topic.User(actor.TenantId, user), _ => line.Put(LiveMessage.LookAgain)));
        // A session that ended before this listened was told to nobody here.
        line.Put(LiveMessage.LookAgain);
        return line;
    }

    public static ReadOnlyMemory<byte> Connected(Actor actor) => LiveFeed.Frame("connected", new { timestamp = actor.Now });

    /// <summary>The next message; null when the connection is to end.</summary>
    public async ValueTask<LiveMessage?> Next(CancellationToken cancellation)
    {
        while (await queue.Reader.WaitToReadAsync(cancellation))
        {
            if (TooSlow)
                return null;
            if (!queue.Reader.TryRead(out var message))
                continue;
            if (message.Body.Length > 0)
                return message;
            if (!await alive())
                return null;
            if (ReferenceEquals(message, Heartbeat))
                return message with { Body = LiveFeed.Frame("heartbeat", new { timestamp = clock.Now() }) };
        }
        return null;
    }

    private void Put(LiveMessage message)
    {
        if (queue.Writer.TryWrite(message))
            return;
        TooSlow = true;
        queue.Writer.TryComplete();
    }

    public void Dispose()
    {
        timer.Dispose();
        foreach (var one in listening)
            one.Dispose();
        queue.Writer.TryComplete();
    }
}
