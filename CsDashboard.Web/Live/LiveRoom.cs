namespace CsDashboard.Web.Live;

internal static class LiveRoom
{
    // Clients only listen: what they may send is the handshake and pings.
    public static void AddLive(this IServiceCollection services) => services.AddSignalR(hub => hub.MaximumReceiveMessageSize = 8 * 1024);
}
