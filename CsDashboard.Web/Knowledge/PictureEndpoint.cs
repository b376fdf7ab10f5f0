using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Knowledge;
using CsDashboard.Web.Server;
using Microsoft.Net.Http.Headers;

namespace CsDashboard.Web.Knowledge;

/// <summary>The pictures of articles: those of an article that everybody may read need no account, as the article doesn't.</summary>
internal static class PictureEndpoint
{
    public static void MapArticlePictures(this WebApplication app) =>
        app.MapGet("/help/pictures/{id:guid}", Show).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, Articles articles, ArticlePictures pictures, TimeProvider clock, Guid id)
    {
        try
        {
            var reader = await HelpReader.Of(http.User, articles, clock) ?? throw Refusal.NotFound();
            var format = PrintFormats.For(http.Request);
            var (isPublic, content) = await pictures.Open(reader, id, format, http.RequestAborted);
            // What nobody may read any more is gone from other people's caches within the hour.
            http.Response.Headers[HeaderNames.CacheControl] = isPublic ? "public, max-age=3600" : "private, no-store";
            http.Response.Headers[HeaderNames.Vary] = HeaderNames.Accept;
            http.Response.Headers[HeaderNames.ContentDisposition] = "inline";
            return Results.Stream(content, format.ContentType);
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.NotFound or RefusalKind.SignedOut)
        {
            return Results.NotFound();
        }
    }
}
