using CsDashboard.Foundation;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>Files that were bought, under the signed words that their buyer's order page gives.</summary>
internal static class DownloadEndpoints
{
    public static void MapDownloads(this WebApplication app) =>
        app.MapGet("/download/{word}", Get).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Get(HttpContext http, DigitalGoods goods, string word)
    {
        Downloaded file;
        try
        {
            file = await goods.Download(word, http.RequestAborted);
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.NotFound or RefusalKind.Conflict)
        {
            var status = refusal.Kind == RefusalKind.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict;
            await PlainPage.Write(http, status, OrderTexts.Get("Digital.Title"), refusal);
            return Results.Empty;
        }
        var headers = http.Response.Headers;
        // Whatever it holds, it is saved and never a page of this site; and a copy kept on the way would not count.
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, no-store";
        return Results.Stream(file.Content, "application/octet-stream", file.Name);
    }
}
