using System.Collections.Concurrent;

namespace CsDashboard.Foundation.Live;

/// <summary>
/// Something that is read once for a company and serves everybody there until a topic says "look again": a thousand open pages read the
/// database once. A read that was running when something happened is given to those who asked before, never to those who ask afterwards.
/// </summary>
public sealed class SharedReads(LiveFeed feed, Func<Guid, Topic> topic, int atMost = 2_000)
{
    private readonly ConcurrentDictionary<Guid, Shelf> shelves = new();

    /// <summary>How often something had to be read; for figures and tests.</summary>
    public long Reads => Interlocked.Read(ref reads);
    private long reads;

    public Task<T> Get<T>(Guid tenantId, object key, Func<Task<T>> read) => Get(ShelfOf(tenantId), key, read);

    /// <summary>The same for a read that is given what it read last, so that what did not change stays the same object.</summary>
    public Task<T> Get<T>(Guid tenantId, object key, Func<T?, Task<T>> read)
        where T : class
    {
        var shelf = ShelfOf(tenantId);
        return shelf.Things.TryGetValue(key, out var kept) ? (Task<T>)kept.Value : Get(shelf, key, shelf.Again(key, read));
    }

    private Shelf ShelfOf(Guid tenantId) =>
        shelves.GetOrAdd(tenantId, static (id, all) => new Shelf(all.feed, all.topic(id)), (feed, topic));

    private async Task<T> Get<T>(Shelf shelf, object key, Func<Task<T>> read)
    {
        var things = shelf.Things;
        if (things.Count > atMost)
            things.Clear();
        var kept = things.GetOrAdd(
            key,
            _ => new Lazy<Task>(() =>
            {
                Interlocked.Increment(ref reads);
                return read();
            })
        );
        try
        {
            return await (Task<T>)kept.Value;
        }
        catch
        {
            things.TryRemove(new KeyValuePair<object, Lazy<Task>>(key, kept));
            throw;
        }
    }

    private sealed class Shelf
    {
        private volatile ConcurrentDictionary<object, Lazy<Task>> things = new();
        private readonly ConcurrentDictionary<object, object> last = new();

        // Listens as long as the process lives; there is one for each company.
        public Shelf(LiveFeed feed, Topic topic) => feed.Listen(topic, _ => things = new());

        public ConcurrentDictionary<object, Lazy<Task>> Things => things;

        public Func<Task<T>> Again<T>(object key, Func<T?, Task<T>> read)
            where T : class =>
            async () =>
            {
                var value = await read((T?)last.GetValueOrDefault(key));
                last[key] = value;
                return value;
            };
    }
}
