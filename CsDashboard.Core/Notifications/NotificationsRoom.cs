using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CsDashboard.Notifications;

public static class NotificationRights
{
    /// <summary>A customer's preferences and what was sent to them, to see and, on their word, to change.</summary>
    public static readonly Right SeeOthers = new("notifications.others", Role.Agent, Role.Admin, Role.Service);
    public static readonly Right Tell = new("notifications.tell", Role.Agent, Role.Admin, Role.Service);
}

internal static class NotificationsRoom
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<Notices>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Preferences>();
        services.AddSingleton<Stops>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<Digests>();
        services.AddSingleton<IRetain, BellRetention>();
        services.AddSingleton<AccountMails>();
        services.AddHandler<Confirmations>();
        services.AddSingleton<IMailer>(provider => Mailers.Choose(provider.GetRequiredService<IOptions<Settings>>().Value));
        services.AddSingleton<ITexter>(provider => Texters.Choose(provider.GetRequiredService<IOptions<Settings>>().Value, provider.GetRequiredService<IHttpClientFactory>()));
        services.AddSingleton<OutboxSender>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
        return services;
    }
}
