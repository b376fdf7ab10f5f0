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

/// <summary>The service key in X-Service-API-Key or x-api-key; a wrong one is 403 (contract C27). It acts in the default company.</summary>
internal sealed class ServiceKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IOptions<Settings> settings,
    Tenants tenants,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public static string? KeyOf(HttpContext http) =>
        http.Request.Headers.TryGetValue("X-Service-API-Key", out var key) || http.Request.Headers.TryGetValue("x-api-key", out key)
            ? key.ToString()
            : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Context) is not { } key)
            return AuthenticateResult.NoResult();
        // Hashes of equal length, so that the comparison reveals nothing about the key.
        if (settings.Value.ServiceApiKey is not { } ours || !CryptographicOperations.FixedTimeEquals(Hash(key), Hash(ours)))
            return AuthenticateResult.Fail("Wrong service key");
        if (await tenants.Default() is not { } id)
            return AuthenticateResult.Fail("There is no company yet");
        var actor = new Actor
        {
            TenantId = id,
            Role = Role.Service,
            Name = "Service",
            Address = Actors.AddressOf(Context),
            Clock = clock,
        };
        return AuthenticateResult.Success(new AuthenticationTicket(Principals.Of(actor, Schemes.ServiceKey), Schemes.ServiceKey));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
