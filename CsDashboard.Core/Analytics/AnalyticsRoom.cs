using CsDashboard.Analytics.Behaviour;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Analytics;

internal static class AnalyticsRoom
{
    public static IServiceCollection AddAnalytics(this IServiceCollection services) =>
        services
            .AddSingleton<Traffic>()
            .AddSingleton<Figures>()
            .AddSingleton<FailedMessages>()
            .AddSingleton<Visits>()
            .AddSingleton<BehaviourFigures>()
            .AddSingleton<BehaviourRetention>();

    /// <summary>Called after the product's rooms, whose figures come first.</summary>
    public static IServiceCollection AddSystemFigures(this IServiceCollection services) =>
        services.AddSingleton<IFigures, SignInFigures>().AddSingleton<IFigures, SystemFigures>();
}
