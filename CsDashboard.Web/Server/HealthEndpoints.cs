using System.Diagnostics;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Web.Server;

internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        foreach (var path in new[] { "/health", "/api/health" })
            app.MapGet(path, (Health health, HttpContext http, CancellationToken cancellation) => health.Answer(http, cancellation))
                .WithTags("health")
                .AllowAnonymous();
        // The process is alive; for whatever would restart it.
        app.MapGet("/health/live", () => Results.Json(new { success = true, status = "live" }))
            .WithTags("health")
            .AllowAnonymous()
            .ShortCircuit();
        app.MapGet("/health/ready", (Health health, CancellationToken cancellation) => health.Ready(cancellation))
            .WithTags("health")
            .AllowAnonymous()
            .ShortCircuit();
    }
}
