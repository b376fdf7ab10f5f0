using System.Security.Claims;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Live;

/// <summary>
/// How many connections are held open at once: open pages, hubs and event streams. Each costs memory for as long as it is open, so there is
/// a limit for each person and each address; anyone not signed in is limited by address alone.
/// </summary>
internal sealed class OpenLines(RequestDelegate next, IOptions<Settings> settings)
{
    internal const int Pages = 60,
        Streams = 20,
        OfStrangers = 40,
        OfAnAddress = 1_000;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    private readonly bool off = settings.Value.RateLimit.IsOff;
    private readonly Places open = new();

    public async Task Invoke(HttpContext http)
    {
        if (off || KindOf(http) is not { } kind)
        {
            await next(http);
            return;
        }
        var address = kind + AddressBlock.Of(http.Connection.RemoteIpAddress);
        var (person, most) =
            http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user ? ($"{kind}of {user}", kind == 'p' ? Pages : Streams)
            : http.User.Identity?.IsAuthenticated == true ? ($"{kind}of a program", OfAnAddress)
            : ($"{kind}of strangers {address}", OfStrangers);
        if (!open.TryTake(address, OfAnAddress))
        {
            await Refuse(http);
            return;
        }
        try
        {
            if (!open.TryTake(person, most))
            {
                await Refuse(http);
                return;
            }
            try
            {
                await next(http);
            }
            finally
            {
                open.Give(person);
            }
        }
        finally
        {
            open.Give(address);
        }
    }

    // A page in a browser, a stream of events. Other calls to these addresses end at once.
    private static char? KindOf(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsConnect(http.Request.Method))
            return null;
        return http.Request.Path.Value is "/_blazor" ? 'p'
            : http.Request.Path.StartsWithSegments("/hubs") || http.Request.Path.Value is "/api/customers/me/events" ? 's'
            : null;
    }

    private static Task Refuse(HttpContext http) => RateLimit.Refuse(http, Refusal.TooMany(Again, ApiTexts.Of("TooManyOpen")));
}
