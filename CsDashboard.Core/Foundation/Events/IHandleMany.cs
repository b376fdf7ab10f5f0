namespace CsDashboard.Foundation.Events;

/// <summary>
/// Reacts to events that followed one another directly, all of the handler's company and in their order, in one go: what it reads, it reads for
/// all of them. When it fails, all it did is undone and it is given each alone. History that is being entered comes one by one.
/// </summary>
public interface IHandleMany<T> : IHandle<T> where T : IEvent
{
    Task Handle(IReadOnlyList<Recorded<T>> happenings, Storage.AppDb db);

    Task IHandle<T>.Handle(Recorded<T> happening, Storage.AppDb db) => Handle([happening], db);
}
