namespace CsDashboard.Foundation.Events;

/// <summary>
/// Reacts to events that followed one another directly, all of the handler's company and in their order, in one go, so that it reads once
/// for all of them. When it fails, its work is rolled back and it gets each event alone. History that is being entered comes one by one.
/// </summary>
public interface IHandleMany<T> : IHandle<T>
    where T : IEvent
{
    Task Handle(IReadOnlyList<Recorded<T>> happenings, Storage.AppDb db);

    Task IHandle<T>.Handle(Recorded<T> happening, Storage.AppDb db) => Handle([happening], db);
}
