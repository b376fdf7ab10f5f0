using CsDashboard.Foundation;
using CsDashboard.Web.Identity;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Server;

/// <summary>
/// Keeps other sites from acting through a visitor's browser. A WebSocket or hub call that names a foreign origin is refused
/// (browsers do not hold those back by themselves); so is a change that comes with the cookie and does not show that it was
/// made by our own pages.
/// </summary>
public sealed class OriginCheck(RequestDelegate next, IOptions<Settings> settings)
{
    private readonly string publicHost = Uri.TryCreate(settings.Value.PublicUrl, UriKind.Absolute, out var url) ? url.Authority : "";

    public Task Invoke(HttpContext http) =>
        Allowed(http) ? next(http) : Problems.Write(http, 403, "forbidden", ApiTexts.Of("ForeignOrigin"));

    private bool Allowed(HttpContext http)
    {
        var path = http.Request.Path;
        var live = path.StartsWithSegments("/_blazor") || path.StartsWithSegments("/hubs");
        if (!live && !path.StartsWithSegments("/api") && !path.StartsWithSegments("/app"))
            return true;
        var origin = http.Request.Headers.Origin.ToString();
        if (live)
            return origin.Length == 0 || IsOurs(origin, http.Request.Host);

        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method))
            return true;
        if (http.User.Identity?.AuthenticationType != Schemes.Cookie)
            return true;
        if (origin.Length > 0)
            return IsOurs(origin, http.Request.Host);
        return http.Request.Headers["Sec-Fetch-Site"] == "same-origin" || http.Request.Headers.ContainsKey("X-Requested-With");
    }

    // Only the host is compared: behind a proxy the scheme seen here may be another than the browser's.
    private bool IsOurs(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from) && (Same(from.Authority, host.Value) || Same(from.Authority, publicHost));

    private static bool Same(string authority, string? host) => string.Equals(authority, host, StringComparison.OrdinalIgnoreCase);
}
