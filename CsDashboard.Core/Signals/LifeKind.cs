using System.Text.Json;

namespace CsDashboard.Signals;

/// <summary>What can happen to a signal; each is a link of the chain.</summary>
public enum LifeKind
{
    Published,
    EntryReached,
    TargetReached,
    StopReached,
    Moved,
    Closed,
    Cancelled,
    Corrected,
}
