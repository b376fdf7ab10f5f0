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

/// <summary>Authorization: Bearer TOKEN; for a WebSocket, which cannot carry a header, access_token in the address.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Sessions sessions,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public static bool InQuery(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/hubs") && http.Request.Query.ContainsKey("access_token");

    public static string? TokenOf(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim()
            : InQuery(http) ? http.Request.Query["access_token"].ToString()
            : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Context) is not { Length: > 0 and <= 200 } token)
            return AuthenticateResult.NoResult();
        return await sessions.OfToken(token, clock) is { } actor
            ? AuthenticateResult.Success(
                new AuthenticationTicket(Principals.Of(actor with { Address = Actors.AddressOf(Context) }, Schemes.Bearer), Schemes.Bearer)
            )
            : AuthenticateResult.Fail("The token is unknown, expired or ended");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
