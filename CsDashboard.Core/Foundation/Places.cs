using System.Collections.Concurrent;

namespace CsDashboard.Foundation;

/// <summary>How many are in at once, by name, in this process. Every place taken is given back.</summary>
public sealed class Places
{
    private readonly ConcurrentDictionary<string, int> taken = new();

    /// <summary>Takes one of a number of places; false, with nothing taken, when none is left.</summary>
    public bool TryTake(string name, int most)
    {
        if (taken.AddOrUpdate(name, 1, (_, count) => count + 1) <= most)
            return true;
        Give(name);
        return false;
    }

    public void Give(string name)
    {
        if (taken.AddOrUpdate(name, 0, (_, count) => count - 1) == 0)
            taken.TryRemove(new(name, 0));
    }
}
