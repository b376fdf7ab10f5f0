using CsDashboard.Accounts;
using CsDashboard.Foundation.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Customers.Importing;

/// <summary>Runs imports in the background, also those that another process left, at its start and when one is asked for.</summary>
internal sealed class ImportWork<TImports>(TImports imports, Tenants tenants, TimeProvider clock, ILogger<ImportWork<TImports>> log)
    : BackgroundService
    where TImports : IWorkOnImports
{
    // Another process may have been asked and ended since.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Loop.Run(
            $"The work on {typeof(TImports).Name}",
            TimeSpan.FromSeconds(5),
            log,
            stoppingToken,
            async () =>
            {
                foreach (var tenant in await tenants.All())
                    await imports.Work(Actor.System(tenant.Id, clock), stoppingToken);
                await imports.Asked(Look, stoppingToken);
            },
            clock
        );
}
