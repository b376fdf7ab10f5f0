using System.Security.Claims;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Accounts;

internal static class StartPage
{
    public static string Of(ClaimsPrincipal user) => user.IsInRole(nameof(Role.Customer)) ? "/portal" : "/desk";
}
