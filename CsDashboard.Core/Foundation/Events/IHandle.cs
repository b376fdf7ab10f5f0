namespace CsDashboard.Foundation.Events;

/// <summary>
/// Reacts to an event after its commit. It is given the database for its company, inside a transaction that also marks
/// the event as delivered: what it writes is kept exactly once. It must not touch anything but that database; whatever leaves the product
/// is queued in a table and sent by a job.
/// </summary>
public interface IHandle<T>
    where T : IEvent
{
    Task Handle(Recorded<T> happening, Storage.AppDb db);
}
