using System.Collections.Concurrent;
using System.Security.Cryptography;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Vault;

/// <summary>
/// An open vault: for one user and one session, for five minutes. It holds the company's keys and wipes them when it ends,
/// by time, by the lock button, by leaving or by signing out.
/// </summary>
public sealed class Grant : IDisposable
{
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private Dictionary<int, byte[]>? keys;
    internal readonly List<IDisposable> Ends = [];

    internal Grant(Actor actor, Dictionary<int, byte[]> keys)
    {
        (clock, this.keys) = (actor.Clock, keys);
        (TenantId, UserId, SessionId, Until) = (actor.TenantId, actor.UserId, actor.SessionId, actor.Now + Life);
    }

    public Guid TenantId { get; }
    internal Guid? UserId { get; }
    internal Guid? SessionId { get; }
    public DateTimeOffset Until { get; }
    public bool IsOver => keys is null || clock.Now() >= Until;

    /// <summary>
    /// A copy of the keys, for a read that has begun; wiped by who asked. Forbidden once the grant is over or is not the
    /// actor's.
    /// </summary>
    internal Dictionary<int, byte[]> Keys(Actor actor)
    {
        lock (gate)
        {
            if (keys is null || IsOver || actor.TenantId != TenantId || actor.UserId != UserId || actor.SessionId != SessionId) throw Refusal.Forbidden(Words.Of("Vault_Locked"));
            return keys.ToDictionary(k => k.Key, k => (byte[])k.Value.Clone());
        }
    }

    /// <summary>Takes keys that were made since it was opened.</summary>
    internal void Learn(IReadOnlyDictionary<int, byte[]> more)
    {
        lock (gate)
            if (keys is not null)
                foreach (var (number, key) in more) keys.TryAdd(number, key);
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var end in Ends) end.Dispose();
            Ends.Clear();
            if (keys is null) return;
            foreach (var key in keys.Values) CryptographicOperations.ZeroMemory(key);
            keys = null;
        }
    }
}

/// <summary>The vaults that are open now, by session. In memory alone: after a restart all are locked.</summary>
public sealed class Grants(LiveFeed feed, SessionEnds ends)
{
    private readonly ConcurrentDictionary<(Guid Tenant, Guid User, Guid Session), Grant> open = new();

    internal Grant Open(Actor actor, Dictionary<int, byte[]> keys)
    {
        var (name, grant) = (NameOf(actor) ?? throw Refusal.Forbidden(), new Grant(actor, keys));
        // The timer only tidies up: whether it is over is asked of the clock at every use.
        grant.Ends.Add(actor.Clock.CreateTimer(_ => Lock(actor), null, Grant.Life, Timeout.InfiniteTimeSpan));
        grant.Ends.Add(feed.Listen(Topic.User(actor.TenantId, name.User), _ =>
        {
            try { ends.Demand(actor); }
            catch (Refusal) { Lock(actor); }
        }));
        open.AddOrUpdate(name, grant, (_, before) => { before.Dispose(); return grant; });
        return grant;
    }

    /// <summary>The open vault of the actor's session; null while it is locked.</summary>
    public Grant? Of(Actor actor) => NameOf(actor) is { } name && open.TryGetValue(name, out var grant) && !grant.IsOver ? grant : null;

    /// <summary>The same; Forbidden while it is locked.</summary>
    public Grant Demand(Actor actor) => Of(actor) ?? throw Refusal.Forbidden(Words.Of("Vault_Locked"));

    /// <summary>Locks it and wipes the keys; does nothing when it is locked.</summary>
    public void Lock(Actor actor)
    {
        if (NameOf(actor) is { } name && open.TryRemove(name, out var grant)) grant.Dispose();
    }

    /// <summary>Locks every open vault of a company.</summary>
    internal void LockAll(Guid tenantId)
    {
        foreach (var name in open.Keys.Where(name => name.Tenant == tenantId))
            if (open.TryRemove(name, out var grant)) grant.Dispose();
    }

    private static (Guid Tenant, Guid User, Guid Session)? NameOf(Actor actor) =>
        actor is { UserId: { } user, SessionId: { } session } ? (actor.TenantId, user, session) : null;
}
