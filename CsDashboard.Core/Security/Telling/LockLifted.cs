using CsDashboard.Foundation.Events;

namespace CsDashboard.Security.Telling;

/// <summary>An admin let somebody sign in again before the lock-out ended.</summary>
public sealed record LockLifted(Guid LockId, string Who) : IEvent
{
    public Subject About => new("sign_in_lock", LockId);
    public (string, object?[]) Sentence => ("Event_LockLifted", [Who]);
}
