using System.Runtime.CompilerServices;
using System.Text.Json;
using CsDashboard.Foundation.Live;
using CsDashboard.Signals;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.SignalR;

namespace CsDashboard.Web.Live;

internal static class LiveHubMapping
{
    public static void MapLiveHub(this WebApplication app) => app.MapHub<LiveHub>("/hubs/live").RequireAuthorization(Policies.SignedIn);
}
