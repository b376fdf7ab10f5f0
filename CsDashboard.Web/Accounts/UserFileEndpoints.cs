using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Accounts;

/// <summary>The file that the page of people offers.</summary>
internal static class UserFileEndpoints
{
    public static void MapUserFiles(this WebApplication app) => app.MapPageFiles("/app/users").MapGet("/export.csv", Export);

    private static Task Export(HttpContext http, Actor actor, UserLists users)
    {
        var address = UserAddress.Of(http.Request.QueryString.Value);
        return CsvFile.Send(
            http,
            $"people-{actor.Now:yyyyMMdd-HHmmss}.csv",
            ["name", "email", "role", "state", "second_factor", "last_active", "created"],
            users.Export(actor, UserAddress.Filter(address), address.Place, http.RequestAborted),
            u =>
                [
                    u.Name,
                    u.Email,
                    Word.Of(u.Role),
                    Word.Of(u.State),
                    u.HasSecondFactor ? "on" : "off",
                    CsvFile.Cell(u.LastActiveAt),
                    CsvFile.Cell(u.CreatedAt),
                ]
        );
    }
}
