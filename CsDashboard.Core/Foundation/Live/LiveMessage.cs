using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Live;

/// <summary>
/// What a listener is handed. Body is the contract's JSON, made once for all listeners; null where the topic only says "look again".
/// </summary>
public sealed record LiveMessage(long Id, string Name, ReadOnlyMemory<byte> Body)
{
    public static readonly LiveMessage LookAgain = new(0, "", default);

    /// <summary>The event, for listeners that must choose; null where nothing was recorded.</summary>
    public IEvent? Event { get; init; }
}
