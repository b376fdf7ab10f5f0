using CsDashboard.Foundation;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Live;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Diagnostics;
using MudBlazor;
using MudBlazor.Services;

namespace CsDashboard.Web.Shell;

/// <summary>Blazor: the pages and the limits they run in.</summary>
internal static class Pages
{
    public static void AddPages(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSingleton<ILinks, Links>();
        services.AddLanguages();
        services.AddCascadingAuthenticationState();
        services.AddScoped(provider => new MainMenu(
            Navigation.All,
            provider.GetRequiredService<Microsoft.AspNetCore.Authorization.IAuthorizationService>()
        ));
        services.AddPageParts();
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(circuits =>
            {
                circuits.DetailedErrors = environment.IsDevelopment();
                circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
                circuits.DisconnectedCircuitMaxRetained = 100;
                // A call to a browser that has gone is lost, and its caller need not wait a minute for the answer.
                circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(20);
            })
            .AddHubOptions(hub =>
            {
                // A pasted text travels twice in one message; with the default of 32 KB long ones closed the page.
                hub.MaximumReceiveMessageSize = 256 * 1024;
                hub.EnableDetailedErrors = environment.IsDevelopment();
            });
        services.AddLeanInterop();
        services.AddScoped<AuthenticationStateProvider, SessionRevalidation>();
        services.AddScoped<CircuitHandler, CircuitIdentity>();
    }

    /// <summary>Services that every open page has for itself, wherever it is rendered.</summary>
    public static IServiceCollection AddPageParts(this IServiceCollection services) =>
        services
            .AddScoped<Toasts>()
            .AddScoped<SignInRedirect>()
            .AddScoped<Browser>()
            .AddTransient<ILocalizationInterceptor, LibraryTexts>()
            .AddMudServices();

    /// <summary>Errors outside the API are shown on a page in the product's look.</summary>
    public static void UsePageErrors(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(
            async (http, next) =>
            {
                await next(http);
                // These have pages; programs got JSON further in.
                if (
                    (http.IsForPrograms() || http.Response.StatusCode is not (400 or 403 or 404))
                    && http.Features.Get<IStatusCodePagesFeature>() is { } pages
                )
                    pages.Enabled = false;
            }
        );
    }

    /// <summary>A form with an old token or somebody else's gets the page that says so, and nothing is done.</summary>
    public static void UseFormTokens(this WebApplication app)
    {
        app.Use(
            (http, next) =>
            {
                // An error page is only read, whatever call failed; treated as a form it would be checked and refused.
                if (http.Features.Get<IExceptionHandlerFeature>() is null && http.Features.Get<IStatusCodeReExecuteFeature>() is null)
                    return next(http);
                if (!HttpMethods.IsHead(http.Request.Method))
                    http.Request.Method = HttpMethods.Get;
                http.Features.Set<IAntiforgeryValidationFeature>(null);
                return next(http);
            }
        );
        app.UseAntiforgery();
        app.Use(
            (http, next) =>
            {
                if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } || http.IsForPrograms())
                    return next(http);
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }
        );
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().ShortCircuit();
        // The policy of ResponseHeaders says the same, and more.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
