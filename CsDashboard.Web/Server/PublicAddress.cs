using System.Globalization;
using CsDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Server;

/// <summary>
/// Outside Development the product has one address, which the settings name: it answers under no other name, since everything it says about
/// itself (redirects, cookies, its own origin) follows from the name it is called by. Only its health is open to anyone who asks.
/// </summary>
internal sealed class PublicAddress(RequestDelegate next, IOptions<Settings> settings)
{
    // Set when a trusted proxy has said which scheme the browser uses.
    private const string Told = "X-Original-Proto";

    private readonly Uri address = new(settings.Value.PublicUrl);
    private readonly HashSet<string> names = new(
        [
            new Uri(settings.Value.PublicUrl).Host,
            .. settings.Value.OtherHosts?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        ],
        StringComparer.OrdinalIgnoreCase
    );

    public Task Invoke(HttpContext http)
    {
        if (Budgets.Free.ContainsKey(http.Request.Path.Value ?? ""))
            return next(http);
        if (!names.Contains(http.Request.Host.Host))
            return Refuse(http, "OtherHost");
        if (address.Scheme == Uri.UriSchemeHttps && !http.Request.IsHttps)
        {
            if (http.Request.Headers.ContainsKey(Told))
                return ToHttps(http);
            // TLS ends at something in front that does not say so. Whoever bypasses it has no cookie, since all cookies are for https
            // alone.
            http.Request.Scheme = Uri.UriSchemeHttps;
        }
        return next(http);
    }

    private Task ToHttps(HttpContext http)
    {
        // The request travelled in the open: it is not redirected, or nobody would notice.
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            return Refuse(http, "HttpsOnly");
        http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        http.Response.Headers.Location =
            settings.Value.PublicUrl
            + http.Request.PathBase.ToUriComponent()
            + http.Request.Path.ToUriComponent()
            + http.Request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    }

    private Task Refuse(HttpContext http, string why)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.CultureOf(Languages.Of(http));
        var text = string.Format(CultureInfo.CurrentCulture, ApiTexts.Of(why), settings.Value.PublicUrl);
        return http.IsForPrograms()
            ? Problems.Write(http, 400, "wrong_address", text)
            : PlainPage.Write(http, 400, ApiTexts.Of(why + ".Title"), text);
    }
}
