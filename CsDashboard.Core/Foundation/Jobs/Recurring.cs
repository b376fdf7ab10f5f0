using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Jobs;

/// <summary>
/// Does every recurring job at its own pace. One that fails is logged and tried again when its time comes; the others go on.
/// </summary>
public sealed class Recurring(IEnumerable<RecurringJob> jobs, IServiceProvider services, TimeProvider clock, ILogger<Recurring> log)
    : BackgroundService
{
    // Not at once, so that a start under load serves waiting people first.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(jobs.Select(job => Repeat(job, stoppingToken)));

    private async Task Repeat(RecurringJob job, CancellationToken stopping)
    {
        await Task.Delay(FirstPause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Loop.Run(
            job.Name,
            job.Every,
            log,
            stopping,
            async () =>
            {
                await job.Do(services, stopping);
                await Task.Delay(job.Every, clock, stopping);
            },
            clock
        );
    }
}
