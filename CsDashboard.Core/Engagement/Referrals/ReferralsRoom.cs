using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Engagement.Referrals;

internal static class ReferralsRoom
{
    public static IServiceCollection AddReferrals(this IServiceCollection services) =>
        services
            .AddSingleton<Referrals>()
            .AddSingleton<ReferralCases>()
            .AddSingleton<ITallyOfCustomer, ReferralsTally>()
            .AddSingleton<PersonalData, ReferralLinksOfCustomers>()
            .AddSingleton<PersonalData, ReferralsOfCustomers>()
            .AddSingleton<PersonalData, ReferralOfCustomer>()
            .AddHandler<ReferralsComplete>()
            .AddHandler<ReferralsEarn>();
}
