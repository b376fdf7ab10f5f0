using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Engagement.Loyalty;

internal static class LoyaltyRoom
{
    public static IServiceCollection AddLoyalty(this IServiceCollection services) =>
        services
            .AddSingleton<Points>()
            .AddSingleton<EarningRules>()
            .AddSingleton<PointExpiry>()
            .AddSingleton<PersonalData, PointsOfCustomers>()
            .AddSingleton<ITallyOfCustomer, PointsTally>()
            .AddHandler<Earning>()
            .AddHandler<LoyaltyNotices>()
            .AddHandler<PointsWatch>();
}
