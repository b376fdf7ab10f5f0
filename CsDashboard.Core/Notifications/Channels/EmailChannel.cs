using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CsDashboard.Notifications.Channels;

internal static class EmailChannel
{
    public static readonly Channel Facts = new("Email", number: 1, icon: "mail", AddressKind.Mail, Send)
    {
        AddServices = services =>
            services.AddSingleton<IMailer>(provider => Mailers.Choose(provider.GetRequiredService<IOptions<Settings>>().Value)),
    };

    private static Task Send(Parcel parcel, IServiceProvider services, CancellationToken cancellation) =>
        services
            .GetRequiredService<IMailer>()
            .Send(Mail.Of(parcel.Row, parcel.Company, parcel.PublicUrl, services.GetRequiredService<ILinks>(), parcel.Stop), cancellation);
}
