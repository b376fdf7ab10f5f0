using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Identity;

internal static class SignIn
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        // What endpoints take as a parameter. In an open page there is no request: pages have LiveComponent.Actor.
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http ? Actors.Of(http) : throw Refusal.SignedOut()
        );
        services
            .AddAuthentication(Schemes.Any)
            .AddPolicyScheme(Schemes.Any, null, any => any.ForwardDefaultSelector = SchemeOf)
            .AddCookie(Schemes.Cookie, Browser)
            .AddCookie(Schemes.SecondStep, HalfWay)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(Schemes.Bearer, null)
            .AddScheme<AuthenticationSchemeOptions, ServiceKeyHandler>(Schemes.ServiceKey, null);
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Customer, policy => policy.RequireRole(nameof(Role.Customer)).RequireClaim(Principals.Customer))
            .AddPolicy(Policies.Staff, policy => policy.RequireRole(nameof(Role.Agent), nameof(Role.Admin), nameof(Role.Service)))
            .AddPolicy(Policies.Admin, policy => policy.RequireRole(nameof(Role.Admin)))
            .AddPolicy(Policies.Service, policy => policy.RequireRole(nameof(Role.Service)));
        services.AddAntiforgery();
        services
            .AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>()
            .Configure<IHttpContextAccessor>(
                (forms, http) =>
                    forms.Cookie = new HostCookie(http)
                    {
                        Name = "cs-form",
                        SameSite = SameSiteMode.Strict,
                        HttpOnly = true,
                        IsEssential = true,
                        SecurePolicy = CookieSecurePolicy.SameAsRequest,
                        Path = "/",
                    }
            );
    }

    private static string SchemeOf(HttpContext http)
    {
        if (
            http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || BearerHandler.InQuery(http)
        )
            return Schemes.Bearer;
        return ServiceKeyHandler.KeyOf(http) is not null ? Schemes.ServiceKey : Schemes.Cookie;
    }

    private static void Browser(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "cs";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.CookieManager = new HostCookies();
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.SlidingExpiration = true;
        options.LoginPath = "/login";
        options.ReturnUrlParameter = "returnUrl";
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = Validate,
            OnRedirectToLogin = redirect =>
            {
                if (redirect.HttpContext.IsForPrograms())
                    redirect.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else
                    redirect.Response.Redirect(redirect.RedirectUri);
                return Task.CompletedTask;
            },
            // We decide where to go after a sign-in (Entering); the handler would take the address as it was sent.
            OnRedirectToReturnUrl = _ => Task.CompletedTask,
            OnRedirectToAccessDenied = refused =>
            {
                refused.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
        };
    }

    private static void HalfWay(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "cs-code";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.CookieManager = new HostCookies();
        options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        options.SlidingExpiration = false;
    }

    // The cookie only names the session; the session table says who that is today.
    private static async Task Validate(CookieValidatePrincipalContext cookie)
    {
        var services = cookie.HttpContext.RequestServices;
        var actor = Guid.TryParse(cookie.Principal?.FindFirst(Principals.Session)?.Value, out var session)
            ? await services.GetRequiredService<Sessions>().OfSession(session, services.GetRequiredService<TimeProvider>())
            : null;
        if (actor is null)
        {
            cookie.RejectPrincipal();
            await cookie.HttpContext.SignOutAsync(Schemes.Cookie);
            return;
        }
        var company = cookie.Principal?.FindFirst(Principals.Company)?.Value ?? "";
        var now = Principals.Of(actor with { Address = Actors.AddressOf(cookie.HttpContext) }, Schemes.Cookie, company);
        if (!Principals.Same(cookie.Principal!, now))
            cookie.ShouldRenew = true;
        cookie.ReplacePrincipal(now);
    }

    /// <summary>Over HTTPS every cookie has the name prefix that binds it to this very host.</summary>
    internal static string NameFor(HttpContext? http, string name) => http?.Request.IsHttps == true ? "__Host-" + name : name;

    private sealed class HostCookies : ICookieManager
    {
        private readonly ChunkingCookieManager inner = new();

        public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, NameFor(context, key));

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
            inner.AppendResponseCookie(context, NameFor(context, key), value, options);

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
            inner.DeleteCookie(context, NameFor(context, key), options);
    }

    private sealed class HostCookie(IHttpContextAccessor http) : CookieBuilder
    {
        public override string? Name
        {
            get => base.Name is { } name ? NameFor(http.HttpContext, name) : null;
            set => base.Name = value;
        }
    }
}
