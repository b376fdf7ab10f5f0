using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Marketplace.Payments;

internal static class StripeRoom
{
    public static IServiceCollection AddStripe(this IServiceCollection services)
    {
        services
            .AddHttpClient(
                StripeCalls.Client,
                client =>
                {
                    client.Timeout = TimeSpan.FromSeconds(20);
                    client.DefaultRequestHeaders.UserAgent.ParseAdd("CsDashboard");
                }
            )
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                }
            )
            .RemoveAllLoggers();
        return services.AddSingleton<StripeCalls>().AddSingleton<StripeAccounts>().AddSingleton<StripeCheckouts>();
    }
}
