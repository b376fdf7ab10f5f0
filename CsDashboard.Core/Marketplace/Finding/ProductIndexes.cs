using System.Collections.Concurrent;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Jobs;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Marketplace.Finding;

/// <summary>The indexes of the shops, made at the start behind the house, and of a new company with its first search.</summary>
public sealed class ProductIndexes(Store store, LiveFeed feed, Tenants tenants, TimeProvider clock, ILogger<ProductIndexes> log)
    : BackgroundService
{
    private readonly ConcurrentDictionary<Guid, ProductIndex> companies = new();

    internal ProductIndex Of(Guid company) => companies.GetOrAdd(company, id => new ProductIndex(store, feed, Actor.System(id, clock)));

    /// <summary>Makes the index of a company anew, where there is one: numbers that nobody announces (views) and what was missed.</summary>
    public async Task Renew(Actor company)
    {
        if (companies.TryGetValue(company.TenantId, out var known) && known.IsMade)
            await known.Make();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isMade = false;
        await Loop.Run(
            "The indexes of the shops",
            TimeSpan.FromSeconds(5),
            log,
            stoppingToken,
            async () =>
            {
                if (isMade)
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stoppingToken);
                foreach (var company in await tenants.All())
                    await Of(company.Id).Make();
                isMade = true;
            }
        );
    }
}
