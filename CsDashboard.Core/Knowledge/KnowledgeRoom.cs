using CsDashboard.Foundation.Events;
using CsDashboard.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Knowledge;

internal static class KnowledgeRoom
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services) =>
        services
            .AddSingleton<Articles>()
            .AddSingleton<Faq>()
            .AddHandler<ArticleIndex>()
            .AddSingleton<IHaveTexts>(rooms => rooms.GetRequiredService<ArticleIndex>());
}
