using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Live;

/// <summary>What one can listen to. A topic says only "look again"; who may see what is decided by the read that follows.</summary>
public readonly record struct Topic(Guid TenantId, string Name)
{
    /// <summary>Anything that happened in a room of the company, e.g. Desk.</summary>
    public static Topic Room(Guid tenantId, string room) => new(tenantId, "room/" + room);
    /// <summary>Anything that happened to one thing, or who is looking at it.</summary>
    public static Topic Of(Guid tenantId, Guid subjectId) => new(tenantId, "thing/" + subjectId);
    /// <summary>Anything that concerns one customer and that the customer may know of.</summary>
    public static Topic Customer(Guid tenantId, Guid customerId) => new(tenantId, "customer/" + customerId);
    /// <summary>Anything that concerns one user: a notification, a role, a session that ended.</summary>
    public static Topic User(Guid tenantId, Guid userId) => new(tenantId, "user/" + userId);
    /// <summary>Anything that concerns a group of customers: those who see signals, those of one tier.</summary>
    public static Topic Group(Guid tenantId, string group) => new(tenantId, "group/" + group);
    /// <summary>The contract events of the whole company, for staff.</summary>
    public static Topic Company(Guid tenantId) => new(tenantId, "company");
}

/// <summary>What a customer's stream carries beside its own: groups, and which of their messages are for this customer now.</summary>
public sealed record Ear(IReadOnlyList<string> Groups, Func<IEvent, bool> Hears)
{
    public static readonly Ear Deaf = new([], _ => false);
}

/// <summary>What a listener is handed. Body is the contract's JSON, made once for all listeners; null where the topic only says "look again".</summary>
public sealed record LiveMessage(long Id, string Name, ReadOnlyMemory<byte> Body)
{
    public static readonly LiveMessage LookAgain = new(0, "", default);

    /// <summary>What happened, for a listener that must choose; null where nothing was recorded.</summary>
    public IEvent? Event { get; init; }
}

/// <summary>
/// Tells listeners of this process what was committed. Listeners are called one after another outside any lock and must
/// return at once (set a flag, write to their own queue); one that throws is logged and the rest are served.
/// </summary>
public sealed class LiveFeed(ILogger<LiveFeed> log)
{
    private readonly ConcurrentDictionary<Topic, ImmutableArray<Listener>> listeners = new();
    private long announced;

    /// <summary>How often anything was announced since the start; unchanged means that whatever was read meanwhile is still fresh.</summary>
    public long Announced => Interlocked.Read(ref announced);

    public IDisposable Listen(Topic topic, Action<LiveMessage> heard)
    {
        var listener = new Listener(this, topic, heard);
        listeners.AddOrUpdate(topic, [listener], (_, list) => list.Add(listener));
        return listener;
    }

    /// <summary>How many are listening to a topic; for figures and tests.</summary>
    public int Count(Topic topic) => listeners.TryGetValue(topic, out var list) ? list.Length : 0;

    /// <summary>How many topics are listened to; for tests.</summary>
    internal int Topics => listeners.Count;

    /// <summary>Says "look again" to a topic, for things that are live but not recorded (who is looking, who is typing).</summary>
    public void Announce(Topic topic, LiveMessage? message = null)
    {
        Interlocked.Increment(ref announced);
        if (!listeners.TryGetValue(topic, out var list)) return;
        foreach (var listener in list)
        {
            try { listener.Heard(message ?? LiveMessage.LookAgain); }
            catch (Exception e) { log.LogError(e, "A listener to {Topic} failed", topic.Name); }
        }
    }

    internal void Announce(StoredEvent row)
    {
        LiveMessage? message = null;
        // The change is committed: whatever is wrong with its frame must not reach the one who made it.
        try { message = MessageOf(row); }
        catch (Exception e) { log.LogError(e, "The live frame of event {Event} {Kind} could not be made", row.Id, row.Kind); }
        Announce(Topic.Room(row.TenantId, row.Room));
        Announce(Topic.Of(row.TenantId, row.SubjectId));
        if (row.ForCustomer is { } customer) Announce(Topic.Customer(row.TenantId, customer), message);
        if (row.ForGroup is { } group) Announce(Topic.Group(row.TenantId, group), message);
        if (message is { Event: null or { ForStaff: true } }) Announce(Topic.Company(row.TenantId), message);
    }

    /// <summary>The contract frame of an event: {"type": name, "data": body}; null for one that programs outside are not told.</summary>
    public static LiveMessage? MessageOf(StoredEvent row) => row.Happening() is { Live: { } live } happening
        ? new LiveMessage(row.Id, live.Name, Frame(live.Name, live.Data)) { Event = happening }
        : null;

    public static byte[] Frame(string name, object data) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type = name, data }, StoredEvent.Json);

    private void Remove(Listener listener)
    {
        var left = listeners.AddOrUpdate(listener.Topic, [], (_, list) => list.Remove(listener));
        // Only while it is still the empty list that is meant; else every topic ever looked at would stay in memory.
        if (left.IsEmpty) listeners.TryRemove(new(listener.Topic, left));
    }

    private sealed class Listener(LiveFeed feed, Topic topic, Action<LiveMessage> heard) : IDisposable
    {
        public Topic Topic => topic;
        public Action<LiveMessage> Heard => heard;
        public void Dispose() => feed.Remove(this);
    }
}
