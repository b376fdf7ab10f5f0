using CsDashboard.Analytics;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Bots;

internal static class BotsRoom
{
    public static IServiceCollection AddBots(this IServiceCollection services)
    {
        services.AddSingleton<IFigures, BotFigures>();
        services.AddSingleton<BotHealths>().AddSingleton<Quotes>();
        services.AddSingleton<BotSignal>();
        services.AddSingleton<BotFiles>();
        services.AddSingleton(FeedPatience.Usual);
        services.AddSingleton(provider => new TradingBots(
            provider.GetRequiredService<Store>(),
            provider.GetRequiredService<BotHealths>(),
            provider.GetRequiredService<BotFiles>(),
            provider.GetRequiredService<BotSignal>()
        ));
        services.AddSingleton<BotHost>();
        services.AddHostedService(provider => provider.GetRequiredService<BotHost>());
        return services.AddHandler<BotNotices>();
    }
}
