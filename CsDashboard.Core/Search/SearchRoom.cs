using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CsDashboard.Search;

internal static class SearchRoom
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<SearchIndex>(provider =>
            provider.GetRequiredService<IOptions<Settings>>().Value.Database == DatabaseKind.Postgres
                ? new PostgresSearch()
                : new SqliteSearch()
        );
        services.AddSingleton<ISearchIndex>(provider => provider.GetRequiredService<SearchIndex>());
        services.AddSingleton<IKeepFolded, RefoldedIndex>();
        services.AddSingleton<IPrepareStorage>(provider => provider.GetRequiredService<SearchIndex>());
        return services;
    }
}
