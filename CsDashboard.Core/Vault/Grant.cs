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
    /// A copy of the keys for a read that has begun; the caller wipes it. Forbidden once the grant is over or belongs to somebody else.
    /// </summary>
    internal Dictionary<int, byte[]> Keys(Actor actor)
    {
        lock (gate)
        {
            if (keys is null || IsOver || actor.TenantId != TenantId || actor.UserId != UserId || actor.SessionId != SessionId)
                throw Refusal.Forbidden(Words.Of("Vault_Locked"));
            return keys.ToDictionary(k => k.Key, k => (byte[])k.Value.Clone());
        }
    }

    /// <summary>Takes keys that were made since it was opened.</summary>
    internal void Learn(IReadOnlyDictionary<int, byte[]> more)
    {
        lock (gate)
            if (keys is not null)
                foreach (var (number, key) in more)
                    keys.TryAdd(number, key);
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var end in Ends)
                end.Dispose();
            Ends.Clear();
            if (keys is null)
                return;
            foreach (var key in keys.Values)
                CryptographicOperations.ZeroMemory(key);
            keys = null;
        }
    }
}
