using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Live;

/// <summary>
/// What a customer's stream carries besides the customer's own events: groups, and which of their messages are for this customer now.
/// </summary>
public sealed record GroupFilter(IReadOnlyList<string> Groups, Func<IEvent, bool> Hears)
{
    public static readonly GroupFilter Deaf = new([], _ => false);
}
