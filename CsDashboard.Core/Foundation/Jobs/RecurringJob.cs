using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Jobs;

/// <summary>Work that is done again and again: what, how often, and the doing of it. It must be safe to repeat.</summary>
public sealed record RecurringJob(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> Do);
