using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CsDashboard.Foundation.Outgoing;

/// <summary>
/// The only way to call addresses that people enter. It follows no redirects, reads no more than it is told, and reaches no machine of the
/// internal network unless the setting allows it. The address is checked when the connection is made, not before, so a host name that
/// resolves differently in between gets nowhere.
/// </summary>
public sealed class OutgoingCalls(IHttpClientFactory clients)
{
    internal const string Name = "outgoing";

    /// <summary>Throws HttpRequestException when it can't be reached, ends too early or answers more than that.</summary>
    public async Task<OutgoingAnswer> Get(Uri address, int most, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Name);
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var after = response.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date is { } date && response.Headers.Date is { } now ? date - now : null);
        await using var content = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var part = new byte[16_384];
        while (await content.ReadAsync(part, cancellation) is > 0 and var read)
        {
            if (body.Length + read > most)
                throw new HttpRequestException("The answer is too long.");
            body.Write(part, 0, read);
        }
        return new OutgoingAnswer((int)response.StatusCode, wait < TimeSpan.Zero ? TimeSpan.Zero : wait, body.ToArray());
    }

    internal static void Register(IServiceCollection services)
    {
        services
            .AddHttpClient(Name, client => client.DefaultRequestHeaders.UserAgent.ParseAdd("CsDashboard"))
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                var allowed = provider.GetRequiredService<IOptions<Settings>>().Value.Outgoing.AllowPrivate;
                return new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    UseProxy = false,
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                    ConnectCallback = (context, stop) => Connect(context.DnsEndPoint, allowed, stop),
                };
            })
            .RemoveAllLoggers();
        services.AddSingleton<OutgoingCalls>();
        // Addresses set by the operator, mostly in the internal network.
        services
            .AddHttpClient(OutsideService.Client, client => client.DefaultRequestHeaders.UserAgent.ParseAdd("CsDashboard"))
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    ConnectTimeout = TimeSpan.FromSeconds(2),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                }
            )
            .RemoveAllLoggers();
        services.AddSingleton(ServicePatience.Usual);
    }

    private static async ValueTask<Stream> Connect(DnsEndPoint to, bool allowed, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancellation);
        var reachable = allowed ? addresses : [.. addresses.Where(IsPublic)];
        if (reachable.Length == 0)
            throw new HttpRequestException("The address lies in the own network, or nowhere.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(reachable, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static readonly IPNetwork[] Inner =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/3",
            "::/96",
            "64:ff9b::/96",
            "100::/64",
            "2001::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    internal static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Inner.Any(network => network.Contains(plain));
    }
}
