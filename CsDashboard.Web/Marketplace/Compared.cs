using System.Globalization;
using CsDashboard.Marketplace.Wishes;
using Microsoft.AspNetCore.WebUtilities;

namespace CsDashboard.Web.Marketplace;

/// <summary>
/// The products that somebody lays side by side: their numbers, in a cookie of the browser, since nobody need be signed in for it. The page
/// that compares has them in its address.
/// </summary>
internal static class Compared
{
    private const string Name = "compare";

    public static IReadOnlyList<int> Of(HttpContext? http) => Read(http?.Request.Cookies[Name]);

    public static void Set(HttpContext http, IReadOnlyList<int> numbers)
    {
        var options = new CookieOptions
        {
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            HttpOnly = true,
            IsEssential = true,
        };
        if (numbers.Count == 0)
            http.Response.Cookies.Delete(Name, options);
        else
            http.Response.Cookies.Append(Name, string.Join('.', numbers), options);
    }

    /// <summary>Numbers with points between them; what is none is left out, and so are those beyond four.</summary>
    public static IReadOnlyList<int> Read(string? text) =>
        [
            .. (text is { Length: < 100 } ? text : "")
                .Split('.')
                .Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Where(number => number > 0)
                .Distinct()
                .Take(Comparison.Most),
        ];

    public static string Href(IEnumerable<int> numbers) => QueryHelpers.AddQueryString("/shop/compare", "p", string.Join('.', numbers));
}
