using CsDashboard.Analytics;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Signals;

public static class SignalRights
{
    /// <summary>Customers see what their tier allows, staff all.</summary>
    public static readonly Right See = new("signals.see", Role.Customer, Role.Agent, Role.Admin, Role.Service);
    /// <summary>Drafts, publications, the life of signals, tokens of alerts, who sees what.</summary>
    public static readonly Right Publish = new("signals.publish", Role.Admin);
}

internal static class SignalsRoom
{
    public static IServiceCollection AddSignals(this IServiceCollection services) => services
        .AddSingleton<IPrepareStorage, SignalTriggers>()
        .AddSingleton<IFigures, SignalFigures>()
        .AddSingleton<SignalAccess>()
        .AddSingleton<SignalLists>()
        .AddSingleton<SignalRecord>()
        .AddSingleton<Signals>()
        .AddSingleton<Drafts>()
        .AddSingleton<Alerts>()
        .AddSingleton<SignalReleases>()
        .AddSingleton<SignalNotices>()
        .AddHostedService(provider => provider.GetRequiredService<SignalNotices>())
        .AddHandler<SignalPostbox>()
        .AddHandler<AlertReader>()
        .AddHandler<BotProposals>();
}
