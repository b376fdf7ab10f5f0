using System.Collections.Concurrent;
using System.Security.Cryptography;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Vault;

/// <summary>The vaults that are open now, by session. In memory alone: after a restart all are locked.</summary>
public sealed class Grants(LiveFeed feed, SessionEnds ends)
{
    private readonly ConcurrentDictionary<(Guid Tenant, Guid User, Guid Session), Grant> open = new();

    internal Grant Open(Actor actor, Dictionary<int, byte[]> keys)
    {
        var (name, grant) = (NameOf(actor) ?? throw Refusal.Forbidden(), new Grant(actor, keys));
        // The timer only tidies up: every use asks the clock whether it is over.
        grant.Ends.Add(actor.Clock.CreateTimer(_ => Lock(actor), null, Grant.Life, Timeout.InfiniteTimeSpan));
        grant.Ends.Add(
            feed.Listen(
                Topic.User(actor.TenantId, name.User),
                _ =>
                {
                    try
                    {
                        ends.Demand(actor);
                    }
                    catch (Refusal)
                    {
                        Lock(actor);
                    }
                }
            )
        );
        open.AddOrUpdate(
            name,
            grant,
            (_, before) =>
            {
                before.Dispose();
                return grant;
            }
        );
        return grant;
    }

    /// <summary>The open vault of the actor's session; null while it is locked.</summary>
    public Grant? Of(Actor actor) => NameOf(actor) is { } name && open.TryGetValue(name, out var grant) && !grant.IsOver ? grant : null;

    /// <summary>The same; Forbidden while it is locked.</summary>
    public Grant Demand(Actor actor) => Of(actor) ?? throw Refusal.Forbidden(Words.Of("Vault_Locked"));

    /// <summary>Locks it and wipes the keys; does nothing when it is locked.</summary>
    public void Lock(Actor actor)
    {
        if (NameOf(actor) is { } name && open.TryRemove(name, out var grant))
            grant.Dispose();
    }

    /// <summary>Locks every open vault of a company.</summary>
    internal void LockAll(Guid tenantId)
    {
        foreach (var name in open.Keys.Where(name => name.Tenant == tenantId))
            if (open.TryRemove(name, out var grant))
                grant.Dispose();
    }

    private static (Guid Tenant, Guid User, Guid Session)? NameOf(Actor actor) =>
        actor is { UserId: { } user, SessionId: { } session } ? (actor.TenantId, user, session) : null;
}
