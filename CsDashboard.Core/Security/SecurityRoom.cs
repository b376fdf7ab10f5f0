using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Security;

internal static class SecurityRoom
{
    public static IServiceCollection AddSecurity(this IServiceCollection services) =>
        services
            .AddSingleton<SecurityCases>()
            .AddSingleton<OwnSecurity>()
            .AddSingleton<SecurityJournal>()
            .AddSingleton<IRetain, SecurityRetention>()
            .AddHandler<SecurityWatch>();
}
