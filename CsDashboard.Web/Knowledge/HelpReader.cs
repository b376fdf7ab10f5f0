using System.Security.Claims;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace CsDashboard.Web.Knowledge;

internal static class HelpReader
{
    /// <summary>Who reads: somebody signed in reads the help of the own company, anyone else as a visitor. Null before set-up.</summary>
    public static async Task<Actor?> Of(Task<AuthenticationState>? auth, Articles articles, TimeProvider clock) =>
        await Of(auth is null ? null : (await auth).User, articles, clock);

    public static async Task<Actor?> Of(ClaimsPrincipal? user, Articles articles, TimeProvider clock) =>
        user?.Identity?.IsAuthenticated == true ? Actors.Of(user, clock) : await articles.Visitor(clock);
}
