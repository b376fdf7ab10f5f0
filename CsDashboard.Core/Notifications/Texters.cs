using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsDashboard.Foundation.Outgoing;

namespace CsDashboard.Notifications;

internal static class Texters
{
    public static ITexter Choose(Settings settings, IHttpClientFactory clients) =>
        settings.Sms.Url is null ? new PickupTexter(Path.Combine(settings.DataFolder, "sms")) : new GatewayTexter(settings.Sms, clients);
}
