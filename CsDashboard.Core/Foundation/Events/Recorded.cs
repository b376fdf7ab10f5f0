namespace CsDashboard.Foundation.Events;

/// <summary>An event as it was recorded: what happened, with its place in the order, and who did it when.</summary>
public sealed record Recorded<T>(
    T Event,
    long Id,
    Guid TenantId,
    DateTimeOffset At,
    Guid? UserId,
    string ActorName,
    Role ActorRole,
    bool Silent
)
    where T : IEvent
{
    /// <summary>The address it was done from; null where nobody called.</summary>
    public string? Address { get; init; }
}
