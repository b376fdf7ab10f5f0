using System.Runtime.CompilerServices;
using System.Text.Json;
using CsDashboard.Foundation.Live;
using CsDashboard.Signals;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.SignalR;

namespace CsDashboard.Web.Live;

/// <summary>
/// /hubs/live: the events of the stream over SignalR, under the same names and with the same data. Customers hear their own,
/// staff the company's. Nothing can be called on it.
/// </summary>
public sealed class LiveHub(IHubContext<LiveHub> hub, IServiceProvider services, IHostApplicationLifetime lifetime) : Hub
{
    // Parsed once for all connections that get the same message.
    private static readonly ConditionalWeakTable<LiveMessage, object> Read = [];

    public override async Task OnConnectedAsync()
    {
        var http = Context.GetHttpContext() ?? throw new HubException("No request");
        var actor = Actors.Of(http);
        var line = LiveConnection.Of(http, actor, await services.GetRequiredService<SignalAccess>().EarOf(actor), services);
        await Clients.Caller.SendAsync("connected", DataOf(new LiveMessage(0, "connected", LiveConnection.Connected(actor))));
        _ = Serve(hub, Context, line, lifetime.ApplicationStopping);
    }

    // Runs beside the connection: a hub method that did not return would block it. The hub itself is gone by then.
    private static async Task Serve(IHubContext<LiveHub> hub, HubCallerContext connection, LiveConnection line, CancellationToken stopping)
    {
        using var held = line;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionAborted, stopping);
        try
        {
            var client = hub.Clients.Client(connection.ConnectionId);
            while (await line.Next(end.Token) is { } message)
                await client.SendAsync(message.Name, DataOf(message), end.Token);
            connection.Abort();
        }
        catch (OperationCanceledException) { }
    }

    private static object DataOf(LiveMessage message) =>
        Read.GetValue(
            message,
            static m =>
            {
                using var frame = JsonDocument.Parse(m.Body);
                return frame.RootElement.GetProperty("data").Clone();
            }
        );
}
