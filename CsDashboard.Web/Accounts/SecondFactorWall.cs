using System.Security.Claims;
using System.Security.Cryptography;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Authentication;

namespace CsDashboard.Web.Accounts;

/// <summary>
/// People who must have a second factor and have none are led to the page that sets it up; every other door is shut until then.
/// </summary>
internal static class SecondFactorWall
{
    public const string Page = "/account/second-factor";

    // What stays open: reading, signing out, and pages that show errors.
    private static readonly string[] Open =
    [
        Page,
        "/account/prove",
        "/app/passkeys/ask",
        "/app/passkeys/prove",
        "/app/logout",
        "/app/culture",
        "/api/auth",
        "/api/health",
        "/health",
        "/login",
        "/error",
        "/status",
    ];

    public static void UseSecondFactorWall(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                if (
                    !http.User.HasClaim(claim => claim.Type == Principals.NeedsSecondFactor)
                    || Open.Any(path => http.Request.Path.StartsWithSegments(path))
                )
                    return next(http);
                if (http.IsForPrograms())
                    throw Refusal.Forbidden(Words.Of("SecondFactor_Demanded"), "second_factor_setup_required");
                if (http.Request.Path.StartsWithSegments("/_blazor"))
                    http.Response.StatusCode = StatusCodes.Status403Forbidden;
                else
                    http.Response.Redirect(Page);
                return Task.CompletedTask;
            }
        );
}
