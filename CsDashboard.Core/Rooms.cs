using CsDashboard.Accounts;
using CsDashboard.Analytics;
using CsDashboard.Audit;
using CsDashboard.Bots;
using CsDashboard.Customers;
using CsDashboard.Demo;
using CsDashboard.Desk;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Offers;
using CsDashboard.Engagement.Referrals;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Knowledge;
using CsDashboard.Marketplace;
using CsDashboard.Notifications;
using CsDashboard.Search;
using CsDashboard.Security;
using CsDashboard.Signals;
using CsDashboard.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard;

/// <summary>The map of the house: every room, in order of dependency. A room may stand on those above it.</summary>
public static class Rooms
{
    public static IServiceCollection AddRooms(this IServiceCollection services) =>
        services
            .AddFoundation()
            .AddAccounts()
            .AddSearch()
            .AddImages()
            .AddNotifications()
            .AddSecurity()
            .AddAudit()
            .AddAnalytics()
            .AddCustomers()
            .AddKnowledge()
            .AddDesk()
            .AddBots()
            .AddSignals()
            .AddVault()
            .AddMarketplace()
            .AddSegments()
            .AddOffers()
            .AddLoyalty()
            .AddReferrals()
            .AddRewards()
            .AddSystemFigures()
            .AddDemo()
            .AddSchedule();
}
