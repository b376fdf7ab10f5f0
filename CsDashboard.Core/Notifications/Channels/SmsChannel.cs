using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CsDashboard.Notifications.Channels;

/// <summary>Text messages. Each is paid for, so they carry what is asked of them and what staff tell of offers and orders.</summary>
internal static class SmsChannel
{
    public static readonly Channel Facts = new("Sms", number: 2, icon: "phone", AddressKind.Phone, Send)
    {
        IsUsual = false,
        Carries = topic => topic is NoticeTopic.Offers or NoticeTopic.Orders,
        AddServices = services =>
            services.AddSingleton<ITexter>(provider =>
                Texters.Choose(provider.GetRequiredService<IOptions<Settings>>().Value, provider.GetRequiredService<IHttpClientFactory>())
            ),
    };

    private static Task Send(Parcel parcel, IServiceProvider services, CancellationToken cancellation) =>
        services
            .GetRequiredService<ITexter>()
            .Send(TextMessage.Of(parcel.Row, parcel.PublicUrl, services.GetRequiredService<ILinks>(), parcel.Stop), cancellation);
}
