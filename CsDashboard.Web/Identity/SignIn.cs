using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Identity;

public static class Schemes
{
    /// <summary>A browser.</summary>
    public const string Cookie = "Cookie";
    /// <summary>A program that signed in.</summary>
    public const string Bearer = "Bearer";
    /// <summary>A program with the service key.</summary>
    public const string ServiceKey = "ServiceKey";
    /// <summary>A browser whose password was right and whose code is still to come.</summary>
    internal const string SecondStep = "SecondStep";
    /// <summary>Picks one of the others by what the request carries.</summary>
    internal const string Any = "Any";
}

public static class Policies
{
    public const string SignedIn = "SignedIn";
    /// <summary>A customer; their own data only.</summary>
    public const string Customer = "Customer";
    /// <summary>Agents, admins and the service key.</summary>
    public const string Staff = "Staff";
    public const string Admin = "Admin";
    /// <summary>The service key alone.</summary>
    public const string Service = "Service";
}

internal static class SignIn
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        // What endpoints take as a parameter. In an open page there is no request: pages have LiveComponent.Actor.
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http ? Actors.Of(http) : throw Refusal.SignedOut());
        services.AddAuthentication(Schemes.Any)
            .AddPolicyScheme(Schemes.Any, null, any => any.ForwardDefaultSelector = SchemeOf)
            .AddCookie(Schemes.Cookie, Browser)
            .AddCookie(Schemes.SecondStep, HalfWay)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(Schemes.Bearer, null)
            .AddScheme<AuthenticationSchemeOptions, ServiceKeyHandler>(Schemes.ServiceKey, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Customer, policy => policy.RequireRole(nameof(Role.Customer)).RequireClaim(Principals.Customer))
            .AddPolicy(Policies.Staff, policy => policy.RequireRole(nameof(Role.Agent), nameof(Role.Admin), nameof(Role.Service)))
            .AddPolicy(Policies.Admin, policy => policy.RequireRole(nameof(Role.Admin)))
            .AddPolicy(Policies.Service, policy => policy.RequireRole(nameof(Role.Service)));
        services.AddAntiforgery();
        services.AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>().Configure<IHttpContextAccessor>((forms, http) =>
            forms.Cookie = new HostCookie(http) { Name = "cs-form", SameSite = SameSiteMode.Strict, HttpOnly = true, IsEssential = true, SecurePolicy = CookieSecurePolicy.SameAsRequest, Path = "/" });
    }

    private static string SchemeOf(HttpContext http)
    {
        if (http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || BearerHandler.InQuery(http)) return Schemes.Bearer;
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
                if (redirect.HttpContext.IsForPrograms()) redirect.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else redirect.Response.Redirect(redirect.RedirectUri);
                return Task.CompletedTask;
            },
            // Where to go after a sign-in is ours to say (Entering): the handler would take the address as it was sent.
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

    // The cookie only names the session; who that is today is asked of the session table.
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
        if (!Principals.Same(cookie.Principal!, now)) cookie.ShouldRenew = true;
        cookie.ReplacePrincipal(now);
    }

    /// <summary>Over HTTPS every cookie has the name prefix that binds it to this very host.</summary>
    internal static string NameFor(HttpContext? http, string name) => http?.Request.IsHttps == true ? "__Host-" + name : name;

    private sealed class HostCookies : ICookieManager
    {
        private readonly ChunkingCookieManager inner = new();

        public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, NameFor(context, key));
        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => inner.AppendResponseCookie(context, NameFor(context, key), value, options);
        public void DeleteCookie(HttpContext context, string key, CookieOptions options) => inner.DeleteCookie(context, NameFor(context, key), options);
    }

    private sealed class HostCookie(IHttpContextAccessor http) : CookieBuilder
    {
        public override string? Name { get => base.Name is { } name ? NameFor(http.HttpContext, name) : null; set => base.Name = value; }
    }
}

/// <summary>Authorization: Bearer TOKEN; for a WebSocket, which cannot carry a header, access_token in the address.</summary>
internal sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public static bool InQuery(HttpContext http) => http.Request.Path.StartsWithSegments("/hubs") && http.Request.Query.ContainsKey("access_token");

    public static string? TokenOf(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim()
            : InQuery(http) ? http.Request.Query["access_token"].ToString()
            : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Context) is not { Length: > 0 and <= 200 } token) return AuthenticateResult.NoResult();
        return await sessions.OfToken(token, clock) is { } actor
            ? AuthenticateResult.Success(new AuthenticationTicket(Principals.Of(actor with { Address = Actors.AddressOf(Context) }, Schemes.Bearer), Schemes.Bearer))
            : AuthenticateResult.Fail("The token is unknown, expired or ended");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}

/// <summary>The service key in X-Service-API-Key or x-api-key; a wrong one is 403 (rule C27). It acts in the default company.</summary>
internal sealed class ServiceKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IOptions<Settings> settings, Tenants tenants, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public static string? KeyOf(HttpContext http) =>
        http.Request.Headers.TryGetValue("X-Service-API-Key", out var key) || http.Request.Headers.TryGetValue("x-api-key", out key) ? key.ToString() : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Context) is not { } key) return AuthenticateResult.NoResult();
        // Hashes of equal length, so that the comparison tells nothing of the key.
        if (settings.Value.ServiceApiKey is not { } ours || !CryptographicOperations.FixedTimeEquals(Hash(key), Hash(ours))) return AuthenticateResult.Fail("Wrong service key");
        if (await tenants.Default() is not { } id) return AuthenticateResult.Fail("There is no company yet");
        var actor = new Actor { TenantId = id, Role = Role.Service, Name = "Service", Address = Actors.AddressOf(Context), Clock = clock };
        return AuthenticateResult.Success(new AuthenticationTicket(Principals.Of(actor, Schemes.ServiceKey), Schemes.ServiceKey));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
