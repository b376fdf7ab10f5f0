using CsDashboard.Foundation.Events;
using CsDashboard.Notifications.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Notifications;

internal static class NotificationsRoom
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<Notices>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Preferences>();
        services.AddSingleton<Stops>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<DeliveryLists>();
        services.AddSingleton<Digests>();
        services.AddSingleton<IRetain, BellRetention>();
        services.AddSingleton<AccountMails>();
        services.AddHandler<Confirmations>();
        foreach (var channel in Channel.All)
            channel.AddServices(services);
        services.AddSingleton<OutboxSender>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
        return services;
    }
}
