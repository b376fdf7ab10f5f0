using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Outgoing;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CsDashboard.Foundation;

internal static class FoundationRoom
{
    public static IServiceCollection AddFoundation(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<EventSignal>();
        services.AddSingleton<SessionEnds>();
        services.AddSingleton<MissedEvents>();
        services.AddSingleton<Shares>();
        services.AddSingleton<Store>(provider =>
        {
            var settings = provider.GetRequiredService<IOptions<Settings>>().Value;
            var (feed, signal, ends) = (
                provider.GetRequiredService<LiveFeed>(),
                provider.GetRequiredService<EventSignal>(),
                provider.GetRequiredService<SessionEnds>()
            );
            var preparations = provider.GetServices<IPrepareStorage>();
            return settings.Database == DatabaseKind.Postgres
                ? new PostgresStore(PostgresStore.Bounded(settings.ConnectionString!), feed, signal, ends, preparations)
                : new SqliteStore(
                    Path.Combine(settings.DataFolder, "csdashboard.db"),
                    feed,
                    signal,
                    ends,
                    preparations,
                    provider.GetRequiredService<ILogger<SqliteStore>>()
                );
        });
        OutgoingCalls.Register(services);
        services.AddSingleton<EventPump>();
        services.AddHostedService(provider => provider.GetRequiredService<EventPump>());
        services.AddSingleton<Refolding>();
        services.AddHostedService(provider => provider.GetRequiredService<Refolding>());
        services.AddSingleton<FileQuota>();
        services.AddSingleton<IFileStore>(provider => FileStores.Choose(provider.GetRequiredService<IOptions<Settings>>().Value));
        return services;
    }
}
