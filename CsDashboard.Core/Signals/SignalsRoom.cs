using CsDashboard.Analytics;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Signals;

internal static class SignalsRoom
{
    public static IServiceCollection AddSignals(this IServiceCollection services) =>
        services
            .AddSingleton<IPrepareStorage, SignalTriggers>()
            .AddSingleton<IFigures, SignalFigures>()
            .AddSingleton<SignalAccess>()
            .AddSingleton<SignalLists>()
            .AddSingleton<SignalRecord>()
            .AddSingleton<PublicRecords>()
            .AddSingleton<TradingSignals>()
            .AddSingleton<Drafts>()
            .AddSingleton<Alerts>()
            .AddSingleton<SignalReleases>()
            .AddSingleton<SignalNotices>()
            .AddHostedService(provider => provider.GetRequiredService<SignalNotices>())
            .AddHandler<SignalPostbox>()
            .AddHandler<AlertReader>()
            .AddHandler<BotProposals>();
}
