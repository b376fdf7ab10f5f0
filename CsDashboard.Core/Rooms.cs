using CsDashboard.Accounts;
using CsDashboard.Analytics;
using CsDashboard.Audit;
using CsDashboard.Customers;
using CsDashboard.Demo;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Notifications;
using CsDashboard.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard;

/// <summary>The map of the house: every room, in order of dependency. A room may stand on those above it.</summary>
public static class Rooms
{
    public static IServiceCollection AddRooms(this IServiceCollection services) => services
        .AddFoundation()
        .AddAccounts()
        .AddSearch()
        .AddNotifications()
        .AddAudit()
        .AddAnalytics()
        .AddCustomers()
        .AddKnowledge()
        .AddDesk()
        .AddSystemFigures()
        .AddDemo()
        .AddSchedule();
}
