using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Marketplace.Prices;

internal static class PricesRoom
{
    public static IServiceCollection AddPrices(this IServiceCollection services) =>
        services
            .AddSingleton<ProductAlerts>()
            .AddSingleton<AlertTelling>()
            .AddSingleton<PersonalData, AlertsOfCustomers>()
            .AddHandler<AlertWatch>();
}
