using System.Globalization;
using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Bots;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Demo;

internal static class DemoRoom
{
    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services
            .AddSingleton<DemoSignals>()
            .AddSingleton<DemoRecords>()
            .AddSingleton<DemoChats>()
            .AddSingleton<DemoEngagement>()
            .AddSingleton<DemoShop>()
            .AddSingleton<DemoPictures>()
            .AddSingleton<DemoOrders>()
            .AddSingleton<DemoAfterwards>()
            .AddSingleton<DemoMembers>()
            .AddHostedService(rooms => rooms.GetRequiredService<DemoMembers>())
            .AddSingleton<DemoCompany>()
            .AddSingleton<DemoMaking>()
            .AddHostedService(rooms => rooms.GetRequiredService<DemoMaking>());
}
