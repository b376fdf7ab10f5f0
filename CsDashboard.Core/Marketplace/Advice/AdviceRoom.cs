using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Marketplace.Advice;

internal static class AdviceRoom
{
    public static IServiceCollection AddAdvice(this IServiceCollection services) =>
        services.AddSingleton<Recommendations>().AddHandler<PairWatch>();
}
