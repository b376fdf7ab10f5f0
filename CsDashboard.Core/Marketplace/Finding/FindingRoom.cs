using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Marketplace.Finding;

internal static class FindingRoom
{
    public static IServiceCollection AddFinding(this IServiceCollection services) =>
        services
            .AddSingleton<ProductIndexes>()
            .AddHostedService(rooms => rooms.GetRequiredService<ProductIndexes>())
            .AddSingleton<FindingRules>()
            .AddSingleton<ProductFinder>()
            .AddSingleton<ProductFeed>()
            .AddSingleton<SearchLog>()
            .AddSingleton<SearchFigures>();
}
