using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Live;

/// <summary>
/// Tells listeners of this process what was committed. Listeners are called one after another outside any lock and must
/// return at once (set a flag, write to their own queue); one that throws is logged and the rest are served.
/// </summary>
public sealed class LiveFeed(ILogger<LiveFeed> log)
{
    private readonly ConcurrentDictionary<Topic, ImmutableArray<Listener>> listeners = new();
    private long announced;

    /// <summary>
    /// How many announcements were made since the start; if it hasn't changed, whatever was read meanwhile is still fresh.
    /// </summary>
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
        if (!listeners.TryGetValue(topic, out var list))
            return;
        foreach (var listener in list)
        {
            try
            {
                listener.Heard(message ?? LiveMessage.LookAgain);
            }
            catch (Exception e)
            {
                log.LogError(e, "A listener to {Topic} failed", topic.Name);
            }
        }
    }

    internal void Announce(StoredEvent row)
    {
        LiveMessage? message = null;
        // The change is committed, so a fault in its frame must not reach whoever made it.
        try
        {
            message = MessageOf(row);
        }
        catch (Exception e)
        {
            log.LogError(e, "The live frame of event {Event} {Kind} could not be made", row.Id, row.Kind);
        }
        Announce(Topic.Room(row.TenantId, row.Room));
        Announce(Topic.Of(row.TenantId, row.SubjectId));
        if (row.ForCustomer is { } customer)
            Announce(Topic.Customer(row.TenantId, customer), message);
        if (row.ForGroup is { } group)
            Announce(Topic.Group(row.TenantId, group), message);
        if (message is { Event: null or { ForStaff: true } })
            Announce(Topic.Company(row.TenantId), message);
    }

    /// <summary>The contract frame of an event: {"type": name, "data": body}; null for an event that outside programs don't get.</summary>
    public static LiveMessage? MessageOf(StoredEvent row) =>
        row.Happening() is { Live: { } live } happening
            ? new LiveMessage(row.Id, live.Name, Frame(live.Name, live.Data)) { Event = happening }
            : null;

    public static byte[] Frame(string name, object data) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type = name, data }, StoredEvent.Json);

    private void Remove(Listener listener)
    {
        var left = listeners.AddOrUpdate(listener.Topic, [], (_, list) => list.Remove(listener));
        // Removed only while it is still this empty list; without this every topic ever listened to would stay in memory.
        if (left.IsEmpty)
            listeners.TryRemove(new(listener.Topic, left));
    }

    private sealed class Listener(LiveFeed feed, Topic topic, Action<LiveMessage> heard) : IDisposable
    {
        public Topic Topic => topic;
        public Action<LiveMessage> Heard => heard;

        public void Dispose() => feed.Remove(this);
    }
}
