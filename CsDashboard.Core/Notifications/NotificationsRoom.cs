using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CsDashboard.Notifications;

internal static class NotificationsRoom
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<Notices>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<IRetain, BellRetention>();
        services.AddSingleton<AccountMails>();
        services.AddSingleton<IMailer>(provider => Mailers.Choose(provider.GetRequiredService<IOptions<Settings>>().Value));
        services.AddSingleton<MailSender>();
        services.AddHostedService(provider => provider.GetRequiredService<MailSender>());
        return services;
    }
}
