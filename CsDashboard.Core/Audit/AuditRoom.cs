using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Audit;

internal static class AuditRoom
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<IPrepareStorage, EventGuards>();
        services.AddSingleton<KeptHeads>();
        services.AddSingleton<IPrepareStorage>(provider => provider.GetRequiredService<KeptHeads>());
        services.AddSingleton<Seal>();
        services.AddHostedService(provider => provider.GetRequiredService<Seal>());
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<Redaction>();
        services.AddSingleton<Retention>();
        services.AddSingleton<IRetain, TimelineRetention>();
        services.AddSingleton<AuditCheck>();
        return services.AddHandler<AuditNotices>();
    }
}
