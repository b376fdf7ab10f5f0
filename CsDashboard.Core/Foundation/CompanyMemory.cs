using System.Collections.Concurrent;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Foundation;

/// <summary>
/// What each company has set, read with every act and changed once a year: read once and kept. A change made here is seen at once; one that
/// another process made on the same database within <see cref="Fresh"/>. A read that was under way during a change is not kept.
/// </summary>
public sealed class CompanyMemory<T>(Store store, Func<AppDb, Task<T>> read, int fresh = CompanyMemory<T>.Fresh)
    where T : class
{
    /// <summary>After this what is kept is read anew, in milliseconds of the machine's own clock.</summary>
    public const int Fresh = 5_000;

    private readonly ConcurrentDictionary<Guid, Entry> entries = new();

    /// <summary>That of the actor's company.</summary>
    public async Task<T> Get(Actor actor)
    {
        if (entries.TryGetValue(actor.TenantId, out var entry) && entry.Value is { } known)
            return known;
        await using var db = store.Open(actor);
        return await Of(db);
    }

    /// <summary>The same where the database is open already.</summary>
    public async Task<T> Of(AppDb db)
    {
        var entry = entries.GetOrAdd(db.Actor.TenantId, _ => new Entry());
        if (entry.Value is { } known)
            return known;
        var changes = entry.Changes;
        var value = await read(db);
        entry.Keep(value, changes, fresh);
        return value;
    }

    /// <summary>What was read last, however long ago; null before anything was.</summary>
    public T? Last(Guid tenantId) => entries.TryGetValue(tenantId, out var entry) ? entry.Last : null;

    /// <summary>After a change was committed.</summary>
    public void Set(Guid tenantId, T value) => entries.GetOrAdd(tenantId, _ => new Entry()).Change(value, fresh);

    private sealed class Entry
    {
        private readonly Lock gate = new();
        private volatile T? last;
        private long until;

        public int Changes { get; private set; }
        public T? Last => last;
        public T? Value => Environment.TickCount64 < Interlocked.Read(ref until) ? last : null;

        public void Keep(T value, int asOf, int fresh)
        {
            lock (gate)
                if (asOf == Changes)
                    Put(value, fresh);
        }

        public void Change(T value, int fresh)
        {
            lock (gate)
            {
                Changes++;
                Put(value, fresh);
            }
        }

        private void Put(T value, int fresh)
        {
            last = value;
            Interlocked.Exchange(ref until, Environment.TickCount64 + fresh);
        }
    }
}
