using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Privacy;

/// <summary>
/// The work of erasing one kind of data for the records of one person. Each step is a write of its own and safe to repeat.
/// </summary>
public sealed record Erasing(Store Store, Actor Actor, IReadOnlyList<Guid> Records, ErasureAction Fate)
{
    /// <summary>How many rows are written at once, so that others do not wait long to write.</summary>
    public const int AtOnce = 200;

    public Task<int> Write(Func<AppDb, Task<int>> work) => Store.Write(Actor, work);
}
