using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Audit;

public static class AuditRights
{
    /// <summary>Reads, verifies and exports the company's history.</summary>
    public static readonly Right Read = new("audit.read", Role.Admin);
}

internal static class AuditRoom
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<IPrepareStorage, EventGuards>();
        services.AddSingleton<Seal>();
        services.AddHostedService(provider => provider.GetRequiredService<Seal>());
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditCheck>();
        return services.AddHandler<AuditNotices>();
    }
}
