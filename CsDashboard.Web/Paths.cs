using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CsDashboard.Web;

internal static class Paths
{
    /// <summary>Called by programs and scripts: answers are JSON, never a redirect to a page.</summary>
    public static bool IsForPrograms(this HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api")
        || http.Request.Path.StartsWithSegments("/app")
        || http.Request.Path.StartsWithSegments("/hooks")
        || http.Request.Path.StartsWithSegments("/hubs")
        || http.Request.Path.StartsWithSegments("/openapi");

    /// <summary>
    /// A path of this site, safe to go to after sign-in and fit for a Location header, with everything but plain ASCII escaped.
    /// </summary>
    public static string? Local(string? url)
    {
        if (url is not ['/', ..] || url.StartsWith("//", StringComparison.Ordinal) || url.Contains('\\') || url.Any(char.IsControl))
            return null;
        if (url.All(IsPlain))
            return url;
        var path = new StringBuilder(url.Length * 3);
        foreach (var letter in url.EnumerateRunes())
            path.Append(letter.IsAscii && IsPlain((char)letter.Value) ? letter.ToString() : Uri.EscapeDataString(letter.ToString()));
        return path.ToString();
    }

    /// <summary>
    /// A path, which may have a query and a part of the page already, with these in its query; what is empty is not in it.
    /// </summary>
    public static string With(string path, params IEnumerable<(string Name, string? Value)> query) =>
        QueryHelpers.AddQueryString(
            path,
            query.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))
        );

    /// <summary>
    /// Redirects a browser to a path from <see cref="Local"/>. Used where a page answers a form, since NavigateTo would undo the escaping.
    /// </summary>
    public static void Lead(this HttpContext http, string path) => http.Response.Redirect(path);

    private static bool IsPlain(char sign) => sign is > ' ' and < '\x7F' and not ('"' or '<' or '>');
}
