using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Engagement.Rewards;

internal static class RewardsRoom
{
    public static IServiceCollection AddRewards(this IServiceCollection services) =>
        services
            .AddSingleton<Rewards>()
            .AddSingleton<RewardSettings>()
            .AddSingleton<Vouchers>()
            .AddSingleton<PersonalData, RewardsOfCustomers>()
            .AddHandler<Milestones>()
            .AddHandler<RewardsEarn>();
}
