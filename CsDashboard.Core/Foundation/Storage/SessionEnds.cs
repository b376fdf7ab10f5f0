using System.Collections.Concurrent;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// Sessions that ended while the process runs. A page that is still open holds its actor; the next verb it calls is
/// refused, however the session ended. Requests check the session table itself.
/// </summary>
public sealed class SessionEnds
{
    private readonly ConcurrentDictionary<Guid, byte> ended = new();

    public void Add(Guid sessionId) => ended[sessionId] = 0;

    /// <summary>Refuses with SignedOut when the actor's session has ended.</summary>
    public void Demand(Actor actor)
    {
        if (actor.SessionId is { } id && ended.ContainsKey(id))
            throw Refusal.SignedOut();
    }
}
