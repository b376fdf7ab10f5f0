using CsDashboard.Demo;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Components.Endpoints;

namespace CsDashboard.Web.Accounts;

/// <summary>
/// While the demo companies are being made every page leads to the sign-in page, which says so, and programs are asked to come back.
/// </summary>
internal static class DemoWall
{
    private const string RetrySeconds = "5";

    public static void UseDemoWall(this WebApplication app)
    {
        var demo = app.Services.GetRequiredService<DemoMaking>();
        app.Use(
            (http, next) =>
            {
                if (!demo.IsUnderWay)
                    return next(http);
                if (http.IsForPrograms())
                {
                    http.Response.Headers.RetryAfter = RetrySeconds;
                    throw Refusal.Unavailable(Words.Of("Demo_Preparing"));
                }
                var page = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
                if (page is null || (page == typeof(LoginPage) && HttpMethods.IsGet(http.Request.Method)))
                    return next(http);
                http.Response.Redirect("/login");
                return Task.CompletedTask;
            }
        );
    }
}
