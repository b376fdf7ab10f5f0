using System.Diagnostics;
using CsDashboard.Analytics;

namespace CsDashboard.Web.Server;

/// <summary>
/// Measures every call to /api for the figures, except streams, which last for hours, and calls that their caller gave up.
/// </summary>
public sealed class TrafficMeter(RequestDelegate next, Traffic traffic)
{
    public async Task Invoke(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/api"))
        {
            await next(http);
            return;
        }
        var began = Stopwatch.GetTimestamp();
        await next(http);
        if (
            http.RequestAborted.IsCancellationRequested
            || http.Response.ContentType is { } type && type.StartsWith("text/event-stream", StringComparison.Ordinal)
        )
            return;
        traffic.Note(Stopwatch.GetElapsedTime(began), http.Response.StatusCode >= 500);
    }
}
