using System.Collections.Concurrent;

namespace CsDashboard.Foundation;

/// <summary>
/// How often something was asked for within an hour of its first time, by name, in this process. Beyond the limit old names are forgotten,
/// and beyond twice the limit all of them.
/// </summary>
public sealed class Hourly(int mostRemembered)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Since)> asked = new();

    /// <summary>Counts one: which one it is, and when counting starts over.</summary>
    public (int Count, DateTimeOffset Until) Take(string name, DateTimeOffset now)
    {
        if (asked.Count > mostRemembered)
            foreach (var (old, _) in asked.Where(a => now - a.Value.Since > Hour || asked.Count > 2 * mostRemembered))
                asked.TryRemove(old, out _);
        var (count, since) = asked.AddOrUpdate(name, (1, now), (_, was) => now - was.Since >= Hour ? (1, now) : (was.Count + 1, was.Since));
        return (count, since + Hour);
    }

    /// <summary>How many there were, without counting another.</summary>
    public (int Count, DateTimeOffset Until) Look(string name, DateTimeOffset now) =>
        asked.TryGetValue(name, out var was) && now - was.Since < Hour ? (was.Count, was.Since + Hour) : (0, now);
}
