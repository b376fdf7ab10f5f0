using CsDashboard.Foundation.Jobs;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Events;

/// <summary>
/// A handler bound to its event type; see <see cref="EventRegistration"/>. TakesMany: it gets several events at once when they follow one
/// another.
/// </summary>
public sealed record EventHandlerBinding(
    Type EventType,
    Type HandlerType,
    bool TakesMany,
    Func<IServiceProvider, IReadOnlyList<StoredEvent>, AppDb, Task> Invoke
);
