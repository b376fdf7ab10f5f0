using System.Collections.Concurrent;

namespace CsDashboard.Foundation;

/// <summary>How many are inside at once, by a name, in this process. What is taken is given back.</summary>
public sealed class Places
{
    private readonly ConcurrentDictionary<string, int> taken = new();

    /// <summary>Takes one of so many; false, with nothing taken, when there is none left.</summary>
    public bool TryTake(string name, int most)
    {
        if (taken.AddOrUpdate(name, 1, (_, count) => count + 1) <= most) return true;
        Give(name);
        return false;
    }

    public void Give(string name)
    {
        if (taken.AddOrUpdate(name, 0, (_, count) => count - 1) == 0) taken.TryRemove(new(name, 0));
    }
}
