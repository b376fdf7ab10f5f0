using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Files;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Knowledge;

internal static class KnowledgeRoom
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services) =>
        services
            .AddSingleton<Articles>()
            .AddSingleton<ArticleHistory>()
            .AddSingleton<ArticlePictures>()
            .AddSingleton(new FileHolder((db, cancellation) => db.ArticlePictures.SumAsync(p => p.Size, cancellation)))
            .AddSingleton<ArticleTimes>()
            .AddSingleton<MissedSearches>()
            .AddSingleton<IRetain, MissedSearchRetention>()
            .AddSingleton<Faq>()
            .AddHandler<ArticleIndex>()
            .AddHandler<KnowledgeNotices>()
            .AddSingleton<IHaveTexts>(rooms => rooms.GetRequiredService<ArticleIndex>());
}
