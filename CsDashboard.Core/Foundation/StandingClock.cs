namespace CsDashboard.Foundation;

/// <summary>A clock that stands at the moment at which something of the past happened.</summary>
internal sealed class StandingClock(DateTimeOffset at) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => at;
}
