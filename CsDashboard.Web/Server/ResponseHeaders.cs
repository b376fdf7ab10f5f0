using System.Diagnostics;
using System.Globalization;
using CsDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Server;

/// <summary>The headers that every answer carries (contract: crm, Headers).</summary>
public sealed class ResponseHeaders(RequestDelegate next, IHostEnvironment environment, IOptions<Settings> settings)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'; connect-src 'self'";

    // Swagger's page has a style element of its own.
    private const string DocsPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    // Sites beside this one are held to https only if their owner says so here.
    private readonly string? strictTransport =
        environment.IsDevelopment() || !settings.Value.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            ? null
            : "max-age=31536000" + (settings.Value.HstsSubdomains ? "; includeSubDomains" : "");
    private (string Host, string Policy) last = ("", Policy);

    /// <summary>One id for a request in its response, its problem body and its log lines.</summary>
    public static string RequestId(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    public Task Invoke(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        Set(http);
        http.Response.OnStarting(
            static state =>
            {
                var (own, http, started) = ((ResponseHeaders, HttpContext, long))state;
                var headers = http.Response.Headers;
                // An error response may have cleared headers that were set before.
                if (headers.XContentTypeOptions.Count == 0)
                    own.Set(http);
                headers["X-Process-Time"] = Stopwatch
                    .GetElapsedTime(started)
                    .TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
                if (headers.CacheControl.Count == 0 && MustNotBeKept(http))
                    headers.CacheControl = "no-store";
                return Task.CompletedTask;
            },
            (this, http, started)
        );
        return next(http);
    }

    private void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.XXSSProtection = "1; mode=block";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "geolocation=(), microphone=(), camera=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Service-Name"] = "csdashboard";
        headers["X-Request-Id"] = RequestId(http);
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/api-docs") ? DocsPolicy : PolicyFor(http.Request.Host);
        if (strictTransport is not null)
            headers.StrictTransportSecurity = strictTransport;
    }

    private static bool MustNotBeKept(HttpContext http) =>
        http.IsForPrograms()
        || (
            http.User.Identity?.IsAuthenticated == true
            && http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true
        );

    // Older browsers do not count a WebSocket of the same host as 'self'.
    private string PolicyFor(HostString host)
    {
        var known = last;
        if (known.Host == host.Value)
            return known.Policy;
        var name = host.ToUriComponent();
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '[' or ']'))
            return Policy;
        var policy = $"{Policy} ws://{name} wss://{name}";
        last = (host.Value ?? "", policy);
        return policy;
    }
}
