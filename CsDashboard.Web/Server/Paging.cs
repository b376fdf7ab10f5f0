using CsDashboard.Foundation;
using Microsoft.AspNetCore.WebUtilities;

namespace CsDashboard.Web.Server;

/// <summary>Headers that say where the next part is, for which the contract's bare arrays have no room.</summary>
internal static class Paging
{
    /// <summary>X-Next-Cursor and Link; neither at the end of the list.</summary>
    public static void TellNext(this HttpContext http, string? cursor, string parameter = "after")
    {
        if (cursor is null)
            return;
        http.Response.Headers["X-Next-Cursor"] = cursor;
        var query = QueryHelpers.ParseQuery(http.Request.QueryString.Value);
        query[parameter] = cursor;
        http.Response.Headers.Link =
            $"<{QueryHelpers.AddQueryString(http.Request.PathBase.Add(http.Request.Path).ToUriComponent(), query)}>; rel=\"next\"";
    }

    /// <summary>An id from a path; anything that isn't an id is NotFound.</summary>
    public static Guid Id(string text) => Guid.TryParse(text, out var id) ? id : throw Refusal.NotFound();
}
