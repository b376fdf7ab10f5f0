using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Localization;

namespace CsDashboard.Web.Accounts;

/// <summary>Small calls of our own pages, which need a response of their own to set or clear a cookie.</summary>
internal static class AppEndpoints
{
    public static void MapApp(this WebApplication app)
    {
        var own = app.MapGroup("/app").ExcludeFromDescription().NoteBinding();
        own.MapGet("/culture", Culture).AllowAnonymous();
        own.MapPost("/logout", Logout).AllowAnonymous();
    }

    private static IResult Culture(HttpContext http, string? culture, string? returnUrl)
    {
        if (Languages.Known(culture) is not { } language)
            throw Refusal.Invalid("culture", Words.Of("Word_Unknown", string.Join(", ", Words.Languages)));
        SetLanguage(http, language);
        return Results.LocalRedirect(Paths.Local(returnUrl) ?? "/");
    }

    public static void SetLanguage(HttpContext http, string language) =>
        http.Response.Cookies.Append(
            Languages.CookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                IsEssential = true,
                HttpOnly = true,
            }
        );

    private static async Task<IResult> Logout(HttpContext http, Sessions sessions, IAntiforgery forms)
    {
        // A form opened before another sign-in carries an old token: it may sign out, but a stranger may not.
        if (http.User.Identity?.IsAuthenticated == true)
        {
            await forms.ValidateRequestAsync(http);
            await sessions.SignOut(Actors.Of(http));
        }
        await http.SignOutAsync(Schemes.Cookie);
        return Results.LocalRedirect("/login");
    }
}
