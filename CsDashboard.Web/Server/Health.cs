using System.Diagnostics;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Web.Server;

internal sealed class Health(
    Store store,
    Tenants tenants,
    IHostEnvironment environment,
    TimeProvider clock,
    CsDashboard.Demo.DemoMaking demo,
    CsDashboard.Customers.CustomerRecords people,
    ILogger<Health> log
)
{
    private static readonly string Version = typeof(Health).Assembly.GetName().Version?.ToString(3) ?? "1.0.0";
    private readonly SemaphoreSlim one = new(1, 1);
    private (object Body, bool Well, long Ticks)? known;

    /// <summary>Outside Development only staff see what is behind the service; anybody else learns whether it is healthy.</summary>
    public async Task<IResult> Answer(HttpContext http, CancellationToken cancellation)
    {
        var (body, well) = await Look(cancellation);
        return Results.Json(
            environment.IsDevelopment() || Docs.IsStaff(http)
                ? body
                : new
                {
                    success = well,
                    status = StatusOf(well),
                    message = MessageOf(well),
                    error = ErrorOf(well),
                },
            statusCode: well ? 200 : 503
        );
    }

    /// <summary>Whether people can be served: the database answers, and the demo companies exist, if there are to be any.</summary>
    public async Task<IResult> Ready(CancellationToken cancellation)
    {
        var well = (await Look(cancellation)).Well;
        var ready = well && !demo.IsUnderWay;
        return Results.Json(
            new
            {
                success = ready,
                status = ready ? "ready"
                : well ? "preparing"
                : "unhealthy",
            },
            statusCode: ready ? 200 : 503
        );
    }

    private static string StatusOf(bool well) => well ? "healthy" : "unhealthy";

    private static string MessageOf(bool well) => well ? "The service is running" : "The database does not answer";

    private static string? ErrorOf(bool well) => well ? null : "database_unavailable";

    // Asked by everybody and every second, so one answer serves a second.
    private async Task<(object Body, bool Well)> Look(CancellationToken cancellation)
    {
        if (Fresh() is { } first)
            return first;
        await one.WaitAsync(cancellation);
        try
        {
            if (Fresh() is { } second)
                return second;
            var (body, well) = await Check();
            known = (body, well, Stopwatch.GetTimestamp());
            return (body, well);
        }
        finally
        {
            one.Release();
        }
    }

    private (object, bool)? Fresh() => known is { } k && Stopwatch.GetElapsedTime(k.Ticks).TotalSeconds < 1 ? (k.Body, k.Well) : null;

    private async Task<(object, bool)> Check()
    {
        var started = Stopwatch.GetTimestamp();
        string? engine = null;
        long customers = 0;
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), clock);
            await tenants.Any(limit.Token);
            engine = await store.Engine(limit.Token);
            customers = await people.CountEverywhere(clock, limit.Token);
        }
        catch (Exception e)
        {
            log.LogError(e, "The database does not answer");
            engine = null;
        }
        var well = engine is not null;
        var state = well ? "healthy" : "down";
        return (
            new
            {
                success = well,
                status = StatusOf(well),
                service = "csdashboard",
                version = Version,
                environment = environment.EnvironmentName,
                timestamp = clock.GetUtcNow(),
                database = well ? "connected" : "disconnected",
                engine,
                customer_count = customers,
                services = new { api = "healthy", database = state },
                checks = new[]
                {
                    new
                    {
                        name = "database",
                        status = state,
                        duration_ms = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1),
                    },
                },
                message = MessageOf(well),
                error = ErrorOf(well),
            },
            well
        );
    }
}
