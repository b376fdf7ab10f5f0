using CsDashboard.Foundation.Events;
using CsDashboard.Security.Payments;
using CsDashboard.Security.Signing;
using CsDashboard.Security.Telling;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Security;

internal static class SecurityRoom
{
    public static IServiceCollection AddSecurity(this IServiceCollection services) =>
        services
            .AddSingleton<SecurityCases>()
            .AddSingleton<OwnSecurity>()
            .AddSingleton<SecurityJournal>()
            .AddSingleton<SecuritySettings>()
            .AddSingleton<ToldEvents>()
            .AddSingleton<ToldSignIns>()
            .AddSingleton<RiskProfiles>()
            .AddSingleton<PaymentRules>()
            .AddSingleton<PaymentChecks>()
            .AddSingleton<FraudAlerts>()
            .AddSingleton<SignedCalls>()
            .AddSingleton<IRetain, SecurityRetention>()
            .AddHandler<SecurityWatch>();
}
