using System.Security.Claims;
using System.Security.Cryptography;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Authentication;

namespace CsDashboard.Web.Accounts;

/// <summary>What happens in a browser around a sign-in: the mark that identifies it, the second step, the cookie at the end.</summary>
internal static class BrowserSignIn
{
    private const string Mark = "cs-device",
        Proof = "proof";

    /// <summary>Whoever uses this browser, with its mark; a browser without one gets one.</summary>
    public static Visitor BrowserOf(HttpContext http)
    {
        var name = SignIn.NameFor(http, Mark);
        if (http.Items[Mark] is not string mark)
        {
            mark =
                http.Request.Cookies[name] is { Length: 32 } known && known.All(char.IsAsciiHexDigitLower)
                    ? known
                    : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            http.Items[Mark] = mark;
            http.Response.Cookies.Append(
                name,
                mark,
                new CookieOptions
                {
                    MaxAge = TimeSpan.FromDays(365),
                    Path = "/",
                    SameSite = SameSiteMode.Lax,
                    Secure = http.Request.IsHttps,
                    HttpOnly = true,
                    IsEssential = true,
                }
            );
        }
        return Actors.VisitorOf(http) with { Device = mark };
    }

    /// <summary>Signs the browser in and gives the page to go to. Whoever was signed in before is signed out properly.</summary>
    public static async Task<string> Enter(HttpContext http, SignInOutcome outcome, Sessions sessions, string? returnUrl)
    {
        if (http.User.Identity?.IsAuthenticated == true)
            await sessions.SignOut(Actors.Of(http));
        var person = Principals.Of(outcome.Actor, Schemes.Cookie, outcome.User.Company);
        await http.SignInAsync(Schemes.Cookie, person, new AuthenticationProperties { IsPersistent = true });
        if (http.Request.Cookies[Languages.CookieName] is null)
            AppEndpoints.SetLanguage(http, outcome.User.Language);
        return Paths.Local(returnUrl) ?? StartPage.Of(person);
    }

    /// <summary>Remembers for five minutes, in a cookie, that the password was right.</summary>
    public static Task Keep(HttpContext http, SecondStep step) =>
        http.SignInAsync(
            Schemes.SecondStep,
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [new Claim(ClaimTypes.NameIdentifier, step.UserId.ToString()), new Claim(Proof, step.Proof)],
                    Schemes.SecondStep
                )
            )
        );

    public static async Task<SecondStep?> Kept(HttpContext http) =>
        (await http.AuthenticateAsync(Schemes.SecondStep)).Principal is { } first
        && Guid.TryParse(first.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
        && first.FindFirstValue(Proof) is { } proof
            ? new SecondStep(user, proof)
            : null;
}
