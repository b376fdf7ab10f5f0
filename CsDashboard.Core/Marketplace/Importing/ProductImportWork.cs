using CsDashboard.Accounts;
using CsDashboard.Foundation.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Marketplace.Importing;

/// <summary>Runs imports in the background, also those that another process left, at its start and when one is asked for.</summary>
internal sealed class ProductImportWork(ProductImports imports, Tenants tenants, TimeProvider clock, ILogger<ProductImportWork> log)
    : BackgroundService
{
    // Another process may have been asked and ended since.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Loop.Run(
            "The work on imports of products",
            TimeSpan.FromSeconds(5),
            log,
            stoppingToken,
            async () =>
            {
                foreach (var tenant in await tenants.All())
                    await imports.Work(Actor.System(tenant.Id, clock), stoppingToken);
                await imports.Asked.WaitAsync(Look, stoppingToken);
            },
            clock
        );
}
