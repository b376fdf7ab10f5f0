using CsDashboard.Foundation;
using CsDashboard.Web.Identity;

namespace CsDashboard.Web.Server;

/// <summary>
/// Everything that anybody may call costs something, so every call has a door and every door a budget by address. The figures leave room
/// for an office behind one address, but not for a loop. With both limits of the API switched off there are none at all.
/// </summary>
public static class Budgets
{
    /// <summary>What is not counted, and why. Everything else is.</summary>
    public static readonly IReadOnlyDictionary<string, string> Free = new Dictionary<string, string>
    {
        ["/health"] = "Asked every second by whoever watches over the service; one answer serves a second.",
        ["/api/health"] = "The same.",
        ["/health/live"] = "Asked by whoever would start the process anew; nothing is looked up.",
        ["/health/ready"] = "Asked by whoever sends calls here; the answer of /health, kept for a second.",
    };

    public static Budget Of(Door door, RateLimitSettings api) =>
        api.IsOff
            ? default
            : door switch
            {
                Door.Api => new(api.PerMinute, api.PerHour),
                Door.Forms => new(60, 600),
                Door.Docs => new(60, 600),
                Door.Live => new(1_200, 24_000),
                Door.Pages or Door.Own => new(600, 12_000),
            };

    /// <summary>Null for what is free. A free call that carries credentials is authenticated, and so it is counted.</summary>
    public static Door? DoorOf(HttpRequest call)
    {
        if (Free.ContainsKey(call.Path.Value ?? ""))
            return ShowsSomebody(call) ? Door.Pages : null;
        bool At(string path) => call.Path.StartsWithSegments(path);
        if (At("/api") || At("/hooks"))
            return Door.Api;
        if (At("/app"))
            return Door.Own;
        if (At("/_blazor") || At("/hubs"))
            return Door.Live;
        if (At("/openapi") || At("/api-docs") || At("/docs") || At("/redoc"))
            return Door.Docs;
        return HttpMethods.IsGet(call.Method) || HttpMethods.IsHead(call.Method) ? Door.Pages : Door.Forms;
    }

    /// <summary>Whether a call carries any credentials.</summary>
    public static bool ShowsSomebody(HttpRequest call) =>
        call.Headers.Authorization.Count > 0 || call.Headers.Cookie.Count > 0 || ServiceKeyHandler.KeyOf(call.HttpContext) is not null;
}
