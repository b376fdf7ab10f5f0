using CsDashboard.Web.Identity;

namespace CsDashboard.Web.Server;

/// <summary>Files that pages offer: with the cookie only, and outside the limits of the API.</summary>
internal static class PageFiles
{
    public static RouteGroupBuilder MapPageFiles(this WebApplication app, string path) =>
        app.MapGroup(path)
            .ExcludeFromDescription()
            .NoteBinding()
            .RequireAuthorization(policy =>
                policy.RequireAuthenticatedUser().RequireAssertion(who => who.User.Identity?.AuthenticationType == Schemes.Cookie)
            );
}
