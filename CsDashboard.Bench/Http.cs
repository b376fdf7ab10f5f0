using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Bench;

internal static class Http
{
#pragma warning disable RS0030 // The load generator is its own client; there is no host whose factory it could ask.
    public static HttpClient New(Uri address, int connections = 64) =>
        new(
            new SocketsHttpHandler
            {
                MaxConnectionsPerServer = connections,
                UseCookies = false,
                AllowAutoRedirect = false,
            }
        )
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(2),
        };
#pragma warning restore RS0030
}
